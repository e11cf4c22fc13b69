/** Keeps the screen of a hall current: it survives a lost network and a restart of the server. */

/** How often the screen looks: the public total moves once a minute. */
const PERIOD_MS = 60_000;
/** How soon it looks again after a failure. */
const RETRY_MS = 15_000;
/** How long it waits for an answer. */
const TIMEOUT_MS = 10_000;
/** From then on the screen says how old the number is. */
const STALE_MS = 3 * PERIOD_MS;
/** How long each language is shown. */
const TURN_MS = 20_000;

const SCREEN = 'main[data-screen]';

const main = document.querySelector<HTMLElement>(SCREEN);
if (main !== null) {
  keepCurrent(main);
  keepAwake();
}

function keepCurrent(main: HTMLElement): void {
  /** When the server last gave the number that is shown; null: none is shown yet. */
  let known: Date | null = 'known' in main.dataset ? new Date() : null;
  let failing = false;
  let looking = false;
  let turn = 0;
  let waiting: number | undefined;

  function show(): void {
    const faces = [...main.querySelectorAll('section')];
    for (const [index, face] of faces.entries()) face.hidden = index !== turn % faces.length;
    const stale = known !== null && Date.now() - known.getTime() >= STALE_MS;
    for (const line of main.querySelectorAll<HTMLElement>('[data-as-of]')) {
      line.hidden = !stale;
      if (known !== null) line.textContent = asOf(line.dataset, known);
    }
  }

  async function look(): Promise<void> {
    // The network can come and go while we wait for an answer. Each look plans the next one, so there is only one.
    if (looking) return;
    looking = true;
    const current = await ask().catch(() => null);
    looking = false;
    failing = current === null;
    // If there is no new answer, the old one stays on the screen.
    if (current !== null) {
      main.replaceChildren(...current.childNodes);
      known = new Date();
    }
    show();
    waiting = setTimeout(look, failing ? RETRY_MS : PERIOD_MS);
  }

  waiting = setTimeout(look, known === null ? RETRY_MS : PERIOD_MS);
  setInterval(() => {
    turn += 1;
    show();
  }, TURN_MS);
  window.addEventListener('online', () => {
    if (!failing) return;
    clearTimeout(waiting);
    look();
  });
}

/** The screen as the server draws it now; null if it has no number, or if something else answers (a hotel's network). */
async function ask(): Promise<HTMLElement | null> {
  const response = await fetch(location.href, {
    cache: 'no-cache',
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector<HTMLElement>(`${SCREEN}[data-known]`);
}

/** The sentence with the time of the place where the screen is; with the day too, if it was another one. */
function asOf({ asOf: sentence = '', times }: DOMStringMap, known: Date): string {
  const sameDay = known.toDateString() === new Date().toDateString();
  const format = new Intl.DateTimeFormat(times, {
    ...(sameDay ? {} : { dateStyle: 'long' }),
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return sentence.replace('{moment}', format.format(known));
}

/** Browsers release the lock whenever the page is hidden. */
function keepAwake(): void {
  // Only pages over https, or of this machine, have it.
  if (!('wakeLock' in navigator)) return;
  const hold = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', hold);
  hold();
}
