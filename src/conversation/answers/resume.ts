import { WELCOME } from '../conversation.js';
import { type Move, show } from '../move.js';
import { canSign, type Scene } from '../scene.js';
import { press, type ViewButton } from '../view.js';
import type { Why } from '../why.js';

/** The action of a note's button that leads back to the walk. */
export const RESUME_ACTION = 'resume';

/** The first button of an answer on the side: back to where the person was, or in. */
export function resumeButton(scene: Scene): ViewButton {
  const { words } = scene.texts;
  const { step } = scene.conversation.place;
  const home = step === 'welcome' || step === 'thanks';
  if (!home) return press(RESUME_ACTION, words.say('button-continue'));
  return press(RESUME_ACTION, words.say(canSign(scene) ? 'button-begin' : 'button-start'));
}

/** Shows where the person was; a farewell is over when somebody comes back. */
export function resume({ conversation: { place } }: Scene, why?: Why): Move {
  return show(place.step === 'welcome' ? WELCOME : place, why);
}

/** Begins the walk or takes it up; whoever has signed is told so, and nobody else is. */
export function beginOrResume(scene: Scene): Move {
  if (scene.standing.signature !== null) {
    return { kind: 'show', place: { step: 'thanks' }, why: 'already-signed' };
  }
  const { step } = scene.conversation.place;
  return step === 'welcome' || step === 'thanks' ? resume(scene) : resume(scene, 'resumed');
}
