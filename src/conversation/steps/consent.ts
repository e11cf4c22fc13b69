import { privacyNote } from '../answers/privacy.js';
import type { Code } from '../code.js';
import { type Move, show } from '../move.js';
import type { Scene } from '../scene.js';
import { press as pressButton, type View } from '../view.js';
import { titled } from './titled.js';

/**
 * The short privacy notice and then the consent on one screen, so that one press answers both. The full notice is one
 * press away.
 */
export function view({ texts }: Scene): View {
  const { words } = texts;
  return {
    body: [...titled(texts, 'notice'), ...titled(texts, 'consent')],
    buttons: [
      pressButton('agree', words.say('button-agree')),
      pressButton('privacy', words.say('button-privacy')),
      pressButton('back', words.say('button-back')),
      pressButton('decline', words.say('button-decline')),
    ],
  };
}

/** The button that agrees, as the evidence names it. */
export const AGREED_BY = 'consent.agree';

export function press(scene: Scene, { action }: Code): Move | null {
  switch (action) {
    case 'agree':
      return { kind: 'agree' };
    case 'privacy':
      return privacyNote(scene);
    case 'back':
      return show({ step: 'letter' });
    case 'decline':
      // A person who corrects the name has signed: nothing ends for them.
      return scene.facts.signature === null ? { kind: 'decline' } : show({ step: 'thanks' }, 'kept');
    default:
      return null;
  }
}
