import type { Petition } from '../petition/petition.js';
import { onCommand } from './answers/commands.js';
import { nameWritten } from './answers/name-or-command.js';
import { onNotePress } from './answers/notes.js';
import { resume } from './answers/resume.js';
import { onUpdatePress } from './answers/updates.js';
import { withdrawByReceipt } from './answers/withdraw.js';
import { applyMove, type Turn } from './apply-move.js';
import { type Code, parseCode, UPDATE_REVISION } from './code.js';
import type { Event } from './event.js';
import type { Facts } from './facts.js';
import { FORM_ACTIONS } from './form.js';
import { gate } from './gate.js';
import type { Message } from './message.js';
import { type Move, show } from './move.js';
import { beginTurn, canSign, type Scene, sceneOf } from './scene.js';
import { screenMessage } from './screen.js';
import { pressAt } from './steps.js';
import { typedCommand } from './typed.js';
import { whyLine } from './why.js';

export type { Turn } from './apply-move.js';
export { apology, fellBack, unconfirmed } from './failure.js';

/**
 * One turn of the conversation: takes what a person did and gives what follows. Pure: no clock, no
 * randomness, no input or output. It answers every event, forged ones too, and never throws.
 * @param event an event that `facts.conversation` has not handled yet
 * @returns the conversation to save over the old one, the messages to send after the save (at least one), and
 * the change to the signature for the same commit
 */
export function advance(petition: Petition, facts: Facts, event: Event): Turn {
  const scene = beginTurn(petition, facts, event);
  return withPress(scene, event, applyMove(scene, event, decide(scene, event)));
}

/** Remembers the press that led to a new screen. */
function withPress(scene: Scene, { action }: Event, turn: Turn): Turn {
  const { conversation } = turn;
  if (conversation.screen !== conversation.revision) return turn;
  const pressed = action.kind === 'press' && validCode(scene, action.code) !== null;
  return { ...turn, conversation: { ...conversation, made: pressed ? action.code : null } };
}

/**
 * Shows the current step again, for an event whose answer was lost in a crash. It changes nothing: the
 * buttons carry the same codes as the lost ones.
 */
export function current(
  petition: Petition,
  facts: Facts,
  { canBeMessaged, page }: Pick<Event, 'canBeMessaged' | 'page'> = {},
): readonly Message[] {
  const scene = {
    ...sceneOf(petition, facts, null),
    canBeMessaged: canBeMessaged === true,
    page: page ?? null,
  };
  const { place, why } = gate(scene, scene.conversation.place);
  const admitted = { ...scene, conversation: { ...scene.conversation, place } };
  const screen = screenMessage(admitted, why === null ? [] : [whyLine(why, admitted)]);
  return [why === null ? screen : { ...screen, explains: true }];
}

function decide(scene: Scene, { action }: Event): Move {
  switch (action.kind) {
    case 'command':
      return onCommand(scene, action);
    case 'press':
      return onPress(scene, action.code);
    case 'form':
      return onForm(scene, validCode(scene, action.code), action.text);
    case 'text':
      return onText(scene, action.text);
  }
}

function onPress(scene: Scene, written: string): Move {
  const code = validCode(scene, written);
  if (code !== null) return pressed(scene, code) ?? stale(scene);
  // A double tap: both presses came from the screen before this one.
  return written === scene.conversation.made ? { kind: 'again' } : stale(scene);
}

function pressed(scene: Scene, code: Code): Move | null {
  if (code.scope === 'note') return onNotePress(scene, code);
  if (code.scope === 'update') return onUpdatePress(scene, code);
  return pressAt(scene, scene.conversation.place, code);
}

function onForm(scene: Scene, code: Code | null, text: string): Move {
  const { place } = scene.conversation;
  if (code?.scope === 'note' && code.action === FORM_ACTIONS.receipt) return withdrawByReceipt(scene, text);
  if (code?.scope === 'name' && code.action === FORM_ACTIONS.name && place.step === 'name') {
    return nameWritten(scene, place, text);
  }
  return stale(scene);
}

/** A text message is a command's word, or it answers the open question, if there is one. */
function onText(scene: Scene, text: string): Move {
  const { place, screen } = scene.conversation;
  const asksReceipt = scene.facts.conversation?.question === 'receipt';
  if (!asksReceipt && place.step === 'name' && canSign(scene)) return nameWritten(scene, place, text);
  const command = typedCommand(scene.petition, text);
  if (command !== null) return onCommand(scene, { kind: 'command', command });
  if (asksReceipt) return withdrawByReceipt(scene, text);
  // We take a person's very first message as a greeting.
  return screen === 0 ? resume(scene) : show(place, 'buttons');
}

function stale({ conversation }: Scene): Move {
  return show(conversation.place, 'stale');
}

/**
 * The parsed code of a button that is still valid. Valid are this person's own buttons on the current screen,
 * on the last note, or on any announcement. Null for old buttons, other people's buttons and forged codes.
 */
function validCode({ facts, conversation }: Scene, written: string): Code | null {
  const code = parseCode(written);
  if (code === null || code.tag !== facts.tag) return null;
  // Without a note the revision is 0. No button of a note was ever made with revision 0.
  if (code.scope === 'note') return code.revision === conversation.note && code.revision > 0 ? code : null;
  if (code.scope === 'update') return code.revision === UPDATE_REVISION ? code : null;
  const shown = code.scope === conversation.place.step && code.revision === conversation.screen;
  return shown ? code : null;
}
