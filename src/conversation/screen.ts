import type { Block } from '../petition/rich-text.js';
import { type Scope, writeCode } from './code.js';
import { FORM_ACTIONS, formIn } from './form.js';
import type { Button, Message } from './message.js';
import type { Scene } from './scene.js';
import { viewOf } from './steps.js';
import type { View, ViewButton } from './view.js';

/** The current step, below the lines that say why we show it. */
export function screenMessage(scene: Scene, why: readonly Block[]): Message {
  const { place } = scene.conversation;
  const view = viewOf(scene, place);
  return message(scene, 'screen', place.step, { ...view, body: [...why, ...view.body] });
}

/** An answer on the side. */
export function noteMessage(scene: Scene, view: View): Message {
  return message(scene, 'note', 'note', view);
}

function message(scene: Scene, role: Message['role'], scope: Scope, view: View): Message {
  const { texts } = scene;
  return {
    ...view,
    role,
    locale: texts.locale,
    direction: texts.direction,
    buttons: view.buttons.map((button) => withCode(scene, scope, button)),
  };
}

function withCode({ facts, conversation, texts }: Scene, scope: Scope, button: ViewButton): Button {
  if (button.kind === 'link') return button;
  const { tag } = facts;
  const revision = scope === 'note' ? conversation.note : conversation.screen;
  if (button.kind === 'form') {
    const action = FORM_ACTIONS[button.form];
    const code = writeCode({ tag, revision, scope, action, argument: texts.locale });
    return { kind: 'form', label: button.label, code, form: formIn(texts, button.form) };
  }
  const { label, action, argument = null, passesOn } = button;
  const code = writeCode({ tag, revision, scope, action, argument });
  return { kind: 'press', label, code, ...(passesOn === undefined ? {} : { passesOn }) };
}
