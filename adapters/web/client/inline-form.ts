import type { ChatButton, ChatWords } from './answer.js';
import { button, element, type Look, newId } from './elements.js';

/** A button that opens a field below it. `send` gets the written text, if it is not empty. */
export function inlineForm(
  { label, form }: Extract<ChatButton, { kind: 'form' }>,
  look: Look,
  words: ChatWords,
  send: (text: string) => void,
): HTMLElement {
  const id = newId('form');
  const input = element('input', {
    id,
    type: 'text',
    dir: 'auto',
    autocomplete: 'off',
    maxlength: String(form.maxLength),
    'aria-describedby': `${id}-hint ${id}-error`,
  });
  const error = element('p', { id: `${id}-error`, class: 'error', role: 'alert' });
  const opener = button(label, look, () => toggle(fields.hidden !== false));
  const fields = element(
    'form',
    { class: 'form', 'aria-label': form.title, novalidate: '', hidden: '' },
    element('label', { for: id }, form.label),
    element('p', { id: `${id}-hint`, class: 'small' }, form.hint),
    input,
    error,
    element('button', { type: 'submit', class: 'action' }, form.submit),
    button(words.formClose, 'quiet', () => toggle(false)),
  );
  opener.setAttribute('aria-expanded', 'false');

  function toggle(open: boolean): void {
    fields.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    (open ? input : opener).focus();
  }

  fields.addEventListener('submit', (event) => {
    event.preventDefault();
    const empty = input.value.trim() === '';
    error.textContent = empty ? words.formEmpty : '';
    input.setAttribute('aria-invalid', String(empty));
    if (empty) input.focus();
    else send(input.value);
  });
  fields.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') toggle(false);
  });
  return element('div', { class: 'opening-form' }, opener, fields);
}
