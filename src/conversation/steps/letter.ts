import type { Code } from '../code.js';
import { WELCOME } from '../conversation.js';
import { type Move, show } from '../move.js';
import { canSign, type Scene } from '../scene.js';
import { press as pressButton, type View } from '../view.js';
import { titled } from './titled.js';

/** The letter as it will be sent. From here, people who can't sign go back to the welcome. */
export function view(scene: Scene): View {
  const { words } = scene.texts;
  const onwards = canSign(scene)
    ? pressButton('forward', words.say('button-consent'))
    : pressButton('home', words.say('button-start'));
  return {
    body: titled(scene.texts, 'letter'),
    buttons: [onwards, pressButton('back', words.say('button-back'))],
  };
}

export function press(_scene: Scene, { action }: Code): Move | null {
  if (action === 'forward') return show({ step: 'consent' });
  if (action === 'home') return show(WELCOME);
  return action === 'back' ? show({ step: 'demands' }) : null;
}
