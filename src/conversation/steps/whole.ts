import type { Code } from '../code.js';
import { WELCOME } from '../conversation.js';
import { type Move, show } from '../move.js';
import type { Scene } from '../scene.js';
import type { View } from '../view.js';
import { buttonsBelowLetter, demandsAndLetter, pressBelowLetter } from './letter.js';

/** The story, the demands and the letter on one screen, for people who know the case. Nothing is left out. */
export function view(scene: Scene): View {
  const { texts } = scene;
  return {
    body: [...texts.story.flatMap(({ blocks }) => blocks), ...demandsAndLetter(texts)],
    buttons: buttonsBelowLetter(scene),
  };
}

export function press(_scene: Scene, code: Code): Move | null {
  return code.action === 'back' ? show(WELCOME) : pressBelowLetter(code);
}
