import type { Change } from '../petition/change.js';
import type { NewEvidence } from '../petition/evidence.js';
import { paragraph } from '../petition/rich-text.js';
import { announcement } from './announcement.js';
import { resumeButton } from './answers/resume.js';
import {
  sampleUpdate,
  subscribed,
  triedUpdates,
  UPDATES_AGREED_BY,
  unsubscribed,
} from './answers/updates.js';
import { afterDelivery } from './answers/withdraw.js';
import { arrive } from './arrive.js';
import { type Conversation, NOTHING_SHOWN, type Place, type PlaceAt, WELCOME } from './conversation.js';
import type { Event } from './event.js';
import { gate } from './gate.js';
import type { Message } from './message.js';
import type { Move } from './move.js';
import { canCorrect, freshConversation, inLanguage, type Scene } from './scene.js';
import { noteMessage, screenMessage } from './screen.js';
import { AGREED_BY } from './steps/consent.js';
import type { View } from './view.js';
import { mustBeRead, type Why, whyLine } from './why.js';

/** The result of one event. */
export interface Turn {
  /** To save over the conversation that was read. */
  readonly conversation: Conversation;
  /** Messages for the person, sent after the save; never empty. */
  readonly messages: readonly [Message, ...Message[]];
  /** The change to the signature, for the same commit. */
  readonly change: Change;
}

const NO_CHANGE: Change = { kind: 'none' };

/** Applies a move, as far as the gate allows it. The conversation changes only here. */
export function applyMove(before: Scene, event: Event, move: Move): Turn {
  const scene = { ...before, conversation: withEvent(before.conversation, event) };
  switch (move.kind) {
    case 'show':
      return showPlace(scene, move.place, move.why ?? null);
    case 'again':
      return showAgain(scene);
    case 'speak':
      return showPlace(inLanguage(scene, move.locale), scene.conversation.place, null);
    case 'note':
      return answer(scene, move.view, move.question ?? null);
    case 'agree':
      return agree(scene);
    case 'sign':
      return sign(scene, event, move);
    case 'correct':
      return correct(scene);
    case 'withdraw':
      return { ...reset(scene, 'withdrawn'), change: { kind: 'withdraw' } };
    case 'withdraw-by-receipt':
      return withdrawOther(scene, move.receipt);
    case 'subscribe':
      return subscribe(scene);
    case 'try-updates':
      return tryUpdates(scene);
    case 'unsubscribe':
      return { ...answer(scene, unsubscribed(scene), null), change: { kind: 'unsubscribe' } };
    case 'cancel':
      return reset(scene, 'cancelled');
    case 'decline':
      return reset(scene, 'declined');
  }
}

/** A question waits for one event only. A link's source stays until the person follows another link. */
function withEvent(conversation: Conversation, { action }: Event): Conversation {
  const source = action.kind === 'command' ? action.source : undefined;
  return { ...conversation, question: null, source: source ?? conversation.source };
}

function showPlace(scene: Scene, wanted: Place, why: Why | null): Turn {
  const admitted = gate(scene, wanted);
  const shown = { ...scene, conversation: arrive(scene, admitted.place) };
  // Why the person is at another place matters more than why the screen is shown.
  const reasons = new Set<Why>();
  if (scene.languageGone) reasons.add('language-gone');
  const reason = admitted.why ?? why;
  if (reason !== null) reasons.add(reason);
  const lines = [...reasons].map((line) => whyLine(line, shown));
  const screen = screenMessage(shown, lines);
  const message = [...reasons].some(mustBeRead) ? { ...screen, explains: true as const } : screen;
  return { conversation: shown.conversation, messages: [message], change: NO_CHANGE };
}

