import type { ChatAction, ChatButton, ChatMessage, ChatWords } from './answer.js';
import { button, element, type Look, newId } from './elements.js';
import { inlineForm } from './inline-form.js';
import { copy, type PassedOn, passOn } from './pass-on.js';

/** What a message can ask of the chat. */
export interface MessageActions {
  readonly words: ChatWords;
  /** @param label the label of the chosen button */
  act(action: ChatAction, label: string): void;
  /** Says how sharing or copying ended. */
  tell(result: PassedOn): void;
}

/** Shows a message. It can take the focus, and its heading names it. */
export function showMessage(message: ChatMessage, actions: MessageActions): HTMLElement {
  const { locale, direction, role } = message;
  const shown = element('article', {
    class: `message ${role}`,
    tabindex: '-1',
    lang: locale,
    dir: direction,
  });
  // Markup enters only here. The server's renderer makes it and escapes what people wrote.
  shown.innerHTML = message.html;
  nameByHeading(shown);
  addCopyButtons(shown, actions);
  nameCommands(shown);
  if (message.share !== undefined) shown.append(passage(message.share.text, pageAddress(actions.words)));
  if (message.progress !== undefined) shown.append(progressBar(message.progress, actions.words));
  return shown;
}

/**
 * The choices of a message, to be shown below it: the way forward, and then the others. After signing, the receipt
 * stands with the way forward, so that it is in view, however long the text is.
 */
export function choicesOf(message: ChatMessage, shown: HTMLElement, actions: MessageActions): HTMLElement[] {
  const [first, ...others] = controlsOf(message, actions);
  if (first === undefined) return [];
  const receipt = message.signed ? shown.querySelector('p:has(> code[dir="auto"])') : null;
  receipt?.classList.add('receipt');
  return [
    element('div', { class: 'main' }, ...(receipt === null ? [] : [receipt]), first),
    element('div', { class: 'more' }, ...others),
  ];
}

function nameByHeading(shown: HTMLElement): void {
  const heading = shown.querySelector('h3');
  if (heading === null) return;
  heading.id = newId('message');
  shown.setAttribute('aria-labelledby', heading.id);
}

function progressBar({ total, goal }: { total: number; goal: number }, words: ChatWords): HTMLElement {
  return element('progress', { value: String(total), max: String(goal), 'aria-label': words.goal });
}

function controlsOf({ buttons, share }: ChatMessage, actions: MessageActions): HTMLElement[] {
  const sharing = share === undefined ? [] : shareControls(share, actions);
  const answers = buttons.map((each, index) =>
    controlOf(each, index === 0 && sharing.length === 0 ? 'action' : 'quiet', actions),
  );
  return [...sharing, ...answers];
}

/** The shared text, so that people can read it first, or copy it by hand. */
function passage(text: string, url: string): HTMLElement {
  return element('blockquote', {}, element('p', {}, text, element('br'), element('bdi', {}, url)));
}

function shareControls(
  share: { text: string; label: string },
  { words, tell }: MessageActions,
): HTMLElement[] {
  const url = pageAddress(words);
  const copyBoth = async () => tell(await copy(`${share.text}\n${url}`));
  if (!('share' in navigator)) return [button(words.copyText, 'action', copyBoth)];
  const shareIt = async () => tell(await passOn(share.text, url));
  return [button(share.label, 'action', shareIt), button(words.copyText, 'quiet', copyBoth)];
}

/** The shared link: the same for everybody, so it does not say who shares it. */
function pageAddress({ sharedAddress }: ChatWords): string {
  return location.origin + sharedAddress;
}

function controlOf(each: ChatButton, look: Look, actions: MessageActions): HTMLElement {
  switch (each.kind) {
    case 'link':
      return element('a', { class: look, href: each.url, rel: 'noopener noreferrer' }, each.label);
    case 'press':
      return button(each.label, look, () => actions.act({ kind: 'press', code: each.code }, each.label));
    case 'form':
      return inlineForm(each, look, actions.words, (text) =>
        actions.act({ kind: 'form', code: each.code, text }, each.label),
      );
  }
}

/** Turns a command in a sentence into a button; the chat finds it by `data-command`. */
function nameCommands(shown: HTMLElement): void {
  for (const code of shown.querySelectorAll('code[dir="ltr"]')) {
    const named = element('button', { type: 'button', class: 'named', 'data-command': code.textContent });
    code.replaceWith(named);
    named.append(code);
  }
}

/** Lets people copy a receipt: adds a copy button to each code in a paragraph. */
function addCopyButtons(shown: HTMLElement, { words, tell }: MessageActions): void {
  for (const code of shown.querySelectorAll('p > code[dir="auto"]')) {
    const text = code.textContent;
    const press = button(words.copy, 'quiet', async () => tell(await copy(text)));
    press.setAttribute('aria-label', `${words.copy} ${text}`);
    // At the end of the sentence, since an element next to the code would take its direction.
    code.parentElement?.append(' ', press);
  }
}
