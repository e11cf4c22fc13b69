import type { LocaleTexts } from '../../petition/petition.js';
import { command, phrase } from '../../petition/phrase.js';
import { type Block, paragraph } from '../../petition/rich-text.js';
import type { Code } from '../code.js';
import type { Move } from '../move.js';
import { type Scene, triesUpdates } from '../scene.js';
import { press, type View } from '../view.js';
import { beginOrResume, resumeButton } from './resume.js';

/** The actions of the buttons that subscribe to announcements and unsubscribe. */
export const SUBSCRIBE_ACTION = 'subscribe';
export const STOP_ACTION = 'stop';
/** The action of an announcement's button that leads to the petition. */
export const OPEN_ACTION = 'open';

/** The button that subscribes, as the evidence names it. */
export const UPDATES_AGREED_BY = 'updates.yes';

/** How much of the text's version a button carries: the press agrees to exactly the text above it. */
const VERSION_DIGITS = 12;

/** Whether the person can ask for announcements: where we can write to them, and to try it out in a preview. */
export function offersUpdates(scene: Scene): boolean {
  return scene.canBeMessaged || triesUpdates(scene);
}

/** Says what we keep for announcements and who can read it, and asks. "No" comes first. */
export function askUpdates(scene: Scene, changed = false): Move | null {
  // Without an offer there is no such button. Any other press is forged.
  if (!offersUpdates(scene)) return null;
  const { words, updates } = scene.texts;
  if (scene.facts.updates !== null) return { kind: 'note', view: alreadySubscribed(scene) };
  return {
    kind: 'note',
    view: {
      body: [
        ...(triesUpdates(scene) ? [paragraph(words.say('updates-trial'))] : []),
        ...(changed ? [paragraph(words.say('updates-changed'))] : []),
        ...updates.blocks,
      ],
      buttons: [
        { ...resumeButton(scene), label: words.say('button-updates-no') },
        {
          kind: 'press',
          action: SUBSCRIBE_ACTION,
          argument: updates.version.slice(0, VERSION_DIGITS),
          label: words.say('button-updates-yes'),
        },
      ],
    },
  };
}

/**
 * The press below the text. It does nothing for people who have not signed or have withdrawn. If the text has
 * changed, we show the new one and ask again.
 */
export function subscribe(scene: Scene, { argument }: Code): Move | null {
  const { facts, texts } = scene;
  if (facts.signature === null || !offersUpdates(scene)) return null;
  const same = argument === texts.updates.version.slice(0, VERSION_DIGITS);
  if (!same || facts.updates !== null) return askUpdates(scene, true);
  return { kind: triesUpdates(scene) ? 'try-updates' : 'subscribe' };
}

/** Unsubscribes at once. People who get no announcements are told so, and what else they may have meant. */
export function stop(scene: Scene): Move {
  if (scene.facts.updates !== null) return { kind: 'unsubscribe' };
  const { words } = scene.texts;
  return {
    kind: 'note',
    view: {
      body: [
        paragraph(words.say(triesUpdates(scene) ? 'updates-trial-off' : 'stop-updates')),
        stopInstead(scene),
      ],
      buttons: [resumeButton(scene)],
    },
  };
}

/** What a press on an announcement's button asks for, however old the announcement is. */
export function onUpdatePress(scene: Scene, { action }: Code): Move | null {
  if (action === OPEN_ACTION) return beginOrResume(scene);
  return action === STOP_ACTION ? stop(scene) : null;
}

/** Tells a person that they have subscribed. */
export function subscribed(scene: Scene): View {
  const { words } = scene.texts;
  const line = phrase((put) => words.say('updates-on', { command: put(command('stop')) }));
  return { body: [paragraph(...line)], buttons: [resumeButton(scene)], sensitive: true };
}

/** Tells a person who tries it in a preview what would happen now. The example follows, with buttons of its own. */
export function triedUpdates(scene: Scene): View {
  const { words } = scene.texts;
  const line = phrase((put) => words.say('updates-tried', { command: put(command('stop')) }));
  return { body: [paragraph(...line)], buttons: [] };
}

/** An announcement that says that it is only an example. */
export function sampleUpdate({ words }: LocaleTexts): readonly Block[] {
  return [paragraph(words.say('updates-example'))];
}

/** Tells a person that they have unsubscribed. */
export function unsubscribed(scene: Scene): View {
  const { words } = scene.texts;
  return {
    body: [paragraph(words.say('updates-off')), stopInstead(scene)],
    buttons: [resumeButton(scene)],
  };
}

function alreadySubscribed(scene: Scene): View {
  const { words } = scene.texts;
  const line = phrase((put) => words.say('updates-already', { command: put(command('stop')) }));
  return {
    body: [paragraph(...line)],
    buttons: [resumeButton(scene), press(STOP_ACTION, words.say('button-updates-stop'))],
    sensitive: true,
  };
}

function stopInstead({ texts: { words } }: Scene) {
  return paragraph(
    ...phrase((put) =>
      words.say('stop-instead', { withdraw: put(command('withdraw')), cancel: put(command('cancel')) }),
    ),
  );
}
