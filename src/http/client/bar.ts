/** The button that is fixed to the bottom of a phone's screen. It is hidden while the page's own button is in view. */

const bar = document.querySelector<HTMLElement>('[data-bar]');
if (bar !== null) makeWay(bar);

function makeWay(bar: HTMLElement): void {
  const isHere = bar.querySelector('a')?.getAttribute('href')?.startsWith('#') ?? false;
  const acts = document.querySelectorAll('[data-act]');
  // A chat on this page has buttons where the bar would be.
  const chats = document.querySelectorAll('.part');
  const inView = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      bar.toggleAttribute('data-resting', inView.size > 0);
    },
    // What the bar covers is not in view.
    { rootMargin: `0px 0px -${bar.offsetHeight}px` },
  );
  for (const element of [...acts, ...chats]) observer.observe(element);

  // A person who went to the platform has decided; the page can't know more. The chat on this page says when
  // something is signed: it sets `data-signed` on the document.
  if (isHere) return;
  for (const act of [bar, ...acts]) {
    act.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a')) document.documentElement.dataset.gone = '';
    });
  }
}
