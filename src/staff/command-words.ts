/** What was typed after a command: words, and the options among them. */
export interface CommandWords {
  readonly command: string;
  readonly rest: readonly string[];
  /** By name without dashes; '' for one that stands alone. */
  readonly options: ReadonlyMap<string, string>;
}

/** In UTF-16 code units: what is longer is no command. */
const LONGEST = 2_000;

/** A word, or several in quotation marks of any language: telephones put in their own. */
const WORD = /["“”„«]([^"“”«»]*)["“”»]|\S+/gu;

/** `--reason`, also as telephones write it: with one long dash in place of two. */
const OPTION = /^(?:--|[—–])([a-z]+)(?:=(.*))?$/u;

/**
 * Takes apart what was typed. An option has all the words up to the next option, so a reason needs no quotation marks
 * where it stands last.
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

/** Control characters and halves of characters can be neither shown nor stored. */
function printable(typed: string): string {
  return typed.slice(0, LONGEST).replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ');
}
