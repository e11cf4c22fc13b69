import type { Code } from '../code.js';
import { FORM_ACTIONS } from '../form.js';
import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { LANGUAGE_ACTION } from '../view.js';
import { ASK_WITHDRAWAL_ACTION, CORRECT_ACTION } from './mydata.js';
import { COMMAND_ACTION, commandMeant, NAME_ACTION, nameMeant } from './name-or-command.js';
import { RESUME_ACTION, resume } from './resume.js';
import { STOP_ACTION, SUBSCRIBE_ACTION, stop, subscribe } from './updates.js';
import { askReceiptInWords, askWithdrawal, KEEP_ACTION, WITHDRAW_ACTION } from './withdraw.js';

/** What a press on a button of the last note asks for; null if notes have no such button. */
export function onNotePress(scene: Scene, code: Code): Move | null {
  const { action, argument } = code;
  switch (action) {
    case RESUME_ACTION:
      return resume(scene);
    case KEEP_ACTION:
      return resume(scene, scene.facts.signature === null ? undefined : 'kept');
    case WITHDRAW_ACTION:
      return scene.facts.signature === null ? askWithdrawal(scene) : { kind: 'withdraw' };
    case ASK_WITHDRAWAL_ACTION:
      return askWithdrawal(scene);
    case CORRECT_ACTION:
      return { kind: 'correct' };
    case SUBSCRIBE_ACTION:
      return subscribe(scene, code);
    case STOP_ACTION:
      return stop(scene);
    case FORM_ACTIONS.receipt:
      return askReceiptInWords(scene);
    case COMMAND_ACTION:
      return commandMeant(scene);
    case NAME_ACTION:
      return nameMeant(scene);
    case LANGUAGE_ACTION: {
      const locale = scene.petition.locales.find((known) => known === argument);
      return locale === undefined ? null : { kind: 'speak', locale };
    }
    default:
      return null;
  }
}
