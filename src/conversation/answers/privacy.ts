import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { titled } from '../steps/titled.js';
import { resumeButton } from './resume.js';

/** The privacy notice, to read at any time. Reading it here agrees to nothing. */
export function privacyNote(scene: Scene): Move {
  return {
    kind: 'note',
    view: { body: titled(scene.texts, 'privacy'), buttons: [resumeButton(scene)] },
  };
}
