import type { Code } from '../code.js';
import { type Move, show } from '../move.js';
import type { Scene } from '../scene.js';
import { press as pressButton, type View } from '../view.js';
import { lastPage } from './story.js';
import { titled } from './titled.js';

export function view({ texts }: Scene): View {
  return {
    body: titled(texts, 'demands'),
    buttons: [
      pressButton('forward', texts.words.say('button-letter')),
      pressButton('back', texts.words.say('button-back')),
    ],
  };
}

export function press({ texts }: Scene, { action }: Code): Move | null {
  if (action === 'forward') return show({ step: 'letter' });
  return action === 'back' ? show(lastPage(texts)) : null;
}
