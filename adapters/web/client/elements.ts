/** An element with a class, attributes and children. Strings become text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** The element that the page has for a selector. Throws if it has none: then page and script do not belong together. */
export function find(within: HTMLElement, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

let identified = 0;

/** An id that is unique on the page. */
export function newId(kind: string): string {
  identified += 1;
  return `${kind}-${identified}`;
}

/** How a choice looks: the way forward, or any other. */
export type Look = 'action' | 'quiet';

/** A button with a handler. Its type keeps it from submitting a form. */
export function button(label: string, look: Look, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, label);
  made.addEventListener('click', press);
  return made;
}
