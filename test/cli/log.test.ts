import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { campaignLog } from '../../src/log-of-totals/campaign-log.js';
import { parseLogKey } from '../../src/log-of-totals/key.js';
import type { TotalsLog } from '../../src/log-of-totals/totals-log.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { createDatabase } from '../support/postgres.js';
import { backedUp, copiesOf, newFile, withLedger } from './campaign.js';
import { campaign, run, usePlaces } from './support.js';

const places = usePlaces();
const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null, limits: [] });

/** A campaign with a log that has one line: the three signatures of the day after it wait for more. */
const begun = copiesOf(places, async () => {
  const env = {
    ...(await campaign()),
    ...(await places.prepared('a PostgreSQL server')),
    LOG_SIGNING_KEY: Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64'),
  };
  await book(env, { [daysAgo(5)]: 40, [daysAgo(4)]: 3 });
  return env;
});

/** A day that has ended by the database's clock. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Books signatures on days, as the triggers do, and lets the log follow. */
async function book(env: Environment, days: Readonly<Record<string, number>>): Promise<void> {
  await withLedger(env, async (ledger, { query }) => {
    await ledger.ready();
    for (const [on, count] of Object.entries(days)) {
      await query(
        `INSERT INTO petition_zefzafi.tally AS t VALUES ('all', '', 'signed', '${on}', ${count}),
           ('all', '', 'standing', '-infinity', ${count})
         ON CONFLICT (dimension, value, movement, since) DO UPDATE SET count = t.count + excluded.count`,
      );
    }
  });
  await inLog(env, (log) => log.keep());
}

/** Does what the running bot does with the log. */
async function inLog<T>(env: Environment, work: (log: TotalsLog) => Promise<T>): Promise<T> {
  const key = parseLogKey(env.LOG_SIGNING_KEY ?? '');
  if (!key.ok) throw new Error('the environment has no key');
  return withLedger(env, async (ledger, database) => {
    const log = campaignLog({
      database,
      schema: 'petition_zefzafi',
      petition,
      preview: false,
      ledger,
      logKey: key.value,
      dataDir: env.DATA_DIR ?? '',
      publicUrl: null,
      now: () => new Date(),
      onUnwritable: (error) => {
        throw error;
      },
    });
    if (log === null) throw new Error('there is a key');
    return work(log);
  });
}

const published = (env: Environment) => inLog(env, (log) => log.published());

/** Writes what `/log/entries` answers to a file. */
async function saved(env: Environment): Promise<string> {
  const log = await published(env);
  const file = await newFile(places);
  const number = { total: 785, signatures: 0, offset: 785, asOf: new Date().toISOString() };
  await writeFile(file, JSON.stringify({ ...log, petition: 'zefzafi', total: number, since: 0 }));
  return file;
}

describe('the public log and a backup', () => {
  it('comes back into an empty database as far as the backup goes, and the lines since are put back', async () => {
    const env = await begun();
    const file = await backedUp(places, env);
    await book(env, { [daysAgo(3)]: 25 });
    const log = await saved(env);
    const before = await published(env);

    // The server is lost. This machine still has the last head.
    const fresh = { ...env, DATABASE_URL: await createDatabase() };
    const restored = await run(['restore', file], fresh);
    expect(restored.code).toBe(0);
    expect(restored.err).toContain(`If more were published, put them back before the bot starts`);
    expect(restored.err).toContain('The public log was shortened');
    const refused = await run(['reconcile'], fresh);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('reconcile --put-back FILE');

    const put = await run(['reconcile', '--put-back', log], fresh);
    expect(put.out).toMatch(/^\d lines? (was|were) put back\.$/m);
    expect((await published(fresh))?.entries).toEqual(before?.entries);
    // The signatures since are lost: a line says so.
    expect(put.err).toContain(
      'The public log of the total is wrong by 25 signatures: fewer count than it says.',
    );
    const corrected = await run(['reconcile', '--correct-log', 'the server was lost'], fresh);
    expect(corrected.out).toContain('A line was added to the public log: -25, “the server was lost”.');
    expect((await run(['reconcile', '--correct-log', 'again'], fresh)).out).toContain('nothing to correct');
    expect((await published(fresh))?.entries.at(-1)).toContain('"corrected":-25');
  });

  it('never gets shorter where a backup replaces what is there', async () => {
    const env = await begun();
    const file = await backedUp(places, env);
    await book(env, { [daysAgo(3)]: 25 });
    const before = await published(env);
    const { code } = await run(['restore', file, '--replace', '--lose-newer', '--yes'], env);
    expect(code).toBe(0);
    expect((await published(env))?.entries).toEqual(before?.entries);
    expect(await inLog(env, (log) => log.state())).toMatchObject({ trouble: null });
  });

  it('can not take lines of another log, or of another key', async () => {
    const env = await begun();
    const log = await saved(env);
    const bent = await newFile(places);
    await writeFile(bent, (await readFile(log, 'utf8')).replace('\\"signed\\":40', '\\"signed\\":41'));
    const refused = await run(['reconcile', '--put-back', bent], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('is not a later state of this log');
    expect((await run(['reconcile', '--put-back', log], env)).out).toContain('No line was missing.');
  });
});

describe('petition reconcile', () => {
  it('says nothing of a log where there is no key, and refuses to correct it', async () => {
    const { LOG_SIGNING_KEY: _none, ...env } = await begun();
    const { out } = await run(['reconcile'], env);
    expect(out).not.toContain('public log');
    const refused = await run(['reconcile', '--correct-log', 'why'], env);
    expect([refused.code, refused.err]).toEqual([
      1,
      'LOG_SIGNING_KEY is not set: there is no public log of the total\n',
    ]);
  });

  it('names another key, and a log that somebody rewrote', async () => {
    const env = await begun();
    const other = {
      ...env,
      LOG_SIGNING_KEY: Buffer.from(env.LOG_SIGNING_KEY ?? '', 'base64')
        .reverse()
        .toString('base64'),
    };
    expect((await run(['reconcile'], other)).err).toContain('another key than LOG_SIGNING_KEY');
    await withLedger(env, async (ledger, { query }) => {
      await ledger.ready();
      await query('ALTER TABLE petition_zefzafi.log_entries DISABLE TRIGGER refuse_change');
      await query("UPDATE petition_zefzafi.log_entries SET entry = replace(entry, '40', '41')");
    });
    expect((await run(['reconcile'], env)).err).toContain('The public log was rewritten');
    await rm(join(env.DATA_DIR ?? '', 'log-head-petition_zefzafi.txt'));
    expect((await run(['reconcile'], env)).err).toContain('The public log was rewritten');
  });
});
