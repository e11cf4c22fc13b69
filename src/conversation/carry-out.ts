import type { Evidence } from '../petition/evidence.js';
import { paragraph } from '../petition/rich-text.js';
import { resumeButton } from './answers/resume.js';
import { subscribed, UPDATES_AGREED_BY, unsubscribed } from './answers/updates.js';
import { afterDelivery } from './answers/withdraw.js';
import { arrive } from './arrive.js';
import { type Conversation, NOTHING_SHOWN, type Place } from './conversation.js';
import type { Event } from './event.js';
import type { Message } from './message.js';
import type { Move } from './move.js';
import { inLanguage, type Scene } from './scene.js';
import { noteMessage, screenMessage } from './screen.js';
import { settle } from './settle.js';
import type { Change } from './standing.js';
import { AGREED_BY } from './steps/consent.js';
import type { View } from './view.js';
import { type Why, whyLine } from './why.js';

/** What follows from an event. */
export interface Turn {
  /** To be saved over the one that was read. */
  readonly conversation: Conversation;
  /** What the person is told once it is saved; never empty. */
  readonly messages: readonly [Message, ...Message[]];
  /** What is to be done with the signature, in the same commit. */
  readonly change: Change;
}

const NO_CHANGE: Change = { kind: 'none' };

/** Does what an event asks for, as far as the person may. The only place where a conversation changes. */
export function carryOut(before: Scene, event: Event, move: Move): Turn {
  const scene = { ...before, conversation: withEvent(before.conversation, event) };
  switch (move.kind) {
    case 'show':
      return showPlace(scene, move.place, move.why ?? null);
    case 'speak':
      return showPlace(inLanguage(scene, move.locale), scene.conversation.place, null);
    case 'note':
      return answer(scene, move.view, move.question ?? null);
    case 'agree':
      return agree(scene);
    case 'sign':
      return sign(scene, event, move);
    case 'withdraw':
      return { ...forget(scene, 'withdrawn'), change: { kind: 'withdraw' } };
    case 'withdraw-by-receipt':
      return withdrawOther(scene, move.receipt);
    case 'subscribe':
      return subscribe(scene);
    case 'unsubscribe':
      return { ...answer(scene, unsubscribed(scene), null), change: { kind: 'unsubscribe' } };
    case 'forget':
      return forget(scene, 'cancelled');
  }
}

/** A question waits for one event; a link's source stays until another link is followed. */
function withEvent(conversation: Conversation, { action }: Event): Conversation {
  const source = action.kind === 'command' ? action.source : undefined;
  return { ...conversation, question: null, source: source ?? conversation.source };
}

function showPlace(scene: Scene, wanted: Place, why: Why | null): Turn {
  const settled = settle(scene, wanted);
  const shown = { ...scene, conversation: arrive(scene, settled.place) };
  // Why somebody is elsewhere matters more than why they are shown anything at all.
  const reasons = new Set<Why>();
  if (scene.languageGone) reasons.add('language-gone');
  const reason = settled.why ?? why;
  if (reason !== null) reasons.add(reason);
  const lines = [...reasons].map((line) => whyLine(line, shown));
  return { conversation: shown.conversation, messages: [screenMessage(shown, lines)], change: NO_CHANGE };
}

function answer(scene: Scene, view: View, question: Conversation['question']): Turn {
  const { conversation } = scene;
  const asked = { ...conversation, note: conversation.revision, question };
  return {
    conversation: asked,
    messages: [noteMessage({ ...scene, conversation: asked }, view)],
    change: NO_CHANGE,
  };
}

/** Agrees to the notice and the consent as they were shown; whether they still stand, the gate before the name tells. */
function agree(scene: Scene): Turn {
  const { conversation, standing } = scene;
  const { privacy, consent } = conversation.shown;
  if (privacy === null || consent === null) return showPlace(scene, { step: 'consent' }, null);
  const agreed = { day: standing.today, privacy, consent };
  const name: Place = { step: 'name', offered: scene.offer, typed: null };
  return showPlace({ ...scene, conversation: { ...conversation, agreed } }, name, null);
}

/** Signs, if the person may stand where the button was pressed: the last look at the gate before anything is recorded. */
function sign(scene: Scene, event: Event, { name, button }: Extract<Move, { kind: 'sign' }>): Turn {
  const { conversation } = scene;
  const settled = settle(scene, conversation.place);
  const { demands, letter } = conversation.shown;
  const { agreed } = conversation;
  if (settled.place.step !== 'name' || demands === null || letter === null || agreed === null) {
    return showPlace(scene, conversation.place, null);
  }
  const evidence: Evidence = {
    texts: { demands, letter, privacy: agreed.privacy, consent: agreed.consent },
    petition: { day: agreed.day, button: AGREED_BY },
    name: { day: scene.standing.today },
  };
  // What was shown now stands with the signature; here it is forgotten, and with it the name.
  const signed: Conversation = {
    ...conversation,
    place: { step: 'thanks' },
    screen: conversation.revision,
    shown: NOTHING_SHOWN,
    agreed: null,
    source: null,
  };
  return {
    conversation: signed,
    messages: [screenMessage({ ...scene, conversation: signed }, [])],
    change: {
      kind: 'sign',
      name,
      button,
      locale: conversation.locale,
      source: conversation.source,
      accountAge: event.accountAge ?? 'unknown',
      evidence,
    },
  };
}

/** Nothing stays but the language, the revision and the events that were handled. */
function forget(scene: Scene, after: 'withdrawn' | 'cancelled'): Turn {
  const { conversation } = scene;
  const forgotten: Conversation = {
    version: 1,
    revision: conversation.revision,
    locale: conversation.locale,
    place: { step: 'welcome', after },
    screen: conversation.revision,
    note: 0,
    shown: NOTHING_SHOWN,
    agreed: null,
    question: null,
    source: null,
    handled: conversation.handled,
  };
  return {
    conversation: forgotten,
    messages: [screenMessage({ ...scene, conversation: forgotten }, [])],
    change: NO_CHANGE,
  };
}

/** Keeps a way to reach the person: they have just read which, and pressed the button that says so. */
function subscribe(scene: Scene): Turn {
  const { standing, texts } = scene;
  const { locale } = texts;
  const text = { locale, version: texts.updates.version };
  const evidence = { text, day: standing.today, button: UPDATES_AGREED_BY };
  return { ...answer(scene, subscribed(scene), null), change: { kind: 'subscribe', locale, evidence } };
}

/** Somebody's own signature from another account, by its receipt: the walk here is not touched. */
function withdrawOther(scene: Scene, receipt: string): Turn {
  const view: View = {
    body: [paragraph(scene.texts.words.say('withdrawn-receipt')), ...afterDelivery(scene)],
    buttons: [resumeButton(scene)],
  };
  return { ...answer(scene, view, null), change: { kind: 'withdraw-by-receipt', receipt } };
}
