/**
 * Marks the frame of a list that scrolls by itself with `data-above` and `data-below` while there is more beyond an
 * edge, for the shadows. While it scrolls, the keyboard can reach it.
 */
export function watchScroll(list: HTMLElement, frame: HTMLElement): void {
  function update(): void {
    const hidden = scrollsItself(list) ? list.scrollHeight - list.clientHeight : 0;
    // Positions can be fractions of a pixel.
    frame.toggleAttribute('data-above', hidden > 1 && list.scrollTop > 1);
    frame.toggleAttribute('data-below', hidden - list.scrollTop > 1);
    if (hidden > 1) list.tabIndex = 0;
    else list.removeAttribute('tabindex');
  }
  list.addEventListener('scroll', update, { passive: true });
  new ResizeObserver(update).observe(list);
  new MutationObserver(update).observe(list, { childList: true, subtree: true });
}

/** Scrolls to the beginning of a message: in the list if the list scrolls, else in the page. */
export function reveal(message: HTMLElement, list: HTMLElement): void {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const room = Number.parseFloat(getComputedStyle(message).scrollMarginBlockStart);
  if (scrollsItself(list)) list.scrollTo({ top: message.offsetTop - room, behavior });
  else message.scrollIntoView({ block: 'start', behavior });
}

export function scrollsItself(list: HTMLElement): boolean {
  return getComputedStyle(list).overflowY === 'auto';
}
