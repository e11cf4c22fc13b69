import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { CommandError } from '../explain.js';
import type { Locale } from '../petition/formats.js';
import { parseMarkdown } from '../petition/markdown.js';
import { plainText } from '../petition/plain.js';
import type { ProblemInFile } from '../petition/problems.js';
import type { Block } from '../petition/rich-text.js';
import { normalised, unwantedCharacters } from '../petition/source-text.js';

/** An announcement as it was written. */
export interface AnnouncementText {
  readonly texts: ReadonlyMap<Locale, readonly Block[]>;
  /** SHA-256 of the whole file's words: the same text is the same announcement. */
  readonly digest: string;
}

/** An announcement in all languages is far smaller. A larger file is the wrong one. */
const MAX_BYTES = 1024 * 1024;

/** A line that begins the part in a language. */
const PART = /^--- ?([A-Za-z0-9-]+) ?---$/;

/**
 * Reads an announcement: one Markdown file with a part for each of the petition's languages, which begins with a line
 * like `--- en ---`. A part takes the same Markdown as the petition's own texts.
 * @param longest in UTF-16 code units of a part's plain text: what every platform in use can show
 * @throws CommandError with every problem that the file has; what the file system throws
 */
export async function readAnnouncement(
  path: string,
  locales: readonly Locale[],
  longest: number,
): Promise<AnnouncementText> {
  const source = normalised(await bytesOf(path));
  const { parts, problems } = partsOf(source, locales);
  problems.push(...unwantedCharacters(source));
  const texts = new Map<Locale, readonly Block[]>();
  for (const [locale, { line, text }] of parts) {
    // Empty lines in place of those above keep the line numbers right.
    const { blocks, problems: found } = parseMarkdown('\n'.repeat(line) + text, new Map());
    problems.push(...found);
    const { length } = plainText(blocks);
    if (length === 0) problems.push({ line, problem: `the part in ${locale} is empty`, remedy: 'write it' });
    if (length > longest) {
      const problem = `the part in ${locale} has ${length} characters, and ${longest} can be shown`;
      problems.push({ line, problem, remedy: `shorten it by ${length - longest}` });
    }
    texts.set(locale, blocks);
  }
  if (problems.length > 0) {
    const lines = problems
      .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
      .map(
        ({ line, problem, remedy }) =>
          `${path}${line === undefined ? '' : `:${line}`}: ${problem} — ${remedy}`,
      );
    throw new CommandError([...new Set(lines)].join('\n'));
  }
  return { texts, digest: createHash('sha256').update(source).digest('hex') };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const stats = await stat(path);
  if (stats.isDirectory()) throw new CommandError(`${path}: that is a folder: name a file in it`);
  if (stats.size > MAX_BYTES) throw new CommandError(`${path}: this is too large for an announcement`);
  return readFile(path);
}

interface Part {
  /** The number of the line that begins it, counted from 1. */
  readonly line: number;
  text: string;
}

function partsOf(source: string, locales: readonly Locale[]) {
  const parts = new Map<Locale, Part>();
  const problems: ProblemInFile[] = [];
  let current: Part | null = null;
  for (const [index, row] of source.split('\n').entries()) {
    const line = index + 1;
    const locale = PART.exec(row)?.[1];
    if (locale === undefined) {
      if (current !== null) current.text += `${row}\n`;
      else if (row !== '' && parts.size === 0 && problems.length === 0) {
        problems.push({
          line,
          problem: 'this line belongs to no part',
          remedy: 'begin with a line like --- en ---',
        });
      }
      continue;
    }
    current = { line, text: '' };
    if (!locales.includes(locale)) {
      const remedy = `its languages are ${locales.join(', ')}`;
      problems.push({ line, problem: `the petition has no language ${locale}`, remedy });
    } else if (parts.has(locale)) {
      problems.push({ line, problem: `a second part in ${locale} begins here`, remedy: 'write one' });
    } else parts.set(locale, current);
  }
  for (const locale of locales.filter((one) => !parts.has(one))) {
    const remedy = `write it below a line --- ${locale} ---`;
    problems.push({ problem: `there is no part in ${locale}`, remedy });
  }
  return { parts, problems };
}
