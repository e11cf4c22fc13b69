/**
 * Closes a menu with Escape, with a press beside it, and when the focus leaves it. `<details>` opens it, and tells
 * screen readers whether it is open.
 */
export function watchMenu(menu: HTMLDetailsElement): void {
  menu.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeMenu(menu);
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}

/** Closes the menu. The focus goes back to the element that opened it. */
export function closeMenu(menu: HTMLDetailsElement): void {
  if (!menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
