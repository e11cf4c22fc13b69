import type { LocaleTexts, Petition } from '../petition/petition.js';
import type { Opening } from './event.js';
import { type Move, show } from './move.js';
import { firstPage } from './steps/story.js';

/** A button that begins to read. */
export interface OpeningButton {
  readonly opening: Opening;
  readonly label: string;
}

/** The buttons that begin to read, the way forward first. The first screen has them, and a page around the chat. */
export function openingsOf({ words, fitsOneScreen }: LocaleTexts): readonly OpeningButton[] {
  const story = { opening: 'forward', label: words.say('button-story') } as const;
  const whole = { opening: 'whole', label: words.say('button-whole') } as const;
  return fitsOneScreen ? [story, whole] : [story];
}

/** What a press on one of these buttons asks for. */
export function opened(texts: LocaleTexts, opening: Opening): Move {
  return show(opening === 'forward' ? firstPage(texts) : { step: 'whole' });
}

/** How long reading takes, and that reading signs nothing. While nobody can sign: that people can still read. */
export function whatFollows({ minutes }: Petition, { words }: LocaleTexts, canSign: boolean): string {
  return canSign ? words.say('welcome-next', { minutes }) : words.say('welcome-read');
}
