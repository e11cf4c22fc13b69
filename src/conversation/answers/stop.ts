import { paragraph } from '../../petition/rich-text.js';
import type { Move } from '../move.js';
import { command, phrase } from '../phrase.js';
import type { Scene } from '../scene.js';
import { resumeButton } from './resume.js';

/** There are no updates to stop; what somebody who writes this may want is said along with it. */
export function stopNote(scene: Scene): Move {
  const { words } = scene.texts;
  const instead = phrase((put) =>
    words.say('stop-instead', { withdraw: put(command('withdraw')), cancel: put(command('cancel')) }),
  );
  return {
    kind: 'note',
    view: {
      body: [paragraph(words.say('stop-updates')), paragraph(...instead)],
      buttons: [resumeButton(scene)],
    },
  };
}
