import { escapeHtml } from '../petition/html.js';

/** HTML that is safe to send: made by `html`, or declared safe with `trusted`. */
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

/** A template that escapes every value that is not Markup. Null gives an empty string. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((before, string, index) => before + render(parts[index - 1] ?? null) + string),
  );
}

/** Declares a string safe HTML: use it only for the output of our own renderers. */
export function trusted(value: string): Markup {
  return new Markup(value);
}
