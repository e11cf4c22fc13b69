/** Updates the total and its progress while the page is open. */

interface PublicNumber {
  readonly total: number;
  readonly goal: number;
}

/** The shortest time between two announcements of the total to screen readers. */
const ANNOUNCEMENT_MS = 30_000;

/** After a refusal the page asks again, with exponential backoff up to the maximum. */
const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 20_000;

const section = document.querySelector<HTMLElement>('[data-events]');
if (section !== null) follow(section);

function follow(section: HTMLElement): void {
  const count = section.querySelector<HTMLElement>('[data-count]');
  const goal = section.querySelector<HTMLElement>('[data-goal]');
  const progress = section.querySelector('progress');
  const next = section.querySelector<HTMLElement>('[data-next]');
  const announcement = section.querySelector<HTMLElement>('[data-announcement]');
  const label = count?.parentElement;
  const written = numbersOf(section.dataset);
  let shown: number | null = null;
  let announcing = false;

  function show(number: PublicNumber): void {
    if (number.total === shown) return;
    const first = shown === null;
    shown = number.total;
    if (count) count.textContent = written(number.total);
    if (goal) goal.textContent = written(number.goal);
    if (progress) {
      progress.max = number.goal;
      progress.value = number.total;
    }
    if (next) next.hidden = number.total >= number.goal;
    for (const said of section.querySelectorAll<HTMLElement>('[data-true-from]')) {
      said.hidden = number.total < Number(said.dataset.trueFrom);
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

  // The address comes from our own page.
  listen(section.dataset.events ?? '', (data) => {
    const number = parse(data);
    if (number !== null) show(number);
  });
}

/**
 * Listens to a stream while the page is shown. The browser reconnects by itself after a lost connection. It
 * gives up if the answer is not a stream (a restart, a full server, a proxy's error page); then we reconnect.
 */
function listen(address: string, receive: (data: unknown) => void): void {
  let events: EventSource | null = null;
  let waiting: number | undefined;
  let pause = FIRST_PAUSE_MS;

  function open(): void {
    const opened = new EventSource(address);
    opened.addEventListener('open', () => {
      pause = FIRST_PAUSE_MS;
    });
    opened.addEventListener('message', ({ data }) => receive(data));
    opened.addEventListener('error', () => {
      if (opened.readyState === EventSource.CLOSED) openLater();
    });
    events = opened;
  }

  function openLater(): void {
    // Jitter of up to half the pause, so that pages refused together do not return together.
    waiting = setTimeout(open, pause * (1 + Math.random() / 2));
    pause = Math.min(pause * 2, MAX_PAUSE_MS);
  }

  open();
  // A page in the browser's back-forward cache must not hold a connection.
  window.addEventListener('pagehide', () => {
    clearTimeout(waiting);
    events?.close();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) open();
  });
}

/** Writes numbers as the server does: `Intl` by itself has no Spanish with spaces between groups of digits. */
function numbersOf({ numbers, group }: DOMStringMap): (value: number) => string {
  const format = new Intl.NumberFormat(numbers);
  return (value) =>
    format
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? (group ?? part.value) : part.value))
      .join('');
}

function parse(data: unknown): PublicNumber | null {
  if (typeof data !== 'string') return null;
  const value: unknown = JSON.parse(data);
  if (typeof value !== 'object' || value === null || !('total' in value) || !('goal' in value)) return null;
  const { total, goal } = value;
  return typeof total === 'number' && typeof goal === 'number' ? { total, goal } : null;
}
