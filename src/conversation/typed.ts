import type { Petition } from '../petition/petition.js';
import { comparable, wordsIn } from '../petition/typed-words.js';
import { COMMANDS, type Command } from './event.js';

/** Longer messages are no single command. */
const MAX_LENGTH = 60;

/** The petition's words in every language. */
type Spoken = Pick<Petition, 'locales' | 'texts'>;

const known = new WeakMap<Spoken, ReadonlyMap<string, Command>>();

/**
 * The command that a typed message means: "STOP", « arrêter », "إلغاء". The message must be nothing but a word of the
 * command, in any language of the petition, whatever language the conversation has.
 * @returns null for any other text
 */
export function typedCommand(petition: Spoken, text: string): Command | null {
  if (text.length > MAX_LENGTH) return null;
  const words = known.get(petition) ?? wordsOf(petition);
  known.set(petition, words);
  return words.get(comparable(text)) ?? null;
}

function wordsOf(petition: Spoken): ReadonlyMap<string, Command> {
  return new Map(
    petition.locales.flatMap((locale) => {
      const { words } = petition.texts(locale);
      return COMMANDS.flatMap((command) =>
        wordsIn(words.say(`typed-${command}`)).map((word): [string, Command] => [word, command]),
      );
    }),
  );
}
