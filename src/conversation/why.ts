import { command, phrase } from '../petition/phrase.js';
import { type Block, paragraph } from '../petition/rich-text.js';
import type { Words } from '../petition/words.js';
import { MAX_NAME, type NameProblem } from './name.js';
import type { Scene } from './scene.js';

/** Why a screen is shown again, or another one than the person expects. */
export type Why =
  | 'resumed'
  | 'stale'
  | 'buttons'
  | 'changed'
  | 'language-gone'
  | 'not-open'
  | 'paused'
  | 'closed'
  | 'already-signed'
  | 'display-name'
  | 'kept'
  | 'corrected'
  | 'correction-gone'
  | 'correction-too-late'
  | NameProblem;

/** Whether the reason says something that the person can't see from the screen itself. */
export function mustBeRead(why: Why): boolean {
  return why !== 'resumed' && why !== 'stale' && why !== 'buttons';
}

/** The line above the screen that gives the reason. */
export function whyLine(why: Why, { texts: { words, languageName }, facts }: Scene): Block {
  switch (why) {
    case 'buttons':
      return paragraph(...phrase((put) => words.say('why-buttons', { command: put(command('help')) })));
    case 'language-gone':
      return paragraph(words.say('why-language-gone', { language: languageName }));
    case 'already-signed': {
      if (facts.signature?.day === null) return unreadableLine(words);
      const day = words.formats.day(facts.signature?.day ?? facts.today);
      return paragraph(words.say('why-already-signed', { day }));
    }
    case 'changed':
    case 'display-name':
      return paragraph(words.say(facts.signature === null ? `why-${why}` : `why-${why}-signed`));
    case 'resumed':
    case 'stale':
    case 'not-open':
    case 'paused':
    case 'closed':
    case 'kept':
    case 'corrected':
    case 'correction-gone':
    case 'correction-too-late':
      return paragraph(words.say(`why-${why}`));
    case 'name-too-long':
      return paragraph(words.say('name-too-long', { most: MAX_NAME }));
    default:
      return paragraph(words.say(why));
  }
}

/** The line for a person whose signature exists but can't be read. */
export function unreadableLine(words: Words): Block {
  return paragraph(...phrase((put) => words.say('mydata-unreadable', { command: put(command('withdraw')) })));
}
