import { WELCOME } from '../conversation.js';
import { type Move, show } from '../move.js';
import { opened } from '../openings.js';
import { canSign, isIntroduced, type Scene } from '../scene.js';
import { press, type ViewButton } from '../view.js';
import type { Why } from '../why.js';

/** The action of the note's button that leads back to the conversation. */
export const RESUME_ACTION = 'resume';

/** The first button of an answer on the side: back to the person's step, or into the conversation. */
export function resumeButton(scene: Scene): ViewButton {
  const { words } = scene.texts;
  const { step } = scene.conversation.place;
  const home = step === 'welcome' || step === 'thanks';
  if (!home) return press(RESUME_ACTION, words.say('button-continue'));
  return press(RESUME_ACTION, words.say(canSign(scene) ? 'button-begin' : 'button-start'));
}

/** Shows the person's current step. A farewell becomes the plain welcome. */
export function resume({ conversation: { place } }: Scene, why?: Why): Move {
  return show(place.step === 'welcome' ? WELCOME : place, why);
}

/** Begins the conversation or resumes it. People who have signed are told that they have. */
export function beginOrResume(scene: Scene): Move {
  if (scene.facts.signature !== null) {
    return { kind: 'show', place: { step: 'thanks' }, why: 'already-signed' };
  }
  const { step } = scene.conversation.place;
  if (step !== 'welcome' && step !== 'thanks') return resume(scene, 'resumed');
  // The page has said what the first screen says, and has the same buttons.
  const opening = isIntroduced(scene) ? scene.page?.opening : undefined;
  return opening === undefined ? resume(scene) : opened(scene.texts, opening);
}
