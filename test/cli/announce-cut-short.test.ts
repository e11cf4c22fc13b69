import { describe, expect, it } from 'vitest';
import type { Person } from '../fakes/telegram/people.js';
import { useAnnouncing } from './announcing.js';
import { withLedger } from './books.js';
import { PLACES, PROGRAM_TIMEOUT_MS, start } from './support.js';

describe.each(PLACES)('petition announce, cut short on %s', (place) => {
  const scene = useAnnouncing(place);

  /** Starts the program itself, and waits until some have got the message. */
  async function underWay(file: string, people: readonly Person[], enough: number) {
    const { child, ended } = start(['announce', file, '--yes'], scene.env);
    const got = () => people.filter(({ received }) => received.length > 0).length;
    while (got() < enough) {
      if (child.exitCode !== null) throw new Error((await ended).err);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { child, ended, got };
  }

  it('ends cleanly when it is interrupted, and goes on where it was', {
    timeout: PROGRAM_TIMEOUT_MS,
  }, async () => {
    const people = scene.onTelegram(30);
    await scene.subscribed(people);
    const file = await scene.written();
    const { child, ended, got } = await underWay(file, people, 5);
    child.kill('SIGINT');
    const { code, out } = await ended;
    expect(code).toBe(1);
    expect(out).toContain(`Sent to ${got()} people.`);
    expect(got()).toBeLessThan(30);
    expect((await scene.announce(file)).code).toBe(0);
    for (const person of people) expect(person.received).toHaveLength(1);
  });

  it('brings nobody the message twice when it is killed in the middle', {
    timeout: PROGRAM_TIMEOUT_MS,
  }, async () => {
    const people = scene.onTelegram(30);
    await scene.subscribed(people);
    const file = await scene.written();
    const { child, ended, got } = await underWay(file, people, 5);
    child.kill('SIGKILL');
    await ended;
    expect(got()).toBeLessThan(30);
    expect((await scene.announce(file)).code).toBe(0);
    expect(Math.max(...people.map(({ received }) => received.length))).toBe(1);
    // At most those whose message was being sent at that moment got none.
    expect(got()).toBeGreaterThanOrEqual(26);
  });
});

describe('petition announce, by two at once', () => {
  const scene = useAnnouncing('a PostgreSQL server');

  it('is sent by one at a time', async () => {
    await scene.subscribed(scene.onTelegram(1));
    const file = await scene.written();
    await withLedger(scene.env, async (_ledger, database) => {
      const lock = await database.tryLock('petition_zefzafi/announce');
      const { code, err } = await scene.announce(file);
      expect(code).toBe(1);
      expect(err).toContain('is being sent from elsewhere');
      await lock?.release();
    });
  });
});
