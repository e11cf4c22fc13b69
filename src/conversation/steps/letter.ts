import type { Block, Inline } from '../../petition/rich-text.js';
import type { Code } from '../code.js';
import { WELCOME } from '../conversation.js';
import { type Move, show } from '../move.js';
import { canSign, type Scene } from '../scene.js';
import { press as pressButton, type View } from '../view.js';
import { titled } from './titled.js';

/** Stands in `letter.md` where the signer's name goes. */
const SIGNATURE = '{signature}';

/** The letter as it will be sent. Whoever can't sign it leaves from here to where they came from. */
export function view(scene: Scene): View {
  const { words } = scene.texts;
  const onwards = canSign(scene)
    ? pressButton('forward', words.say('button-consent'))
    : pressButton('home', words.say('button-start'));
  return {
    body: withSignature(titled(scene.texts, 'letter'), words.say('letter-signature')),
    buttons: [onwards, pressButton('back', words.say('button-back'))],
  };
}

export function press(_scene: Scene, { action }: Code): Move | null {
  if (action === 'forward') return show({ step: 'consent' });
  if (action === 'home') return show(WELCOME);
  return action === 'back' ? show({ step: 'demands' }) : null;
}

function withSignature(blocks: readonly Block[], signature: string): readonly Block[] {
  const inline = (run: Inline): Inline => {
    switch (run.kind) {
      case 'text':
        return { kind: 'text', text: run.text.replaceAll(SIGNATURE, signature) };
      case 'strong':
      case 'emphasis':
      case 'link':
        return { ...run, children: run.children.map(inline) };
      case 'command':
      case 'code':
        return run;
    }
  };
  const block = (piece: Block): Block => {
    switch (piece.kind) {
      case 'heading':
      case 'paragraph':
        return { ...piece, children: piece.children.map(inline) };
      case 'list':
        return { ...piece, items: piece.items.map((item) => item.map(inline)) };
      case 'quote':
        return { ...piece, blocks: piece.blocks.map(block) };
    }
  };
  return blocks.map(block);
}
