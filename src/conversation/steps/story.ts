import type { LocaleTexts } from '../../petition/petition.js';
import { paragraph } from '../../petition/rich-text.js';
import type { Code } from '../code.js';
import { type Place, type PlaceAt, WELCOME } from '../conversation.js';
import { type Move, show } from '../move.js';
import type { Scene } from '../scene.js';
import { press as pressButton, type View } from '../view.js';

/** Where the story begins. */
export function firstPage({ story: [page] }: LocaleTexts): Place {
  return page === undefined ? { step: 'letter' } : { step: 'story', page: page.name };
}

/** Where the story ends. */
export function lastPage({ story }: LocaleTexts): Place {
  const page = story.at(-1);
  return page === undefined ? WELCOME : { step: 'story', page: page.name };
}

/** One page of the story, with its number and how many there are. */
export function view({ texts: { story, words } }: Scene, { page: name }: PlaceAt<'story'>): View {
  const index = story.findIndex((page) => page.name === name);
  const position = words.say('story-page', { page: index + 1, pages: story.length });
  const last = index === story.length - 1;
  return {
    body: [
      paragraph({ kind: 'emphasis', children: [{ kind: 'text', text: position }] }),
      ...(story[index]?.blocks ?? []),
    ],
    buttons: [
      pressButton('forward', words.say(last ? 'button-letter' : 'button-next')),
      pressButton('back', words.say('button-back')),
    ],
  };
}

export function press(scene: Scene, { action }: Code, place: PlaceAt<'story'>): Move | null {
  if (action === 'forward') return show(neighbour(scene, place, 1) ?? { step: 'letter' });
  if (action === 'back') return show(neighbour(scene, place, -1) ?? WELCOME);
  return null;
}

/** The page before or after; null at the story's ends, and if this page is gone. */
function neighbour({ texts: { story } }: Scene, { page: name }: PlaceAt<'story'>, by: 1 | -1): Place | null {
  const index = story.findIndex((page) => page.name === name);
  const page = index < 0 ? undefined : story[index + by];
  return page === undefined ? null : { step: 'story', page: page.name };
}
