import { command, phrase } from '../../petition/phrase.js';
import { type Block, heading, paragraph, text } from '../../petition/rich-text.js';
import { whyNotOpen } from '../../petition/status-texts.js';
import type { Words } from '../../petition/words.js';
import { myData } from '../answers/mydata.js';
import { shareButton, shareNote } from '../answers/share.js';
import { askUpdates, offersUpdates } from '../answers/updates.js';
import { askWithdrawal } from '../answers/withdraw.js';
import type { Code } from '../code.js';
import { type Move, show } from '../move.js';
import { isIntroduced, type Scene } from '../scene.js';
import { totalParagraph } from '../total.js';
import { press as pressButton, type View, type ViewButton } from '../view.js';
import { firstPage } from './story.js';

/**
 * Thanks, the receipt, and what people can do now. People who have signed begin here. After the petition has closed,
 * they read its outcome here.
 */
export function view(scene: Scene): View {
  const { texts, facts, petition } = scene;
  const { words } = texts;
  // In the turn that signs, the signature's row was read before the signature.
  const receipt = facts.signature === null ? facts.nextReceipt : facts.signature.receipt;
  const { writeForRightsUrl } = petition.settings;
  // The page around a chat shows the total, and its number moves.
  const introduced = isIntroduced(scene);
  const body: Block[] = [
    heading(words.say('thanks-word')),
    paragraph({ kind: 'strong', children: [text(words.say('thanks-recorded'))] }),
    ...(facts.phase === 'closed' ? whyNotOpen(texts, facts) : []),
    ...(introduced ? [] : [totalParagraph(scene)]),
    ...texts.thanks,
    ...(receipt === null ? [] : [receiptLine(words, receipt)]),
    paragraph(...phrase((put) => words.say('thanks-withdraw', { command: put(command('withdraw')) }))),
  ];
  // The page around a chat says it all the time.
  if (facts.preview && scene.page === null) body.push(paragraph(words.say('preview-notice')));
  const invitation: readonly ViewButton[] =
    writeForRightsUrl === undefined
      ? []
      : [{ kind: 'link', label: words.say('button-write-for-rights'), url: writeForRightsUrl }];
  return {
    body,
    buttons: [
      shareButton(scene),
      ...invitation,
      ...(offersUpdates(scene) && facts.updates === null
        ? [pressButton('updates', words.say('button-updates'))]
        : []),
      pressButton('mydata', words.say('button-mydata')),
      pressButton('read', words.say('button-read-again')),
      pressButton('withdraw', words.say('button-withdraw')),
    ],
    sensitive: true,
    signed: true,
  };
}

function receiptLine(words: Words, receipt: string): Block {
  return paragraph(
    ...phrase((put) => words.say('thanks-receipt', { receipt: put({ kind: 'code', text: receipt }) })),
  );
}

export function press(scene: Scene, { action }: Code): Move | null {
  switch (action) {
    case 'share':
      return shareNote(scene);
    case 'updates':
      return askUpdates(scene);
    case 'mydata':
      return myData(scene);
    case 'withdraw':
      return askWithdrawal(scene);
    case 'read':
      return show(firstPage(scene.texts));
    default:
      return null;
  }
}
