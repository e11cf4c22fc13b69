/** First strong isolate: the text up to its end keeps its own direction and reorders nothing around it. */
export const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** Isolates a text (a name, a command, a date) whose direction may differ from the words around it. */
export function isolated(value: string): string {
  return ISOLATE + value + END_ISOLATE;
}
