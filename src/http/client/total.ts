/** Moves the total and its progress while the page is open. */

interface PublicNumber {
  readonly total: number;
  readonly goal: number;
}

/** Screen readers hear of a moving total at most this often. */
const ANNOUNCEMENT_MS = 30_000;

const section = document.querySelector<HTMLElement>('[data-events]');
if (section !== null) follow(section);

function follow(section: HTMLElement): void {
  const count = section.querySelector<HTMLElement>('[data-count]');
  const goal = section.querySelector<HTMLElement>('[data-goal]');
  const progress = section.querySelector('progress');
  const announcement = section.querySelector<HTMLElement>('[data-announcement]');
  const label = count?.parentElement;
  const format = new Intl.NumberFormat(section.dataset.numbers);
  let shown: number | null = null;
  let announcing = false;

  function show(number: PublicNumber): void {
    if (number.total === shown) return;
    const first = shown === null;
    shown = number.total;
    if (count) count.textContent = format.format(number.total);
    if (goal) goal.textContent = format.format(number.goal);
    if (progress) {
      progress.max = number.goal;
      progress.value = number.total;
    }
    section.querySelector('[data-unknown]')?.remove();
    if (!first) announceLater();
  }

  function announceLater(): void {
    if (announcing) return;
    announcing = true;
    setTimeout(() => {
      announcing = false;
      if (announcement && label) announcement.textContent = label.textContent;
    }, ANNOUNCEMENT_MS);
  }

  // The address is the page's own; a lost connection is taken up again by the browser.
  const events = new EventSource(section.dataset.events ?? '');
  events.addEventListener('message', ({ data }) => {
    const number = parse(data);
    if (number !== null) show(number);
  });
  // A page in the browser's back-forward cache must not hold a connection.
  window.addEventListener('pagehide', () => events.close());
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) follow(section);
  });
}

function parse(data: unknown): PublicNumber | null {
  if (typeof data !== 'string') return null;
  const value: unknown = JSON.parse(data);
  if (typeof value !== 'object' || value === null || !('total' in value) || !('goal' in value)) return null;
  const { total, goal } = value;
  return typeof total === 'number' && typeof goal === 'number' ? { total, goal } : null;
}
