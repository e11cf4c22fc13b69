/** A part of a text in a platform's markup, as its clients show it: plain words, or a part that is live. */
export type Part<Effect extends string> = string | Live<Effect>;

/** A part that is more than words: bold, a link, a mention … */
export interface Live<Effect extends string> {
  readonly effect: Effect;
  /** What the reader sees. */
  readonly parts: readonly Part<Effect>[];
  /** The markup as it was written. */
  readonly source: string;
}

/** How clients show a text: the words, and the kinds of markup that took effect, in order. */
export interface Reading {
  readonly text: string;
  readonly effects: readonly string[];
}

/** The words of a text and its effects, without its structure. */
export function readingOfParts(parts: readonly Part<string>[]): Reading {
  const readings = parts.map((part): Reading => {
    if (typeof part === 'string') return { text: part, effects: [] };
    const { text, effects } = readingOfParts(part.parts);
    return { text, effects: [part.effect, ...effects] };
  });
  return {
    text: readings.map(({ text }) => text).join(''),
    effects: readings.flatMap(({ effects }) => effects),
  };
}
