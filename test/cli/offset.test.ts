import { describe, expect, it } from 'vitest';
import { withLedger } from './campaign.js';
import { campaign, run, usePlaces } from './support.js';

const places = usePlaces();
const NOW = new Date('2026-12-01T10:00:00Z');
const SOURCE = 'Amnesty International Canada';

describe('petition offset', () => {
  it('shows the count of the content, records newer figures, and keeps them as a history', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    const ask = (...argv: string[]) => run(['offset', ...argv], env, { now: NOW });
    expect((await ask()).out).toBe(`785  ${SOURCE}, 2026-11-22\n785  in all\n`);

    expect((await ask('--set', SOURCE, '999', '--day', '2026-11-30')).code).toBe(0);
    const { code, out } = await ask('--set', SOURCE, '1204', '--day', '2026-12-01');
    expect(code).toBe(0);
    expect(out).toBe(
      `1204  ${SOURCE}, 2026-12-01\n1204  in all\n\nRecorded here, the newest first:\n` +
        `1204  ${SOURCE}, 2026-12-01 (recorded on 2026-12-01)\n` +
        ` 999  ${SOURCE}, 2026-11-30 (recorded on 2026-12-01)\n`,
    );
    expect(JSON.parse((await ask('--json')).out)).toMatchObject({ petition: 'zefzafi', offset: 1204 });
    expect(JSON.parse((await run(['total', '--json'], env)).out)).toMatchObject({
      total: 1204,
      offset: 1204,
    });
    // A running bot reads it with the total.
    expect(await withLedger(env, (ledger) => ledger.offsets())).toHaveLength(2);
  });

  it('refuses an unknown count, an older figure and a day in the future', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    const set = (source: string, day: string) =>
      run(['offset', '--set', source, '900', '--day', day], env, { now: NOW });
    expect(await set('Amnesty', '2026-11-30')).toMatchObject({
      code: 1,
      err: `petition.yaml has no count of Amnesty; it has ${SOURCE}. Add a new count there, and restart the bot.\n`,
    });
    expect((await set(SOURCE, '2026-11-21')).err).toContain('that counts now is of 2026-11-22');
    expect((await set(SOURCE, '2026-12-03')).err).toContain('2026-12-03 is in the future');
    expect(JSON.parse((await run(['offset', '--json'], env)).out)).toMatchObject({
      offset: 785,
      recorded: [],
    });
  });

  it('names what is missing in the arguments', async () => {
    for (const [argv, problem] of [
      [['900'], 'belong to --set NAME'],
      [['--set', SOURCE, 'many', '--day', '2026-11-30'], 'give the count as a whole number'],
      [['--set', SOURCE, '900'], 'give the day of the figure'],
    ] as const) {
      const { code, err } = await run(['offset', ...argv], {});
      expect(code).toBe(2);
      expect(err).toContain(problem);
    }
  });
});
