import { chmodSync, chownSync, copyFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { once, startPostgres, type TestPostgres } from '../support/postgres.js';
import { dataFolder } from '../support/standby.js';
import { campaign, run } from './support.js';

const TLS = join(import.meta.dirname, '../fixtures/tls');
const CERTIFICATE = join(TLS, 'server.crt');

/** Who is let in, and how. */
const HBA = `
local all all trust
host all postgres,guest,crowd all trust
host all locked all scram-sha-256
`;

describe('check, of a database that it can not use,', () => {
  let postgres: TestPostgres;
  let port: string;
  let folder: string;

  beforeAll(async () => {
    postgres = await startPostgres({ tcp: true });
    port = new URL(postgres.url).port;
    folder = await dataFolder(postgres);
    for (const statement of [
      "CREATE ROLE locked LOGIN PASSWORD 'right-password'",
      'CREATE ROLE outsider LOGIN',
      'CREATE ROLE guest LOGIN',
      'CREATE ROLE crowd LOGIN CONNECTION LIMIT 0',
      'CREATE DATABASE private',
      'REVOKE CONNECT ON DATABASE private FROM PUBLIC',
    ]) {
      await once(postgres.url, statement);
    }
    writeFileSync(join(folder, 'pg_hba.conf'), HBA);
    await once(postgres.url, 'SELECT pg_reload_conf()');
  });
  afterAll(() => postgres?.remove());

  /** The line on the database, and all that was said. */
  async function look(address: string): Promise<{ line: string; out: string }> {
    const DATABASE_URL = address.replace('PORT', port);
    const { out } = await run(['check'], { ...(await campaign()), DATABASE_URL });
    return { line: out.split('\n').find((text) => /^. (database|DATABASE_URL) /.test(text)) ?? out, out };
  }

  it.each([
    ['a wrong password', 'locked:hunter2@127.0.0.1:PORT/postgres', 'refuses the password', '28P01'],
    ['no password', 'locked@127.0.0.1:PORT/postgres', 'asks for a password', 'no-password'],
    [
      'a role that pg_hba.conf does not let in',
      'outsider:hunter2@127.0.0.1:PORT/postgres',
      'pg_hba.conf',
      '28000',
    ],
    ['a role that may not connect', 'guest:hunter2@127.0.0.1:PORT/private', 'GRANT CONNECT', '42501'],
    ['a database that is missing', 'postgres:hunter2@127.0.0.1:PORT/nowhere', 'createdb', '3D000'],
    ['no connection left', 'crowd:hunter2@127.0.0.1:PORT/postgres', 'max_connections', '53300'],
    ['nothing that listens', 'me:hunter2@127.0.0.1:1/postgres', 'Nothing listens', 'ECONNREFUSED'],
    ['a host that nobody knows', 'me:hunter2@no-such-host.invalid/postgres', 'host of DATABASE_URL', ''],
    ['a socket that is missing', 'me:hunter2@/postgres?host=/no/such/folder', 'no socket', 'ENOENT'],
    ['no TLS', 'postgres:hunter2@127.0.0.1:PORT/postgres?sslmode=require', 'has no TLS', 'no-tls'],
  ])('names %s and what to do', async (_what, address, words, code) => {
    const { line, out } = await look(`postgresql://${address}`);
    expect(line).toMatch(/^✗ database /);
    expect(line).toContain(words);
    expect(line).toContain(code);
    expect(out).not.toMatch(/hunter2|127\.0\.0\.1|no-such-host/);
  });

  it.each([
    ['a password that is not encoded', 'me:hunter2#hunter2@127.0.0.1/postgres', 'write @ as %40'],
    [
      'a file that is missing',
      'me:hunter2@127.0.0.1/postgres?sslmode=verify-full&sslrootcert=/no/such/ca.pem',
      'sslrootcert names a file that is not there',
    ],
    [
      'a standby that is asked for',
      'me:hunter2@a,b/postgres?target_session_attrs=standby',
      'any, read-write, primary',
    ],
  ])('names %s', async (_what, address, words) => {
    const { line, out } = await look(`postgresql://${address}`);
    expect(line).toMatch(/^✗ DATABASE_URL /);
    expect(line).toContain(words);
    expect(out).not.toContain('hunter2');
  });

  describe('over TLS', () => {
    beforeAll(async () => {
      const { uid, gid } = statSync(folder);
      for (const name of ['server.crt', 'server.key']) {
        copyFileSync(join(TLS, name), join(folder, name));
        chownSync(join(folder, name), uid, gid);
        chmodSync(join(folder, name), 0o600);
      }
      await once(postgres.url, 'ALTER SYSTEM SET ssl = on');
      await once(postgres.url, 'SELECT pg_reload_conf()');
      await vi.waitUntil(async () => (await once(postgres.url, 'SHOW ssl'))[0]?.ssl === 'on');
    });

    it.each([
      ['a self-signed certificate', 'localhost:PORT/postgres?sslmode=verify-full', 'is self-signed'],
      [
        'one for another host',
        `127.0.0.1:PORT/postgres?sslmode=require&sslrootcert=${CERTIFICATE}`,
        'another host name',
      ],
    ])('names %s, and that sslmode=require checks it too', async (_what, address, words) => {
      const { line, out } = await look(`postgresql://postgres:hunter2@${address}`);
      expect(line).toMatch(/^✗ database /);
      expect(line).toContain(words);
      expect(line).toContain('sslmode=require');
      expect(out).not.toMatch(/hunter2|127\.0\.0\.1|localhost/);
    });

    it('is content with a certificate that it can check', async () => {
      const { line } = await look(
        `postgresql://postgres@localhost:PORT/postgres?sslmode=require&sslrootcert=${CERTIFICATE}`,
      );
      expect(line).toMatch(/^✓ database /);
    });
  });
});
