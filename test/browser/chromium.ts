import { accessSync, constants } from 'node:fs';

/**
 * Where Debian and others put it; `CHROMIUM_PATH` names any other place. Debian's headless shell is the same engine
 * without the windows of a browser: a visit takes a third of the processor time.
 */
const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Quiet: no updates, no first-run pages, nothing that asks elsewhere by itself. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages share a process, and no spare one waits for the next page: half as many processes are started.
  '--renderer-process-limit=1',
];

/** The first Chromium that can be run here; null where there is none. */
export function findChromium(): string | null {
  return PLACES.find((place) => place !== undefined && place !== '' && isExecutable(place)) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
