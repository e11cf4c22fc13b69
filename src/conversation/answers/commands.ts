import type { Action, Command } from '../event.js';
import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { helpNote } from './help.js';
import { askLanguage } from './language.js';
import { myData } from './mydata.js';
import { privacyNote } from './privacy.js';
import { beginOrResume } from './resume.js';
import { shareNote } from './share.js';
import { totalNote } from './total.js';
import { stop } from './updates.js';
import { askWithdrawal, withdrawByReceipt } from './withdraw.js';

/** What a command asks for. Only `cancel` loses the person's place. */
export function onCommand(scene: Scene, action: Extract<Action, { readonly kind: 'command' }>): Move {
  const { command, argument } = action;
  if (command === 'withdraw' && argument !== undefined && argument.trim() !== '') {
    return withdrawByReceipt(scene, argument);
  }
  return ANSWERS[command](scene);
}

const ANSWERS: Readonly<Record<Command, (scene: Scene) => Move>> = {
  sign: beginOrResume,
  total: totalNote,
  share: shareNote,
  language: askLanguage,
  privacy: privacyNote,
  mydata: myData,
  withdraw: askWithdrawal,
  stop,
  cancel: () => ({ kind: 'cancel' }),
  help: helpNote,
};
