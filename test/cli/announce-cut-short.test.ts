import { describe, expect, it, vi } from 'vitest';
import type { Environment } from '../../src/config.js';
import type { Person } from '../fakes/telegram/people.js';
import { act } from '../support/people.js';
import { until } from '../support/until.js';
import { useAnnouncing } from './announcing.js';
import { withLedger } from './campaign.js';
import { PLACES, PROGRAM_TIMEOUT_MS, start } from './support.js';

const WAITING = { timeout: 15_000, interval: 20 };

/** Every signal once: what it does is the same on each database. What a kill leaves behind is not. */
const SIGNALS = {
  'the embedded database': ['SIGINT'],
  'a PostgreSQL server': ['SIGTERM', 'SIGHUP'],
} as const;

const announcing = useAnnouncing();

// Each waits for a lease or for Telegram, so they run beside each other.
describe.concurrent.each(PLACES)('petition announce, cut short on %s', (place) => {
  /** Starts the program itself, and waits until some have got the message. */
  async function underWay(
    { env }: { readonly env: Environment },
    file: string,
    people: readonly Person[],
    enough: number,
  ) {
    const { child, ended } = start(['announce', file, '--yes'], env);
    const got = () => people.filter(({ received }) => received.length > 0).length;
    await until(() => got() >= enough || child.exitCode !== null, PROGRAM_TIMEOUT_MS / 2);
    if (child.exitCode !== null) throw new Error((await ended).err);
    return { child, ended, got };
  }

  it.for<NodeJS.Signals>(SIGNALS[place])(
    'ends cleanly on %s, and goes on where it was',
    {
      timeout: PROGRAM_TIMEOUT_MS,
    },
    async (signal, { onTestFinished }) => {
      const scene = await announcing(place, onTestFinished);
      const people = scene.onTelegram(30);
      await scene.subscribed(people);
      const file = await scene.written();
      const { child, ended, got } = await underWay(scene, file, people, 5);
      // Through npm the same Ctrl-C comes twice.
      child.kill(signal);
      child.kill(signal);
      const { code, out } = await ended;
      expect(code).toBe(130);
      expect(out).toContain(`Interrupted: ${got()} sent, ${30 - got()} left. Run the same again to go on.`);
      expect(got()).toBeLessThan(30);
      expect((await scene.announce(file)).code).toBe(0);
      for (const person of people) expect(person.received).toHaveLength(1);
    },
  );

  it('brings nobody the message twice when it is killed in the middle', {
    timeout: PROGRAM_TIMEOUT_MS,
  }, async ({ onTestFinished }) => {
    const scene = await announcing(place, onTestFinished);
    const people = scene.onTelegram(30);
    await scene.subscribed(people);
    const file = await scene.written();
    const { child, ended, got } = await underWay(scene, file, people, 5);
    child.kill('SIGKILL');
    await ended;
    expect(got()).toBeLessThan(30);
    expect((await scene.announce(file)).code).toBe(0);
    expect(Math.max(...people.map(({ received }) => received.length))).toBe(1);
    // At most those whose message was on its way at that moment got none.
    expect(got()).toBeGreaterThanOrEqual(26);
  });
});

describe.concurrent('petition announce, while others use the database', () => {
  it('writes to nobody who stops the updates while it waits', async ({ onTestFinished }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(1);
    await scene.subscribed(people);
    scene.telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 3 });
    const going = scene.announce(await scene.written());
    await vi.waitFor(() => expect(scene.telegram.calls).toHaveLength(1), WAITING);
    // Nobody is claimed meanwhile: killed now, the process would cost them nothing.
    await vi.waitFor(async () => expect(await scene.contacts()).toEqual(['telegram 0']), WAITING);
    await withLedger(scene.env, async (ledger) => {
      const who = { channel: 'telegram', tenant: '', id: String(people[0]?.id) };
      await act(ledger, who, () => ({ kind: 'unsubscribe' }));
    });
    expect(await going).toMatchObject({ code: 0, out: expect.stringContaining('Sent to 0 people.') });
    expect(people[0]?.received).toEqual([]);
    expect(scene.telegram.calls).toHaveLength(1);
  });

  it('is sent by one at a time', async ({ onTestFinished }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    await scene.subscribed(scene.onTelegram(1));
    const file = await scene.written();
    await withLedger(scene.env, async (ledger) => {
      const lease = await ledger.leases.take('announce');
      const { code, err } = await scene.announce(file);
      expect(code).toBe(1);
      expect(err).toContain('is being sent from elsewhere');
      await lease?.release();
    });
  });
});
