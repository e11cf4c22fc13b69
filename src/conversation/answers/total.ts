import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { progressOf, totalParagraph } from '../total.js';
import { resumeButton } from './resume.js';

export function totalNote(scene: Scene): Move {
  const { total } = scene.facts;
  return {
    kind: 'note',
    view: {
      body: [totalParagraph(scene, total)],
      buttons: [resumeButton(scene)],
      progress: progressOf(scene, total),
    },
  };
}
