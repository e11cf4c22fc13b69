import { closingLines, statusLines } from '../../petition/status-texts.js';
import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { totalParagraph } from '../total.js';
import { resumeButton } from './resume.js';

/** The total; and when signing closes, that it has closed, or the outcome. */
export function totalNote(scene: Scene): Move {
  const { texts, facts } = scene;
  return {
    kind: 'note',
    view: {
      body: [totalParagraph(scene), ...closingLines(texts, facts), ...statusLines(texts, facts)],
      buttons: [resumeButton(scene)],
    },
  };
}
