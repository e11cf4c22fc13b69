/** A parsed command: its words and its options. */
export interface CommandWords {
  readonly command: string;
  readonly rest: readonly string[];
  /** By name without dashes; the value is '' for an option without one. */
  readonly options: ReadonlyMap<string, string>;
}

/** In UTF-16 code units: no command is longer. */
const MAX_LENGTH = 2_000;

/** A word, or several words in quotation marks of any language: telephones replace the plain ones. */
const WORD = /["“”„«]([^"“”«»]*)["“”»]|\S+/gu;

/** `--reason`, also with one long dash: telephones replace two dashes. */
const OPTION = /^(?:--|[—–])([a-z]+)(?:=(.*))?$/u;

/**
 * Parses a command. An option takes all words up to the next option, so a reason at the end needs no
 * quotation marks.
 */
export function commandWords(typed: string): CommandWords {
  const words: string[] = [];
  const options = new Map<string, string>();
  let option: string | null = null;
  const add = (word: string) => {
    if (option === null) words.push(word);
    else options.set(option, `${options.get(option) ?? ''} ${word}`.trim());
  };
  for (const { 0: whole, 1: quoted } of printable(typed).matchAll(WORD)) {
    const [, name, value] = quoted === undefined ? (OPTION.exec(whole) ?? []) : [];
    if (name === undefined) {
      add(quoted ?? whole);
      continue;
    }
    option = name;
    options.set(name, '');
    if (value !== undefined) add(value.replaceAll(/["“”„«»]/gu, ''));
  }
  const [command = '', ...rest] = words;
  return { command: command.toLowerCase(), rest, options };
}

/**
 * Replaces control characters and lone surrogates: we can neither show nor store them. Signs of direction come with a
 * command that is copied from our own messages.
 */
function printable(typed: string): string {
  return typed
    .slice(0, MAX_LENGTH)
    .replaceAll(/[\u061C\u200E\u200F\u2066-\u2069]/g, '')
    .replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ');
}