/** Shows the screen as it is, with the same codes. */
function showAgain(scene: Scene): Turn {
  const { conversation } = scene;
  return {
    conversation,
    messages: [{ ...screenMessage(scene, []), shownAlready: true }],
    change: NO_CHANGE,
  };
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

/**
 * Records the agreement to the notices and the consent as they were shown. The gate at the name step checks
 * that these texts are still current.
 */
function agree(scene: Scene): Turn {
  const { conversation, facts } = scene;
  const { notice, privacy, consent } = conversation.shown;
  if (notice === null || privacy === null || consent === null)
    return showPlace(scene, { step: 'consent' }, null);
  const agreed = { day: facts.today, notice, privacy, consent };
  const name: Place = { step: 'name', offered: scene.offer, typed: null };
  return showPlace({ ...scene, conversation: { ...conversation, agreed } }, name, null);
}

/**
 * Begins to correct the name. The texts of the signature and its consent count as shown, as far as they still stand.
 * So the gate leads to the name, or to the first text that has changed. The signature stays until the person signs again.
 */
function correct(scene: Scene): Turn {
  if (scene.facts.signature === null) return showPlace(scene, WELCOME, 'correction-gone');
  const { evidence } = scene.facts.signature;
  if (evidence === null || !canCorrect(scene)) {
    return showPlace(scene, { step: 'thanks' }, 'correction-too-late');
  }
  const { texts, petition } = evidence;
  const { notice = null, privacy, consent } = texts;
  const conversation: Conversation = {
    ...scene.conversation,
    correcting: true,
    shown: { ...NOTHING_SHOWN, ...texts },
    agreed: { day: petition.day, notice, privacy, consent },
  };
  return showPlace({ ...scene, conversation }, { step: 'name', offered: scene.offer, typed: null }, null);
}

/** Signs, if the gate still allows this place: the last check before anything is recorded. */
function sign(scene: Scene, event: Event, { name, button }: Extract<Move, { kind: 'sign' }>): Turn {
  const { conversation } = scene;
  const admitted = gate(scene, conversation.place);
  const { demands, letter } = conversation.shown;
  const { agreed } = conversation;
  const atName = admitted.place.step === 'name';
  if (!atName || demands === null || letter === null || agreed === null || agreed.notice === null) {
    return showPlace(scene, conversation.place, null);
  }
  const { notice, privacy, consent } = agreed;
  const evidence: NewEvidence = {
    texts: { demands, letter, notice, privacy, consent },
    petition: { day: agreed.day, button: AGREED_BY },
    // A later day would tell a thief of the database that this person has chosen the name again.
    name: { day: scene.facts.signature?.day ?? scene.facts.today },
  };
  // The signature's evidence now holds what was shown. The conversation keeps neither that nor the name.
  const signed: Conversation = {
    ...conversation,
    place: { step: 'thanks' },
    screen: conversation.revision,
    shown: NOTHING_SHOWN,
    agreed: null,
    correcting: false,
    source: null,
  };
  const after = { ...scene, conversation: signed };
  if (scene.facts.signature !== null) {
    const messages = [screenMessage(after, [whyLine('corrected', after)])] as const;
    return { conversation: signed, messages, change: { kind: 'correct', name, button, evidence } };
  }
  return {
    conversation: signed,
    messages: [screenMessage(after, [])],
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

/** Resets the conversation: keeps only the language, the revision and the ids of handled events. */
function reset(scene: Scene, after: PlaceAt<'welcome'>['after']): Turn {
  const { conversation } = scene;
  const { revision, locale, handled } = conversation;
  const place: Place = { step: 'welcome', after };
  const fresh = { ...freshConversation(locale), revision, place, screen: revision, handled };
  return {
    conversation: fresh,
    messages: [screenMessage({ ...scene, conversation: fresh }, [])],
    change: NO_CHANGE,
  };
}

/** Subscribes. The person has just read what we keep and pressed the button that agrees to it. */
function subscribe(scene: Scene): Turn {
  const { facts, texts } = scene;
  const { locale } = texts;
  const text = { locale, version: texts.updates.version };
  const evidence = { text, day: facts.today, button: UPDATES_AGREED_BY };
  return { ...answer(scene, subscribed(scene), null), change: { kind: 'subscribe', locale, evidence } };
}

/** Shows an example below the answer, as `announce` would send it. Nothing is kept, so nothing can be sent later. */
function tryUpdates(scene: Scene): Turn {
  const turn = answer(scene, triedUpdates(scene), null);
  const { petition, texts, facts } = scene;
  const example = announcement(petition, texts.locale, sampleUpdate(texts), facts.tag);
  return { ...turn, messages: [...turn.messages, example] };
}

/** Withdraws a signature from another account by its receipt. The conversation here keeps its place. */
function withdrawOther(scene: Scene, receipt: string): Turn {
  const view: View = {
    body: [paragraph(scene.texts.words.say('withdrawn-receipt')), ...afterDelivery(scene)],
    buttons: [resumeButton(scene)],
  };
  return { ...answer(scene, view, null), change: { kind: 'withdraw-by-receipt', receipt } };
}
