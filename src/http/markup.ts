import { escapeHtml } from '../petition/html.js';

/** HTML that may be sent as it is: made by `html`, or vouched for with `trusted`. */
export class Markup {
  constructor(readonly value: string) {}
  toString(): string {
    return this.value;
  }
}

type Part = Markup | string | number | null | readonly Part[];

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.value;
  if (typeof part === 'object') return part.map(render).join('');
  return escapeHtml(String(part));
}

/** A template in which every value is escaped unless it is markup already; null stands for nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((before, string, index) => before + render(parts[index - 1] ?? null) + string),
  );
}

/** Vouches that a string is HTML: only for what a renderer of ours made. */
export function trusted(value: string): Markup {
  return new Markup(value);
}
