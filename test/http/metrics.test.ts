import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Adapter, Health } from '../../src/channel/adapter.js';
import type { Watched } from '../../src/http/gauges.js';
import { createMetrics, type Metrics } from '../../src/http/metrics.js';
import type { Phase } from '../../src/petition/petition.js';
import { StoreUnavailable } from '../../src/storage/database.js';
import { ask, platform, startServer } from './support.js';

/** A petition as the gauges see it. The phase `null`: the database can't be read. */
function petition(id: string, counted: number, phase: () => Phase | null): Watched['petitions'][number] {
  const known = () => {
    const now = phase();
    if (now === null) throw new StoreUnavailable('ECONNREFUSED');
    return now;
  };
  return {
    petition: { id },
    total: {
      read: async () => {
        known();
        return { counted };
      },
    },
    status: { read: async () => ({ phase: known() }) },
  };
}

async function lines(metrics: Metrics, wanted: RegExp): Promise<string[]> {
  return (await metrics.registry.metrics()).split('\n').filter((line) => wanted.test(line));
}

describe('the gauges', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tell for each platform whether people are answered, as its health is at the scrape', async () => {
    let health: Health = { ok: false, code: 'gateway-away' };
    const moody: Adapter = { ...platform('one', health), health: () => health };
    const metrics = createMetrics();
    metrics.watch({
      petitions: [],
      adapters: [moody, platform('two', { ok: true, code: 'ok, chats-held-1' })],
      databaseUp: async () => true,
    });
    expect(await lines(metrics, /^petition_platform/)).toEqual([
      'petition_platform_up{channel="one"} 0',
      'petition_platform_up{channel="two"} 1',
    ]);
    health = { ok: true };
    expect(await lines(metrics, /^petition_platform.*one/)).toEqual([
      'petition_platform_up{channel="one"} 1',
    ]);
  });

  it('tell how many answers wait and for how long, of platforms that have answers to send', async () => {
    const metrics = createMetrics();
    const busy = { ...platform('one', { ok: true }), unsent: () => ({ answers: 3, oldestMs: 4_500 }) };
    metrics.watch({
      petitions: [],
      adapters: [busy, platform('web', { ok: true })],
      databaseUp: async () => true,
    });
    expect(await lines(metrics, /^petition_(unsent|oldest)/)).toEqual([
      'petition_unsent_answers{channel="one"} 3',
      'petition_oldest_unsent_answer_seconds{channel="one"} 4.5',
    ]);
  });

  it('tell which of several petitions are paused, and nothing of one that can not be read', async () => {
    const metrics = createMetrics(true);
    let phase: Phase | null = 'paused';
    metrics.watch({
      petitions: [petition('first', 7, () => phase), petition('second', 9, () => 'open')],
      adapters: [],
      databaseUp: async () => true,
    });
    const shown = () => lines(metrics, /^petition_(paused|signatures)/);
    const second = ['petition_signatures{petition="second"} 9', 'petition_paused{petition="second"} 0'];
    expect((await shown()).toSorted()).toEqual(
      [
        'petition_signatures{petition="first"} 7',
        'petition_paused{petition="first"} 1',
        ...second,
      ].toSorted(),
    );
    phase = null;
    expect(await shown()).toEqual(second);
    phase = 'closed';
    expect(await shown()).toContain('petition_paused{petition="first"} 0');
  });

  it('tell of which jobs this process holds the lease', async () => {
    const metrics = createMetrics();
    const jobs = new Map([
      ['gateway', true],
      ['polling', false],
    ]);
    metrics.showLeases(() => jobs);
    expect(await lines(metrics, /^petition_lease/)).toEqual([
      'petition_lease_held{lease="gateway"} 1',
      'petition_lease_held{lease="polling"} 0',
    ]);
    jobs.delete('gateway');
    expect(await lines(metrics, /^petition_lease/)).toEqual(['petition_lease_held{lease="polling"} 0']);
  });

  it('leave out what hangs, so that a scrape always ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const never = new Promise<never>(() => undefined);
    const metrics = createMetrics();
    metrics.watch({
      petitions: [{ petition: { id: 'one' }, total: { read: () => never }, status: { read: () => never } }],
      adapters: [platform('one', { ok: true })],
      databaseUp: () => never,
    });
    metrics.showRecount('one', () => never);
    const scrape = lines(metrics, /^petition_/);
    // Prometheus gives up after 10 s.
    await vi.advanceTimersByTimeAsync(9_000);
    const found = (await scrape).join('\n');
    expect(found).toContain('petition_platform_up{channel="one"} 1');
    expect(found).not.toMatch(/petition_(?:signatures|paused|database_up|recount_findings)\b/);
  });

  it('begin the counters at 0, so that Prometheus sees the first event that fails', async () => {
    const metrics = createMetrics();
    metrics.watch({
      petitions: [petition('one', 0, () => 'open')],
      adapters: [platform('one', { ok: true })],
      databaseUp: async () => true,
    });
    expect(await lines(metrics, /^petition_events.*"failed"/)).toEqual([
      'petition_events_total{channel="one",outcome="failed"} 0',
    ]);
  });

  it('have the memory of the process, and how late its event loop is', async () => {
    const metrics = createMetrics();
    const sampleOf = async (name: string) =>
      Number((await lines(metrics, new RegExp(`^${name} `)))[0]?.split(' ')[1]);
    expect(await sampleOf('process_resident_memory_bytes')).toBeGreaterThan(10e6);
    await vi.waitUntil(async () => (await sampleOf('nodejs_eventloop_lag_p99_seconds')) > 0);
  });
});

describe('the database in the metrics', () => {
  it('is what /readyz says of it, by the same try', async () => {
    let tries = 0;
    const server = await startServer({
      adapters: [platform('one', { ok: true })],
      ready: async () => {
        tries += 1;
        return { ok: false, codes: ['database-53100'] };
      },
    });
    try {
      const [readyz, ...scrapes] = await Promise.all(
        ['/readyz', '/metrics', '/metrics'].map((path) => ask(server.url + path)),
      );
      expect(readyz?.status).toBe(503);
      for (const { body } of scrapes) expect(body).toMatch(/^petition_database_up 0$/m);
      expect(tries).toBe(1);
    } finally {
      await server.close();
    }
  });

  it('is up while only a platform is away', async () => {
    const server = await startServer({ adapters: [platform('one', { ok: false, code: 'token-refused' })] });
    try {
      const { body } = await ask(`${server.url}/metrics`);
      expect(body).toMatch(/^petition_database_up 1$/m);
      expect(body).toMatch(/^petition_platform_up\{channel="one"\} 0$/m);
    } finally {
      await server.close();
    }
  });
});
