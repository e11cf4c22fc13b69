import { beforeAll, describe, expect, it } from 'vitest';
import { plainRules } from '../../src/petition/formats.js';
import { drawChart } from '../../src/staff/chart.js';
import { chartData } from '../../src/staff/chart-data.js';
import { chartOption } from '../../src/staff/chart-option.js';
import { chartAlt } from '../../src/staff/chart-text.js';
import { chartWords } from '../../src/staff/chart-words.js';
import { grainFor } from '../../src/staff/grain.js';
import { readReport } from '../../src/staff/report.js';
import { MIN_SHOWN } from '../../src/staff/small-counts.js';
import { startDatabase, type TestDatabase } from '../support/databases.js';
import { act, ledgerOn, person, signOnce } from '../support/people.js';
import { sample } from '../transcripts/sample.js';
import { openStage, type Stage } from './stage.js';

const petition = await sample();
const moved = (signed: number, left = 0) => ({ signed, left, 'set-aside': 0, released: 0 });
/** Widths do not matter to the numbers. */
const measure = () => 10;
const heights = ({ data }: { readonly data: readonly { readonly value: number }[] }) =>
  data.map(({ value }) => value);
const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);

let test: TestDatabase;
let stage: Stage;
let schema: string;
beforeAll(async () => {
  test = await startDatabase('server');
  schema = test.newSchema();
  stage = openStage(petition, test.database, schema);
  for (let who = 0; who < 12; who += 1) await act(stage.ledger, person(who), signOnce());
  for (let who = 0; who < 11; who += 1) await act(stage.ledger, person(who, 'discord'), signOnce());
  for (let who = 0; who < 3; who += 1) await act(stage.ledger, person(who, 'slack'), signOnce());
  await act(stage.ledger, person(0), () => ({ kind: 'withdraw' }));
  return () => test.remove();
});

describe('the chart', () => {
  it.each(['today', '7d', '30d', 'all'] as const)(
    'of %s is drawn from what the store says',
    async (period) => {
      const { chart, total } = await readReport(stage.context, period);
      const [row] = await test.database.query<{ signed: number }>(
        `SELECT sum(count)::integer AS signed FROM ${schema}.tally WHERE dimension = 'all' AND movement = 'signed'`,
      );
      const words = chartWords(chart, stage.context.voice);
      const { series } = chartOption(chart, words, measure);
      const bars = series.filter(({ type, data }) => type === 'bar' && data.length > 0);
      expect(sum(bars.flatMap(heights))).toBe(row?.signed);
      const line = series.find(({ name }) => name === words.total);
      expect(line?.data.at(-1)?.value).toBe(total);
      expect(total).toBe(100 + (await stage.ledger.counted()));
      expect(chart.before).toBe(100);
      // Three from one channel are nobody's to see: with the next smallest, they stand as one.
      expect(bars.map(({ name, data }) => [name, sum(heights({ data }))])).toEqual([
        ['Telegram', 12],
        [stage.context.voice.say('staff-chart-rest'), 14],
      ]);
      expect(series).toContainEqual(
        expect.objectContaining({ markLine: expect.objectContaining({ data: [{ yAxis: 200 }] }) }),
      );
    },
  );

  it('shows withdrawals below the axis, and none that are too few to be told', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
    const counts = [12, 3, 0, 40, 25];
    const flows = counts.map((left, hour) => ({
      since: at(hour),
      channel: 'telegram',
      moved: moved(50, left),
    }));
    const place = { since: at(0), until: at(4), named: ['telegram'], total: 500, goal: 900 };
    const data = chartData({ flows }, { grain: 'hour', ...place });
    // Three alone could be worked out from the sum: the next smallest number is hidden with it.
    expect(data.bars.map(({ left }) => left)).toEqual([null, null, 0, 40, 25]);
    const { voice } = stage.context;
    const { series } = chartOption(data, chartWords(data, voice), measure);
    const left = 'Taken back (small counts not shown)';
    const drawn = series.find(({ name }) => name === left);
    expect(heights({ data: drawn?.data ?? [] })).toEqual([-0, -0, -0, -40, -25]);
    expect(chartAlt(data, voice)).toContain(`${left} 65.`);
  });

  it('rejects if drawing fails, and draws the next one', async () => {
    const { voice } = stage.context;
    const { chart } = await readReport(stage.context, 'today');
    const formats = { ...voice.formats, rules: plainRules('no language') };
    await expect(drawChart(chart, { ...voice, formats })).rejects.toThrow(RangeError);
    const png = await drawChart(chart, voice);
    expect(Buffer.from(png).toString('latin1', 1, 4)).toBe('PNG');
  });

  it('has a bar for every hour, and the total at the end of each', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
    const flows = [
      { since: at(1), channel: 'telegram', moved: moved(30, 2) },
      { since: at(3), channel: 'telegram', moved: moved(20) },
      { since: at(3), channel: 'discord', moved: moved(10) },
    ];
    const none = { all: {}, channel: {}, locale: {}, source: {}, age: {} };
    const figures = { standing: { ...none, status: {} }, signed: none, flows };
    const named = ['telegram', 'discord'];
    const place = { since: at(0), until: at(4), named, total: 200, goal: 500 };
    const data = chartData(figures, { grain: 'hour', ...place });
    expect(data.bars.map(({ total }) => total)).toEqual([142, 170, 170, 200, 200]);
    expect(data.bars.map(({ byChannel }) => byChannel)).toEqual([
      {},
      { telegram: 30 },
      {},
      { telegram: 20, discord: 10 },
      {},
    ]);
    expect(data.before).toBe(142);
  });
});

