import type { ProblemInFile } from './problems.js';
import { type Inline, text } from './rich-text.js';

/** The value of each placeholder of a file. It is put in after parsing, so it is never markup. */
export type PlaceholderValues = ReadonlyMap<string, Inline>;

/** Puts values into the texts of one file, and checks that each placeholder occurs once. */
export class Placeholders {
  readonly problems: ProblemInFile[] = [];
  /** How many have been filled so far. */
  filled = 0;
  private readonly met = new Set<string>();

  constructor(private readonly values: PlaceholderValues) {}

  /**
   * A run of text with its placeholders filled.
   * @param line where the run begins
   */
  fill(value: string, line: number): Inline[] {
    const inlines: Inline[] = [];
    let from = 0;
    for (const match of value.matchAll(/\{([a-z-]+)\}|[{}]/g)) {
      const at = line + value.slice(0, match.index).split('\n').length - 1;
      const filled = match[1] === undefined ? this.brace(at) : this.placeholder(match[1], at);
      if (match.index > from) inlines.push(plain(value.slice(from, match.index)));
      if (filled !== null) inlines.push(filled);
      from = match.index + match[0].length;
    }
    if (from < value.length) inlines.push(plain(value.slice(from)));
    return inlines;
  }

  /** Call it after all text of the file: it reports the placeholders that did not occur. */
  finish(): void {
    for (const name of this.values.keys()) {
      if (this.met.has(name)) continue;
      this.problems.push({ problem: `{${name}} is missing`, remedy: 'write it where its value is to stand' });
    }
  }

  private placeholder(name: string, line: number): Inline | null {
    const value = this.values.get(name);
    if (value === undefined) {
      this.problems.push({ line, problem: `{${name}} means nothing here`, remedy: this.known() });
      return null;
    }
    if (this.met.has(name)) {
      this.problems.push({
        line,
        problem: `{${name}} stands here a second time`,
        remedy: 'write it only once',
      });
    }
    this.met.add(name);
    this.filled += 1;
    return value;
  }

  private brace(line: number): null {
    this.problems.push({ line, problem: 'a brace stands here', remedy: this.known() });
    return null;
  }

  private known(): string {
    const names = [...this.values.keys()].map((name) => `{${name}}`);
    if (names.length === 0)
      return 'this file has no placeholders: write the words themselves, without braces';
    return `braces stand only in this file's placeholders: ${names.join(', ')}`;
  }
}

/**
 * The words of a file with the values in it, for its version.
 * @param values plain text for the placeholders that belong to the version; others stay
 */
export function fillSource(source: string, values: ReadonlyMap<string, string>): string {
  return source.replace(/\{([a-z-]+)\}/g, (placeholder, name: string) => values.get(name) ?? placeholder);
}

/** Joins the lines of a paragraph. */
function plain(value: string): Inline {
  return text(value.replace(/\n/g, ' '));
}
