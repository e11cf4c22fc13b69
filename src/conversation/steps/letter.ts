import type { LocaleTexts } from '../../petition/petition.js';
import type { Block } from '../../petition/rich-text.js';
import type { Code } from '../code.js';
import { WELCOME } from '../conversation.js';
import { type Move, show } from '../move.js';
import { canSign, type Scene } from '../scene.js';
import { press as pressButton, type View, type ViewButton } from '../view.js';
import { lastPage } from './story.js';
import { titled } from './titled.js';

/** The demands, and the letter as it will be sent. */
export function view(scene: Scene): View {
  return { body: demandsAndLetter(scene.texts), buttons: buttonsBelowLetter(scene) };
}

export function press(scene: Scene, code: Code): Move | null {
  return code.action === 'back' ? show(lastPage(scene.texts)) : pressBelowLetter(code);
}

/** The two texts below their titles. */
export function demandsAndLetter(texts: LocaleTexts): Block[] {
  return [...titled(texts, 'demands'), ...titled(texts, 'letter')];
}

/** From the letter, people who can't sign go back to the welcome. */
export function buttonsBelowLetter(scene: Scene): ViewButton[] {
  const { words } = scene.texts;
  const onwards = canSign(scene)
    ? pressButton('forward', words.say('button-consent'))
    : pressButton('home', words.say('button-start'));
  return [onwards, pressButton('back', words.say('button-back'))];
}

/** What a press on the first button below the letter asks for; null for any other button. */
export function pressBelowLetter({ action }: Code): Move | null {
  if (action === 'forward') return show({ step: 'consent' });
  return action === 'home' ? show(WELCOME) : null;
}