describe('the bars of a long time', () => {
  const flows = Array.from({ length: 800 }, (_, day) => ({
    since: new Date(Date.UTC(2026, 0, 1 + day)),
    channel: 'telegram',
    moved: moved(10),
  }));
  const none = { all: {}, channel: {}, locale: {}, source: {}, age: {} };
  const figures = { standing: { ...none, status: {} }, signed: none, flows };

  it.each([
    [60, 'day', 60, '2026-01-01'],
    [61, 'week', 10, '2025-12-29'],
    [420, 'week', 61, '2025-12-29'],
    [421, 'month', 14, '2026-01-01'],
  ] as const)('of %i days are a %s each, and %i of them hold all', (days, grain, count, first) => {
    const [since, until] = [new Date('2026-01-01'), new Date(Date.UTC(2026, 0, days, 12))];
    expect(grainFor(since, until)).toBe(grain);
    const own = { ...figures, flows: flows.slice(0, days) };
    const total = 100 + days * 10;
    const { bars, before } = chartData(own, { grain, since, until, named: ['telegram'], total, goal: 9000 });
    expect(bars).toHaveLength(count);
    expect(bars[0]?.since.toISOString().slice(0, 10)).toBe(first);
    expect(sum(bars.map(({ byChannel }) => byChannel.telegram ?? 0))).toBe(days * 10);
    expect(bars.at(-1)?.total).toBe(total);
    expect(before).toBe(100);
  });
});

describe('the figures', () => {
  it('add up while people sign and withdraw', async () => {
    const busy = ledgerOn({ database: test.another(), schema, petition: petition.id });
    let over = false;
    const crowd = Array.from({ length: 8 }, async (_, lane) => {
      for (let who = 1000 + lane * 1000; !over; who += 1) {
        await act(busy, person(who, who % 2 ? 'web' : 'slack'), signOnce({ locale: who % 3 ? 'en' : 'ar' }));
        if (who % 5 === 0)
          await act(busy, person(who, who % 2 ? 'web' : 'slack'), () => ({ kind: 'withdraw' }));
      }
    });
    for (let look = 0; look < 40; look += 1) {
      const { figures, total, chart } = await readReport(stage.context, '30d');
      const { standing, signed } = figures;
      for (const dimension of ['channel', 'locale', 'source', 'age'] as const) {
        expect(sum(Object.values(standing[dimension]))).toBe(standing.all['']);
        expect(sum(Object.values(signed[dimension]))).toBe(signed.all['']);
      }
      expect(standing.status.counted).toBe(standing.all['']);
      expect(sum(chart.bars.flatMap(({ byChannel, rest }) => [...Object.values(byChannel), rest]))).toBe(
        signed.all[''],
      );
      expect(chart.before).toBe(100);
      expect(chart.bars.at(-1)?.total).toBe(total);
      expect(
        chart.bars.flatMap(({ byChannel }) => Object.values(byChannel)).every((count) => count >= MIN_SHOWN),
      ).toBe(true);
    }
    over = true;
    await Promise.all(crowd);
  });
});
