import { readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { makeKeys } from '../../src/signatures/keys.js';
import { once } from '../support/postgres.js';
import { backedUp, withLedger } from './campaign.js';
import { identityFile, readExport, signAs, signedBy } from './deliver.js';
import { PLACES, run, usePlaces } from './support.js';

const places = usePlaces();
const SIGNERS = ['Amal', 'Ben'].map((name) => ({ name }));

/** The names that an identity opens, or what the export said instead. */
async function opened(env: Environment, identity: string): Promise<readonly string[] | string> {
  const out = places.folder();
  const { code, err } = await run(['export', '--identity', identity, '--out', out], env);
  return code === 0 ? (await readExport(out)).listed : err;
}

/** An identity in a file, and its public key. */
async function somebody(): Promise<{ readonly file: string; readonly recipient: string }> {
  const { identity, recipient } = await makeKeys();
  return { file: await identityFile(places, identity), recipient };
}

describe.each(PLACES)('petition rewrap, on %s', (place) => {
  it('lets the new identities open the names, and no longer the old one', async () => {
    const { env, identity } = await signedBy(places, place, SIGNERS);
    const [one, other] = [await somebody(), await somebody()];
    const wanted = ['rewrap', '--identity', identity, '--to', `${one.recipient},${other.recipient}`];
    const counted = await run([...wanted, '--dry-run'], env);
    expect(counted).toMatchObject({ code: 0 });
    expect(counted.out).toContain('1 key would be wrapped to 2 public keys');
    expect(await opened(env, identity)).toEqual(['Amal', 'Ben']);

    const ran = await run(wanted, env);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toContain('1 key is wrapped to 2 public keys');
    expect(ran.err).toContain(`SEAL_RECIPIENTS=${one.recipient},${other.recipient}`);
    for (const { file } of [one, other]) expect(await opened(env, file)).toEqual(['Amal', 'Ben']);
    expect(await opened(env, identity)).toContain('opens none of the names');
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
  });
});

describe('petition rewrap', () => {
  it('leaves a key as it is that the identity does not open, and says so', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    const next = await somebody();
    const moved = { ...env, SEAL_RECIPIENTS: next.recipient };
    // The settings were changed first, as they are to be: the bot seals to the new key by now.
    await withLedger(moved, (ledger) => signAs(ledger, 7, { name: 'Chloé' }));
    const ran = await run(['rewrap', '--identity', identity, '--to', next.recipient], moved);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('1 key is wrapped');
    expect(ran.out).toContain('1 key stays as it is');
    expect(await opened(moved, next.file)).toEqual(['Amal', 'Ben', 'Chloé']);
  });

  it('changes nothing where it is refused', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    const { file, recipient } = await somebody();
    const secret = /^AGE-.*$/m.exec(await readFile(identity, 'utf8'))?.[0] ?? '';
    const refusals: readonly (readonly [string, string, string])[] = [
      [identity, 'age1nonsense', 'not a whole age public key'],
      [identity, ',', 'one or more age public keys'],
      [identity, secret, 'private key'],
      [file, recipient, 'opens none of the keys (1)'],
    ];
    for (const [from, to, said] of refusals) {
      const ran = await run(['rewrap', '--identity', from, '--to', to], env);
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toContain(said);
      expect(ran.err).not.toContain(secret);
    }
    expect(await opened(env, identity)).toEqual(['Amal', 'Ben']);
  });

  it('moves all keys or none, even if it is interrupted', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    // Another process, and therefore another key.
    await withLedger(env, (ledger) => signAs(ledger, 7, { name: 'Chloé' }));
    const url = env.DATABASE_URL ?? '';
    await once(
      url,
      `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.id = (SELECT max(id) FROM petition_zefzafi.data_keys) THEN RAISE 'interrupted'; END IF;
         RETURN NEW;
       END $$;
       CREATE TRIGGER break_off BEFORE UPDATE ON petition_zefzafi.data_keys
         FOR EACH ROW EXECUTE FUNCTION break_off()`,
    );
    const { file, recipient } = await somebody();
    const wanted = ['rewrap', '--identity', identity, '--to', recipient];
    expect(await run(wanted, env)).toMatchObject({ code: 1, out: '' });
    expect(await opened(env, identity)).toEqual(['Amal', 'Ben', 'Chloé']);
    await once(url, 'DROP TRIGGER break_off ON petition_zefzafi.data_keys');
    expect(await run(wanted, env)).toMatchObject({ code: 0 });
    expect(await opened(env, file)).toEqual(['Amal', 'Ben', 'Chloé']);
  });

  it('works on a backup, and takes the moved keys to the database without the identity', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    const { file, recipient } = await somebody();
    const backup = await backedUp(places, env);
    const moved = join(dirname(backup), 'moved-keys.json');
    const offline = ['rewrap', '--identity', identity, '--to', recipient, '--from', backup, '--out', moved];
    const offered = await run(offline, {});
    // No setting of this machine's matters, and nothing is done that would make the old identity idle.
    expect(offered).toMatchObject({ code: 0, err: '' });
    expect(offered.out).toContain('Nothing is changed yet');
    expect(offered.out).not.toContain('destroy');
    expect((await stat(moved)).mode & 0o777).toBe(0o600);
    expect(await readFile(moved, 'utf8')).not.toContain('AGE-SECRET-KEY');
    expect(await opened(env, identity)).toEqual(['Amal', 'Ben']);

    const apply = ['rewrap', '--apply', moved];
    const set = { ...env, SEAL_RECIPIENTS: recipient };
    const unsure = await run(apply, set, { answer: 'yes' });
    expect(unsure).toMatchObject({ code: 1, out: '' });
    expect(unsure.err).toContain(
      `1 key will be wrapped to these public keys, and no longer to those before:\n  ${recipient}\n`,
    );
    expect(await run(apply, set)).toMatchObject({ code: 2, out: '' });
    expect(await opened(env, identity)).toEqual(['Amal', 'Ben']);

    expect(await run(apply, set, { answer: 'zefzafi' })).toMatchObject({ code: 0 });
    expect(await opened(env, file)).toEqual(['Amal', 'Ben']);
    expect(await opened(env, identity)).toContain('opens none of the names');
    expect(await run(apply, set)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('done already'),
    });
    const unset = await run(apply, env);
    expect(unset.err).toContain(`SEAL_RECIPIENTS=${recipient}`);
    expect(await opened(env, file)).toEqual(['Amal', 'Ben']);
  });

  it('says which keys were made since the backup, and takes them with the next', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    const { file, recipient } = await somebody();
    const set = { ...env, SEAL_RECIPIENTS: recipient };
    const next = async () => {
      const backup = await backedUp(places, env);
      const moved = join(dirname(backup), 'moved-keys.json');
      const offline = ['rewrap', '--identity', identity, '--to', recipient, '--from', backup, '--out', moved];
      return { ...(await run(offline, {})), apply: ['rewrap', '--apply', moved, '--yes'] };
    };
    const { apply } = await next();
    // A bot that nobody has restarted: another process, and therefore another key.
    await withLedger(env, (ledger) => signAs(ledger, 7, { name: 'Chloé' }));
    for (const _twice of [1, 2]) {
      const ran = await run(apply, set);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain('1 other key in the database is not in this file');
      expect(ran.out).not.toContain('destroy');
    }
    expect(await opened(env, identity)).toContain('2 signatures could not be opened');

    const second = await next();
    expect(second.out).toContain('1 key stays as it is');
    expect(await run(second.apply, set)).toMatchObject({ code: 0, err: '' });
    expect(await opened(env, file)).toEqual(['Amal', 'Ben', 'Chloé']);
    expect((await next()).err).toContain('this identity opens none of the keys (2)');
  });

  it('takes no moved keys where the stored ones have been moved elsewhere since', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    const [one, other] = [await somebody(), await somebody()];
    const backup = await backedUp(places, env);
    const moved = join(dirname(backup), 'moved-keys.json');
    await run(
      ['rewrap', '--identity', identity, '--to', one.recipient, '--from', backup, '--out', moved],
      {},
    );
    await run(['rewrap', '--identity', identity, '--to', other.recipient], env);
    const late = await run(['rewrap', '--apply', moved, '--yes'], env);
    expect(late).toMatchObject({ code: 1, out: '' });
    expect(late.err).toContain('Nothing was changed');
    expect(await opened(env, other.file)).toEqual(['Amal', 'Ben']);
  });

  it('takes no moved keys that are damaged, or of other books', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    const { recipient } = await somebody();
    const backup = await backedUp(places, env);
    const moved = join(dirname(backup), 'moved-keys.json');
    await run(['rewrap', '--identity', identity, '--to', recipient, '--from', backup, '--out', moved], {});
    const whole = await readFile(moved, 'utf8');
    const letter = whole.indexOf('BEGIN AGE', whole.indexOf('after')) + 60;
    for (const text of [
      whole.slice(0, -9),
      `${whole.slice(0, letter)}${whole[letter] === 'A' ? 'B' : 'A'}${whole.slice(letter + 1)}`,
      '{}',
    ]) {
      await writeFile(moved, text);
      const ran = await run(['rewrap', '--apply', moved], env);
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toContain('is damaged');
    }
    await writeFile(moved, whole);
    const elsewhere = await run(['rewrap', '--apply', moved, '--preview'], env);
    expect(elsewhere.err).toContain('holds keys of zefzafi, and this is zefzafi (a preview)');
    expect(await opened(env, identity)).toEqual(['Amal', 'Ben']);
  });

  it.each([
    ['nothing at all', []],
    ['an identity alone', ['--identity', 'x']],
    ['a backup without a place for the keys', ['--identity', 'x', '--to', 'age1', '--from', 'x']],
    ['moved keys and an identity', ['--apply', 'x', '--identity', 'x']],
  ])('answers %s with exit code 2', async (_what, argv) => {
    expect(await run(['rewrap', ...argv], {})).toMatchObject({ code: 2, out: '' });
  });
});
