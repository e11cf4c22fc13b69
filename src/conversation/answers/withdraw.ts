import { type Block, paragraph } from '../../petition/rich-text.js';
import type { Move } from '../move.js';
import { dayIn } from '../phrase.js';
import type { Scene } from '../scene.js';
import { press, type ViewButton } from '../view.js';
import { resumeButton } from './resume.js';

/** The actions of the two buttons below the question. */
export const WITHDRAW_ACTION = 'withdraw';
export const KEEP_ACTION = 'keep';

/** Asks once, and only once, whether to take the signature back; without one, how to reach one made elsewhere. */
export function askWithdrawal(scene: Scene): Move {
  const { texts, standing } = scene;
  const { words } = texts;
  if (standing.signature === null) {
    const body = [paragraph(words.say('withdraw-nothing')), paragraph(words.say('withdraw-other-account'))];
    return { kind: 'note', view: { body, buttons: receiptButtons(scene) } };
  }
  return {
    kind: 'note',
    view: {
      body: [
        paragraph(words.say('withdraw-ask')),
        ...(standing.delivered === null
          ? [paragraph(words.say('withdraw-handed-over'))]
          : afterDelivery(scene)),
      ],
      buttons: [
        press(WITHDRAW_ACTION, words.say('button-withdraw-yes')),
        press(KEEP_ACTION, words.say('button-withdraw-no')),
      ],
    },
  };
}

/** Once the letter has been handed over: what no withdrawal can call back. */
export function afterDelivery({ texts: { words, locale }, standing }: Scene): readonly Block[] {
  const { delivered } = standing;
  if (delivered === null) return [];
  return [paragraph(words.say('withdraw-delivered', { day: dayIn(locale, delivered) }))];
}

/**
 * Withdraws by a receipt: whoever holds it may, from any account, whether the petition is open or not.
 * @param typed the receipt as the person wrote it
 */
export function withdrawByReceipt(scene: Scene, typed: string): Move {
  const { standing } = scene;
  if (standing.receiptFound !== true) {
    const body = [paragraph(scene.texts.words.say('receipt-unknown'))];
    // Where there is no form, the next message is taken for another try.
    const question = scene.standing.conversation?.question ?? null;
    const view = { body, buttons: receiptButtons(scene) };
    return question === null ? { kind: 'note', view } : { kind: 'note', view, question };
  }
  const receipt = standing.signature?.receipt ?? null;
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

/** In mid-walk the walk comes first; for everybody else the receipt is why they are here. */
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
 * Whether two writings can be of one receipt; people add spaces, drop dashes, take O for 0, I and L for 1, and some
 * keyboards write wide letters.
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
