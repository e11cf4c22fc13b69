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

let identified = 0;

/** An id that is unique on the page. */
export function newId(kind: string): string {
  identified += 1;
  return `${kind}-${identified}`;
}

/** A button with a handler. Its type keeps it from submitting a form. */
export function button(
  label: string,
  look: 'action' | 'action plain' | 'quiet',
  press: () => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, label);
  made.addEventListener('click', press);
  return made;
}
