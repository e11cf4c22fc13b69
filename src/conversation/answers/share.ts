import { paragraph } from '../../petition/rich-text.js';
import { shareText } from '../../petition/status-texts.js';
import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import type { ViewButton } from '../view.js';
import { resumeButton } from './resume.js';

/** A text to share. It does not say who shares it. */
export function shareNote(scene: Scene): Move {
  const { texts, facts } = scene;
  const { words } = texts;
  return {
    kind: 'note',
    view: {
      body: [paragraph(words.say('share-intro'))],
      buttons: [resumeButton(scene)],
      share: { text: shareText(texts, facts), label: words.say('share-label') },
    },
  };
}

/** The button that leads to the text to share. */
export function shareButton({ texts, facts }: Scene): ViewButton {
  return {
    kind: 'press',
    action: 'share',
    label: texts.words.say('button-share'),
    passesOn: shareText(texts, facts),
  };
}
