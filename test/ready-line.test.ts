import { expect, test } from 'vitest';
import type { Report } from '../src/http/health.js';
import { readyLine, settledReport } from '../src/ready-line.js';

const URL = 'http://127.0.0.1:3000/';
const WELL: Report = { codes: [], channels: { telegram: 'ok', discord: 'ok' } };

test('it is ready where everything is well', () => {
  expect(readyLine(URL, WELL)).toBe(`Ready: open ${URL} in a browser. Ctrl-C ends it.`);
});

test('it is not ready while the database is away, and says so with the way to look closer', () => {
  const line = readyLine(URL, { ...WELL, codes: ['database-ECONNREFUSED'] });
  expect(line).toMatch(/^Not ready, nobody can sign yet. Missing: the database \(database-ECONNREFUSED\)\./);
  expect(line).toContain('npm run petition -- check');
  expect(line).not.toMatch(/^Ready/m);
});

test('it is not ready while no platform is connected', () => {
  const line = readyLine(URL, { codes: ['no-channel'], channels: { telegram: 'telegram-401' } });
  expect(line).toMatch(/^Not ready, nobody can sign yet. Missing: telegram \(telegram-401\)\./);
});

test('it is ready with one platform of two, and names the other', () => {
  const line = readyLine(URL, { codes: [], channels: { telegram: 'ok', discord: 'discord-connecting' } });
  expect(line).toMatch(/^Ready: open/);
  expect(line).toMatch(/^Not working yet: discord \(discord-connecting\)\./m);
});

test('a platform that connects within moments is waited for', async () => {
  const connecting: Report = { codes: ['no-channel'], channels: { discord: 'discord-connecting' } };
  const reports = [connecting, connecting];
  expect(await settledReport(async () => reports.shift() ?? WELL)).toBe(WELL);
});

test('a database that is away is not waited for', async () => {
  const away: Report = { ...WELL, codes: ['database-ECONNREFUSED'] };
  const reports = [away];
  expect(await settledReport(async () => reports.shift() ?? WELL)).toBe(away);
});
