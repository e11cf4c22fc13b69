import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseServerAddress, type ServerAddress } from '../../src/storage/server-address.js';

function read(address: string): ServerAddress {
  const parsed = parseServerAddress(address);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

function refusal(address: string): string {
  const parsed = parseServerAddress(address);
  return parsed.ok ? 'not refused' : parsed.message;
}

/** Hosts and ports as they would be connected to. */
const places = (address: string) => read(address).servers.map(({ host, port }) => [host, port]);

describe('the address of a database', () => {
  it.each([
    ['postgresql://me@db.example:6432/petition', [['db.example', 6432]]],
    ['postgres://db/petition', [['db', undefined]]],
    [
      'postgresql://me@a,b:5433/petition',
      [
        ['a', undefined],
        ['b', 5433],
      ],
    ],
    [
      'postgresql://me:secret@a:1,b:2,c:3/petition',
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ],
    ],
    [
      'postgresql://me@[::1],[fe80::2]:5433/petition',
      [
        ['::1', undefined],
        ['fe80::2', 5433],
      ],
    ],
    [
      'postgresql://me@/petition?host=/run/a,/run/b',
      [
        ['/run/a', undefined],
        ['/run/b', undefined],
      ],
    ],
    [
      'postgresql://me@%2Frun%2Fa,b/petition',
      [
        ['/run/a', undefined],
        ['b', undefined],
      ],
    ],
    [
      'postgresql://me@/petition?host=a,b&port=5432,5433',
      [
        ['a', 5432],
        ['b', 5433],
      ],
    ],
    [
      'postgresql://me@/petition?host=a,b&port=5433',
      [
        ['a', 5433],
        ['b', 5433],
      ],
    ],
    ['postgresql:///petition', [[undefined, undefined]]],
  ])('%s leads to its hosts', (address, expected) => {
    expect(places(address)).toEqual(expected);
  });

  it('gives every host the same user, password, database and settings', () => {
    const { servers, target } = read(
      'postgresql://me:p%40ss%2Cword@a,b:5433/petition?target_session_attrs=read-write&application_name=x%20y',
    );
    const shared = { user: 'me', password: 'p@ss,word', database: 'petition', application_name: 'x y' };
    expect(servers).toEqual([
      { ...shared, host: 'a' },
      { ...shared, host: 'b', port: 5433 },
    ]);
    expect(target).toBe('read-write');
  });

  it.each([
    ['p@ss', 'p@ss'],
    ['p%ss', 'p%ss'],
    ['p%25s%2Fs', 'p%s/s'],
    ['a,b', 'a,b'],
  ])('reads the password %s', (written, password) => {
    const { servers } = read(`postgresql://me:${written}@a/petition?options=-c%20a%3Db`);
    expect(servers).toEqual([expect.objectContaining({ host: 'a', password, options: '-c a=b' })]);
  });

  it.each(['any', 'read-write', 'primary'] as const)('takes target_session_attrs=%s', (target) => {
    expect(read(`postgresql://a,b/petition?target_session_attrs=${target}`).target).toBe(target);
  });

  it('asks for a full check of the certificate in each mode in which the driver checks it', () => {
    for (const mode of ['prefer', 'require', 'verify-ca', 'verify-full']) {
      expect(read(`postgresql://a/petition?sslmode=${mode}`).servers[0]?.ssl).toEqual({});
    }
    expect(read('postgresql://a/petition?sslmode=disable').servers[0]?.ssl).toBe(false);
    expect(read('postgresql://a/petition?sslmode=no-verify').servers[0]?.ssl).toEqual({
      rejectUnauthorized: false,
    });
    expect(read('postgresql://a/petition?sslmode=require&uselibpqcompat=true').servers[0]?.ssl).toEqual({
      rejectUnauthorized: false,
    });
    expect(read('postgresql://a/petition?sslmode=verify-full&sslrootcert=system').servers[0]?.ssl).toEqual(
      {},
    );
  });

  it('does not let the address change how we use the driver', () => {
    const [server] = read('postgresql://a/petition?max=1&connectionTimeoutMillis=1&log=x').servers;
    expect(Object.keys(server ?? {}).sort()).toEqual(['database', 'host', 'password', 'user']);
  });
});

describe('a database address that can not be used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petition-certificates-'));
  const notPem = join(folder, 'not.pem');
  writeFileSync(notPem, '-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n');

  it.each([
    ['mysql://me:hunter2@db/petition', 'give a PostgreSQL address'],
    ['postgresql://', 'give a PostgreSQL address'],
    ['postgresql://me:hunter2#hunter2@db/petition', 'write @ as %40'],
    ['postgresql://me:hunter2/hunter2@db/petition', 'write @ as %40'],
    ['postgresql://me:hunter2?hunter2@db/petition', 'write @ as %40'],
    ['postgresql://me:hunter2@a:hunter2/petition', 'from 1 to 65535'],
    ['postgresql://me:hunter2@a:70000/petition', 'from 1 to 65535'],
    ['postgresql://me@/petition?host=a,b,c&port=1,2', 'one port for all hosts, or one for each'],
    ['postgresql://me@a,b/petition?target_session_attrs=standby', 'any, read-write, primary'],
    ['postgresql://me@a,b/petition?target_session_attrs=prefer-standby', 'any, read-write, primary'],
    ['postgresql://me@a/petition?sslmode=verify_full', 'sslmode must be one of'],
    [
      'postgresql://me:hunter2@a/petition?sslmode=verify-full&sslrootcert=/no/such/ca.pem',
      'sslrootcert names a file that is not there or that this user may not read: /no/such/ca.pem',
    ],
    [
      `postgresql://me:hunter2@a/petition?sslmode=verify-full&sslcert=${notPem}&sslkey=${notPem}`,
      'must be files in PEM form',
    ],
  ])('is refused with an explanation that repeats no secret: %s', (address, words) => {
    expect(refusal(address)).toContain(words);
    expect(refusal(address)).not.toContain('hunter2');
  });
});
