import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_RATES } from '../../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../../fakes/telegram/server.js';
import type { Finished } from '../../support/finished.js';
import { freePort } from '../../support/free-port.js';
import { type Main, startMain } from '../../support/main.js';
import { createDatabase } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { SECRET, until, walkToName } from './support.js';

/** Starting the program takes a second, and many where all cores are busy. */
const PATIENCE_MS = 60_000;

const NOBODY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

type Mode = 'polling' | 'webhook';

/** A Telegram, and a database and an environment for the program that works with it, of one test's own. */
async function place(mode: Mode, finished: Finished) {
  const dataDir = await mkdtemp(join(tmpdir(), 'petition-telegram-'));
  const telegram = await FakeTelegram.start();
  telegram.limits.rates = NO_RATES;
  const running: Main[] = [];
  finished(async () => {
    for (const program of running) {
      program.signal('SIGKILL');
      await program.ended;
    }
    await telegram.stop();
    await rm(dataDir, { recursive: true });
  });
  const port = await freePort();
  const env = {
    DATABASE_URL: await createDatabase(),
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PUBLIC_REFRESH_SECONDS: '0',
    IDENTITY_PEPPER: randomBytes(32).toString('base64'),
    SEAL_RECIPIENTS: NOBODY,
    ORGANISER_NAME: 'The Friends of the Rif',
    ORGANISER_CONTACT: 'friends@example.org',
    PRIVACY_URL: 'https://example.org/privacy',
    HOSTING_COUNTRY: 'CA',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_MODE: mode,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  };

  /** Starts the program, and waits until it takes updates. */
  async function start(): Promise<Main> {
    const calls = telegram.calls.length;
    const program = startMain(['serve'], env);
    running.push(program);
    const taking = mode === 'polling' ? 'getUpdates' : 'setWebhook';
    await until(() => {
      if (program.child.exitCode !== null) throw new Error(`it ended: ${program.output()}`);
      return telegram.calls.slice(calls).some(({ method }) => method === taking);
    }, PATIENCE_MS);
    return program;
  }

  async function total(): Promise<unknown> {
    return (await fetch(`http://127.0.0.1:${port}/api/total`)).json();
  }
  return { telegram, start, total };
}

// They wait far more than they work, so they run beside each other. Within each, starting the program is most of the
// work: the one that was started last is killed, and later ended.
describe.concurrent.each<Mode>(['polling', 'webhook'])('the program, on Telegram by %s', (mode) => {
  test(
    'shows the thanks all the same when it is killed before it says so, and finishes on SIGTERM what it has begun',
    async ({ onTestFinished }) => {
      const { telegram, start, total } = await place(mode, onTestFinished);
      const first = await start();
      const signer = telegram.person();
      await walkToName(signer, PRESSES_TO_NAME.zefzafi);
      // The chat's own limit is over: the next answer leaves at once.
      await until(() => telegram.clock.now() - (telegram.requests().at(-1)?.at ?? 0) > 4_000);
      telegram.faults.plan('editMessageText', { kind: 'hang' });
      const edits = () => telegram.calls.filter(({ method }) => method === 'editMessageText').length;
      const before = edits();
      signer.presses(0);
      await until(() => edits() > before);
      // It has signed, and not said so.
      first.signal('SIGKILL');
      await first.ended;
      const second = await start();
      await signer.until(() => signer.last.text.includes('Thank you'), 'for the thanks');
      expect(signer.received).toHaveLength(1);
      expect(await total()).toMatchObject({ signatures: 1 });

      const next = telegram.person();
      await walkToName(next, PRESSES_TO_NAME.zefzafi);
      const screen = next.last;
      next.presses(0);
      await until(() => telegram.world.updates.pending.length === 0);
      // The thanks wait for the chat's turn. They come at the next press.
      second.signal('SIGKILL');
      await second.ended;
      const third = await start();
      next.presses(0, screen);
      await next.until(() => next.last.text.includes('Thank you'), 'for the thanks');
      expect(await total()).toMatchObject({ signatures: 2 });

      const people = Array.from({ length: 60 }, () => telegram.person());
      for (const person of people) person.says('/start');
      await until(() => people.some((person) => person.received.length > 0));
      third.signal('SIGTERM');
      expect(await third.ended).toBe(0);
      // It leaves the rest to the next.
      await start();
      await Promise.all(
        people.map((person) => person.until(() => person.received.length > 0, 'for an answer')),
      );
      await until(() => telegram.world.updates.pending.length === 0);
      for (const person of people) expect(person.received).toHaveLength(1);
    },
    PATIENCE_MS * 6,
  );
});
