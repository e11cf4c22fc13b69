import { type Block, paragraph } from '../../petition/rich-text.js';
import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { press, type ViewButton } from '../view.js';
import { resumeButton } from './resume.js';

/** The actions of the two buttons below the question. */
export const WITHDRAW_ACTION = 'withdraw';
export const KEEP_ACTION = 'keep';

/** Asks once whether to withdraw. Without a signature, says how to withdraw one from another account. */
export function askWithdrawal(scene: Scene): Move {
  const { texts, facts } = scene;
  const { words } = texts;
  if (facts.signature === null) {
    const body = [paragraph(words.say('withdraw-nothing')), paragraph(words.say('withdraw-other-account'))];
    return { kind: 'note', view: { body, buttons: receiptButtons(scene) } };
  }
  return {
    kind: 'note',
    view: {
      body: [
        paragraph(words.say('withdraw-ask')),
        ...(facts.delivered === null ? [paragraph(words.say('withdraw-handed-over'))] : afterDelivery(scene)),
      ],
      buttons: [
        press(WITHDRAW_ACTION, words.say('button-withdraw-yes')),
        press(KEEP_ACTION, words.say('button-withdraw-no')),
      ],
    },
  };
}

/** After the letter was handed over: says what a withdrawal can't undo. */
export function afterDelivery({ texts: { words }, facts }: Scene): readonly Block[] {
  const { delivered } = facts;
  if (delivered === null) return [];
  return [paragraph(words.say('withdraw-delivered', { day: words.formats.day(delivered) }))];
}

/**
 * Withdraws by a receipt. Anyone who has the receipt can, from any account, even if the petition is not open.
 * @param typed the receipt as the person wrote it
 */
export function withdrawByReceipt(scene: Scene, typed: string): Move {
  const { facts } = scene;
  if (facts.receiptFound !== true) {
    const body = [paragraph(scene.texts.words.say('receipt-unknown'))];
    // On platforms without forms, the next message is another try.
    const asked = scene.facts.conversation?.question === 'receipt';
    const view = { body, buttons: receiptButtons(scene) };
    return asked ? { kind: 'note', view, question: 'receipt' } : { kind: 'note', view };
  }
  const receipt = facts.signature?.receipt ?? null;
  const own = receipt !== null && alike(receipt, typed);
  return own ? { kind: 'withdraw' } : { kind: 'withdraw-by-receipt', receipt: typed };
}

/** For platforms without forms: the next text message is the receipt. */
export function askReceiptInWords(scene: Scene): Move {
  return {
    kind: 'note',
    view: {
      body: [paragraph(scene.texts.words.say('receipt-question'))],
      buttons: [press(KEEP_ACTION, scene.texts.words.say('button-back'))],
    },
    question: 'receipt',
  };
}

/** For people inside the conversation the way back comes first. Everybody else came for the receipt. */
function receiptButtons(scene: Scene): readonly ViewButton[] {
  const form: ViewButton = {
    kind: 'form',
    form: 'receipt',
    label: scene.texts.words.say('button-receipt'),
  };
  const { step } = scene.conversation.place;
  const walking = step !== 'welcome' && step !== 'thanks';
  return walking ? [resumeButton(scene), form] : [form, resumeButton(scene)];
}

/**
 * Whether two spellings mean the same receipt. People add spaces, drop dashes, take O for 0, I and L for 1,
 * and some keyboards write full-width letters.
 */
function alike(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(receipt: string): string {
  return receipt
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
