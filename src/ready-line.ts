import { setTimeout as wait } from 'node:timers/promises';
import type { Report } from './http/health.js';

/** A platform connects within a few seconds of the start. What is missing after these is worth a line. */
const SETTLING_MS = 5_000;

/** How often we look meanwhile. */
const LOOK_AGAIN_MS = 100;

/** Waits for platforms that are still connecting, but not for a database that is away. */
export async function settledReport(report: () => Promise<Report>): Promise<Report> {
  const end = performance.now() + SETTLING_MS;
  for (;;) {
    const found = await report();
    if (missingIn(found).length === 0 || databaseCodes(found).length > 0 || performance.now() > end)
      return found;
    await wait(LOOK_AGAIN_MS);
  }
}

/** What the operator is told once everything was started: whether people can sign, and what is missing. */
export function readyLine(url: string, report: Report): string {
  const missing = missingIn(report).join(', ');
  const open = `open ${url} in a browser. Ctrl-C ends it.`;
  if (report.codes.length > 0) {
    return (
      `Not ready, nobody can sign yet. Missing: ${missing}. The bot goes on trying.\n` +
      `npm run petition -- check says what to mend. To see the page, ${open}`
    );
  }
  if (missing === '') return `Ready: ${open}`;
  return `Ready: ${open}\nNot working yet: ${missing}. npm run petition -- check says what to mend.`;
}

function missingIn(report: Report): string[] {
  const channels = Object.entries(report.channels).filter(([, code]) => code !== 'ok');
  return [
    ...databaseCodes(report).map((code) => `the database (${code})`),
    ...channels.map(([channel, code]) => `${channel} (${code})`),
  ];
}

function databaseCodes({ codes }: Report): readonly string[] {
  return codes.filter((code) => code !== 'no-channel');
}
