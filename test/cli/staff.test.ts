import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { act, person, signing } from '../support/people.js';
import { copiesOf, withLedger } from './campaign.js';
import { campaign, type Place, run, usePlaces } from './support.js';

const places = usePlaces();

/** A campaign that twelve have signed, eleven of them by the poster. Test people have accounts that are older. */
async function sign(place: Place): Promise<Environment> {
  const env = { ...(await campaign()), ...(await places.prepared(place)) };
  await withLedger(env, async (ledger) => {
    for (let who = 0; who < 12; who += 1) {
      await act(ledger, person(who), () => signing({ source: who < 11 ? 'poster' : null }));
    }
  });
  return env;
}
const signed = copiesOf(places, () => sign('a PostgreSQL server'));
const counted = (env: Environment) => withLedger(env, (ledger) => ledger.counted());

const order = ['quarantine', 'poster', '--reason', 'says "a script" --hold'];

it('`quarantine` sets aside and `release` puts back on the embedded database too', async () => {
  const env = await sign('the embedded database');
  expect((await run([...order, '--yes'], env)).out).toContain('Signatures that left the total: 11.');
  expect((await run(['release', '1', '--yes'], env)).out).toContain('Signatures that count again: 11.');
  expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
});

// The desk's own tests run on each database.
describe('the books', () => {
  it('`quarantine` asks first, sets aside, lists, and `release` puts back', async () => {
    const env = await signed();
    const no = await run(order, env, { answer: 'no' });
    expect(no).toMatchObject({ code: 1, err: 'Nothing was changed.\n', asked: ['\nSet aside? (yes/no) '] });
    expect(no.out).toContain('Signatures that would leave the total: at least 10.');
    expect(await run(order, env)).toMatchObject({ code: 2, err: expect.stringContaining('add --yes') });
    expect(await counted(env)).toBe(12);

    const yes = await run(order, env, { answer: 'yes' });
    expect(yes.code).toBe(0);
    expect(yes.out).toContain('Quarantine 1 is in force. Signatures that left the total: 11.');
    expect(await counted(env)).toBe(1);

    const list = await run(['quarantine', 'list'], env);
    expect(list.out).toContain('Quarantine 1: source poster');
    expect(list.out).toContain('says "a script" --hold');
    expect(list.out).not.toContain('new ones too');

    const back = await run(['release', '1', '--yes'], env);
    expect(back).toMatchObject({ code: 0, asked: [] });
    // With --yes it happens at once: nothing may say that nothing has been changed yet.
    expect(back.out).not.toContain('Nothing has been changed yet');
    expect(back.out).toContain('Signatures that count again: 11.');
    expect(await counted(env)).toBe(12);
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
  });

  it('`quarantine` takes several facts together', async () => {
    const env = await signed();
    const facts = ['--source', 'poster', '--platform', 'telegram', '--language', 'fr', '--age', 'older'];
    const done = await run(
      ['quarantine', ...facts, '--days', '2026-03-01..', '--reason', 'a script', '--hold', '--yes'],
      env,
    );
    expect(done).toMatchObject({
      code: 0,
      out: expect.stringContaining('Signatures that left the total: 11.'),
    });
    const near = await run(['quarantine', '--source', 'poster', '--reason', 'odd', '--yes'], env);
    expect(near).toMatchObject({
      code: 2,
      err: expect.stringContaining('that of quarantine 1 differ by fewer'),
    });
    expect(await counted(env)).toBe(1);
  });

  it('`pause` and `resume` stop signing and open it, and `check` says so', async () => {
    const env = await signed();
    expect((await run(['check'], env)).out).toMatch(/^✓ campaign +neither paused nor closed$/m);
    expect((await run(['pause', '--yes'], env)).out).toContain('Signing is paused on every platform.');
    expect(await withLedger(env, (ledger) => ledger.campaign())).toMatchObject({ paused: true });
    expect((await run(['check'], env)).out).toMatch(/^! campaign +signing is paused/m);
    expect(await run(['pause', '--yes'], env)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^Signing is paused already\.\n\nSince .+ UTC\u2069, by staff code [\w-]{6}\.\n$/,
      ),
    });
    expect((await run(['resume', '--yes'], env)).code).toBe(0);
    expect(await withLedger(env, (ledger) => ledger.campaign())).toMatchObject({ paused: false });
  });

  it('`report` shows tables whose columns stand below each other, JSON, and a chart', async () => {
    const env = await signed();
    const { code, out } = await run(['report', 'all'], env);
    expect(code).toBe(0);
    expect(out).toMatch(/^Status {5}Signatures\ncounted {12}12\nset aside {11}0$/m);
    // All are of one platform, and too few have no source to be shown apart: tables of one row are left out.
    expect(out).not.toMatch(/^(?:Platform|Source) /m);

    const json = JSON.parse((await run(['report', '7d', '--json'], env)).out);
    expect(json).toMatchObject({
      petition: 'zefzafi',
      period: '7d',
      movements: { signed: 12, left: 0 },
      breakdown: { channel: { cells: { telegram: 12 }, others: 0 }, source: { cells: {}, others: 12 } },
    });
    expect(json.chart).toHaveLength(7);

    const folder = places.folder();
    await mkdir(folder);
    const file = join(folder, 'chart.png');
    expect(await run(['report', 'today', '--chart', file], env)).toMatchObject({ code: 0 });
    expect((await readFile(file)).toString('latin1', 1, 4)).toBe('PNG');
    await writeFile(file, 'precious');
    const again = await run(['report', 'today', '--chart', file], env);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
    expect(await readFile(file, 'utf8')).toBe('precious');
  });
});

describe('what makes no sense', () => {
  let env: Environment;
  beforeAll(async () => {
    env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
  });
  it.each([
    [['quarantine', '--reason', 'odd'], 'Name one source'],
    [['quarantine', '--age', 'young', '--reason', 'odd'], 'Name one source'],
    [['quarantine', '--language', 'fr', '--reason', 'odd', '--yes'], 'Fewer than 10 signatures'],
    [['quarantine', 'poster'], 'Say why'],
    [['quarantine', 'poster', '--reason', ' '], 'Say why'],
    [['quarantine', 'nowhere', '--reason', 'odd', '--yes'], 'name no such source'],
    [['quarantine', '2026-02-30', '--reason', 'odd', '--yes'], 'Name one source'],
    [['quarantine', '2026-02-03', '--reason', 'odd', '--hold', '--yes'], 'must not end before today'],
    [['release', '7', '--yes'], 'There is no quarantine 7.'],
    [['release', 'x', '--yes'], 'Name the quarantine by its number'],
    [['report', 'yesterday'], 'Allowed choices are today, 7d, 30d, all'],
  ])('is told on standard error with exit code 2: %j', async (argv, problem) => {
    expect(await run(argv, env)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(problem) });
  });
});
