import { describe, expect, it } from 'vitest';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { countOf } from '../../src/petition/settings.js';
import { person } from '../support/people.js';
import { sign, withdraw, withLedger } from './campaign.js';
import { campaign, PLACES, run, usePlaces } from './support.js';

const places = usePlaces();
const { settings } = await loadPetition({
  contentDir: CONTENT_DIR,
  petition: 'zefzafi',
  organiser: null,
  limits: [],
});
const offset = countOf(settings.offset);

describe.each(PLACES)('on %s', (place) => {
  it('`total` shows the total and what it is made of', async () => {
    const env = { ...(await campaign()), ...(await places.prepared(place)) };
    await withLedger(env, async (ledger) => {
      for (let number = 1; number <= 4; number += 1) await sign(ledger, person(number));
      await withdraw(ledger, person(2));
    });
    const { code, out } = await run(['total'], env);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^total +${offset + 3}$`, 'm'));
    expect(out).toMatch(new RegExp(`^offset +${offset} +\\(`, 'm'));
    expect(out).toMatch(/^collected +3$/m);

    // The same for a script: one line.
    const json = await run(['total', '--json'], env, { now: new Date('2026-05-01T10:00:00Z') });
    expect(json.out.split('\n')).toHaveLength(2);
    expect(JSON.parse(json.out)).toEqual({
      petition: 'zefzafi',
      preview: false,
      total: offset + 3,
      offset,
      collected: 3,
      asOf: '2026-05-01T10:00:00.000Z',
    });
  });
});

describe('the books', () => {
  it("`total --preview` counts the preview's signatures, which never count in the campaign", async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    await withLedger(env, (ledger) => sign(ledger, person(1)), 'petition_zefzafi_preview');
    expect(JSON.parse((await run(['total', '--json'], env)).out)).toMatchObject({
      collected: 0,
      preview: false,
    });
    const preview = await run(['total', '--json', '--preview'], env);
    expect(JSON.parse(preview.out)).toMatchObject({ collected: 1, preview: true });
  });

  it('`reconcile` finds nothing where nobody went past the triggers', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    await withLedger(env, (ledger) => sign(ledger, person(1)));
    expect(await run(['reconcile'], env)).toMatchObject({
      code: 0,
      out: 'All is well: the tally is what the rows say.\n',
      err: '',
    });
  });

  it('`reconcile` lists every difference, and the names whose key is missing', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    await withLedger(env, async (ledger, { query }) => {
      await sign(ledger, person(1), 'Amal');
      await query(
        `UPDATE petition_zefzafi.tally SET count = 7 WHERE dimension = 'all' AND movement = 'standing'`,
      );
      await query(
        "UPDATE petition_zefzafi.tally SET count = 3 WHERE dimension = 'age' AND movement = 'signed'",
      );
      await query('DELETE FROM petition_zefzafi.data_keys');
    });
    const { code, out, err } = await run(['reconcile'], env);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('age older: signed, left, set aside and released add up to 3, the rows to 1\n');
    expect(err).toContain('all signatures: the tally says 7, the rows 1\n');
    expect(err).toMatch(/^key \S+ is missing: the names of 1 signature can't be read$/m);
    expect(err).toContain('restore FILE --replace');
  });

  it('refuses another pepper than the one that the books were begun with', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    await withLedger(env, (ledger) => sign(ledger, person(1)));
    const { IDENTITY_PEPPER } = await campaign();
    const { code, err } = await run(['total'], { ...env, IDENTITY_PEPPER });
    expect(code).toBe(1);
    expect(err).toContain('begun with another IDENTITY_PEPPER');
    expect(err).not.toContain(IDENTITY_PEPPER);
  });
});

describe('without any variable', () => {
  it('counts in a preview', async () => {
    const env = await places.empty('the embedded database');
    const { code, out, err } = await run(['total'], env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^total +${offset} .*preview`, 'm'));
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0, err: '' });
  });
});

describe('on the embedded database while the bot runs', () => {
  it('every command that needs it says so', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('the embedded database')) };
    await withLedger(env, async (ledger) => {
      await ledger.ready();
      for (const argv of [['total'], ['reconcile'], ['backup', places.folder()], ['check']]) {
        const { code, out, err } = await run(argv, env);
        expect(code, argv[0]).toBe(1);
        expect(out + err).toContain(`${env.DATA_DIR} is in use by process ${process.pid}: stop it first`);
      }
    });
  });
});
