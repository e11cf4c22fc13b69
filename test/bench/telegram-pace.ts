import { Rush } from '../support/telegram-rush.js';
import { VirtualTime } from '../support/virtual-time.js';
import type { Line } from './report.js';

/** Hidden ceilings, in calls a second. */
const CEILINGS = [15, 30, 60, 200];
const SETTLED_MS = 60_000;
const END_MS = 300_000;

/** How sending finds a ceiling that Telegram does not tell. In virtual time, so it measures the policy, not the machine. */
export async function benchPace(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const perSecond of CEILINGS)
    for (const counts of ['all', 'messages'] as const) {
      lines.push(await fortyPeople(perSecond, counts));
      for (const processes of [1, 2]) lines.push(...(await settled(perSecond, counts, processes)));
    }
  return lines;
}

/** 40 people who tap again as soon as they are answered, for 40 s. */
async function fortyPeople(perSecond: number, counts: 'all' | 'messages'): Promise<Line> {
  const time = new VirtualTime();
  time.begin();
  const rush = new Rush(time, {
    ceiling: { perSecond, counts, lockoutSeconds: 3 },
    processes: 1,
    people: 40,
    thinkMs: 1,
  });
  await time.pass(40_000);
  time.end();
  const waits = rush.steps.map(({ waitedMs }) => waitedMs / 1_000).sort((a, b) => a - b);
  const median = waits[Math.floor(waits.length / 2)] ?? 0;
  rush.end();
  return {
    what: `${perSecond} a second over ${counts}: 40 people at once, for 40 s`,
    value: waits.length,
    unit: 'steps',
    note: `waits ${median.toFixed(2)} s (median), ${(waits.at(-1) ?? 0).toFixed(1)} s (longest); disorder ${rush.disorder()}`,
  };
}

/** More people than the ceiling allows, once the pace has settled. */
async function settled(perSecond: number, counts: 'all' | 'messages', processes: number): Promise<Line[]> {
  const time = new VirtualTime();
  time.begin();
  const ceiling = { perSecond, counts, lockoutSeconds: 3 };
  const rush = new Rush(time, { ceiling, processes, people: perSecond * 6, thinkMs: 3_000 });
  await time.pass(END_MS);
  time.end();
  rush.end();
  const what = `${perSecond} a second over ${counts}, processes: ${processes}`;
  return [
    {
      what: `${what}: throughput`,
      value: rush.throughput(SETTLED_MS, END_MS),
      unit: 'of the ceiling',
      // With seven calls a second, one call more or less is a seventh.
      target: { atLeast: perSecond / processes < 10 ? 0.85 : 0.9 },
    },
    {
      what: `${what}: refused`,
      value: rush.refusedPart(SETTLED_MS, END_MS) * 100,
      unit: '% of the calls',
      target: { atMost: 3 },
      note: `disorder ${rush.disorder()}`,
    },
  ];
}
