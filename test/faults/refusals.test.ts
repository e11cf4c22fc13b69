import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type Finished, finishedAfterAll } from '../support/finished.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Bot, readyz } from './support/bot.js';
import { SCHEMA, sql } from './support/counts.js';
import { report, timed } from './support/figures.js';
import { portOf, through, until } from './support/ports.js';
import { TEST_MS, times } from './support/scale.js';
import { serverFolder } from './support/server-folder.js';
import { UNPRIVILEGED } from './support/server-program.js';
import { type Signing, startSigning } from './support/signing.js';
import { TcpProxy } from './support/tcp-proxy.js';

/** `/readyz` gives a look 5 s and keeps it for 1 s. */
const NOTICED_MS = 6_000;

/** A statement that hangs ends after 8 s, and one that was begun before may stand in front of it. */
const MENDED_MS = 30_000;

/** What is done to the database; gives what takes it back. */
type Fault = (url: string) => Promise<() => Promise<unknown>>;

const refused: Fault = async (url) => {
  await sql(url, `REVOKE INSERT ON ${SCHEMA}.signatures FROM bot`);
  return () => sql(url, `GRANT INSERT ON ${SCHEMA}.signatures TO bot`);
};

const tallyRefused: Fault = async (url) => {
  await sql(url, `REVOKE UPDATE ON ${SCHEMA}.tally FROM bot`);
  return () => sql(url, `GRANT UPDATE ON ${SCHEMA}.tally TO bot`);
};

const locked: Fault = async (url) => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  await client.query(`LOCK TABLE ${SCHEMA}.signatures IN ACCESS EXCLUSIVE MODE`);
  return () => client.end();
};

const emptied: Fault = async (url) => {
  await sql(url, `ALTER SCHEMA ${SCHEMA} RENAME TO put_away`);
  return () => sql(url, `ALTER SCHEMA put_away RENAME TO ${SCHEMA}`);
};

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['INSERT is refused', refused],
  ['the tally can not be written', tallyRefused],
  ['the table is locked', locked],
  ['the tables are gone', emptied],
];

describe('where no signature can be recorded', { timeout: TEST_MS }, () => {
  const finished = finishedAfterAll();
  let postgres: TestPostgres;
  let proxy: TcpProxy;
  /** The database, as its superuser reaches it. */
  let url: string;
  /** One bot meets all faults but the full disk, and is well again between them. */
  let signing: Signing;
  /** As the bot reaches it. */
  let DATABASE_URL: string;
  beforeAll(async () => {
    postgres = await startServer();
    url = await postgres.createDatabase();
    await giveToBot(postgres, url);
    proxy = await TcpProxy.start({ port: portOf(url) }, finished);
    const asBot = new URL(through(url, proxy.port));
    asBot.username = 'bot';
    DATABASE_URL = asBot.href;
    signing = await startSigning({ DATABASE_URL }, finished);
  });

  async function startServer(): Promise<TestPostgres> {
    const server = await startPostgres({ tcp: true, settings: { max_connections: '200' } });
    finished(() => server.remove());
    await sql(server.url, 'CREATE ROLE bot LOGIN');
    return server;
  }

  /** A role without special rights owns the database: a superuser's rights can't be taken away. */
  async function giveToBot(server: TestPostgres, database: string): Promise<void> {
    await sql(server.url, `ALTER DATABASE ${nameOf(database)} OWNER TO bot`);
  }

  /**
   * Checks any fault: it is noticed, people are told, nobody is thanked meanwhile, and afterwards everything works.
   * @param hasRoom some more signatures can be recorded before `/readyz` notices: the counts at the end hold them
   */
  async function goThrough(
    name: string,
    signing: Signing,
    url: string,
    act: () => Promise<() => Promise<unknown>>,
    task: TestContext['task'],
    hasRoom = false,
  ): Promise<void> {
    const { address } = signing;
    await signing.again();
    expect((await readyz(address)).status).toBe(200);
    const undo = await act();
    // Turns that were under way when the fault began have ended, in each lane.
    await signing.allTold();
    let before = signing.thanked().length;
    const noticed = await timed(() =>
      until('/readyz notices', async () => (await readyz(address)).status === 503),
    );
    // On a busy machine all takes longer, a start too.
    expect((noticed - NOTICED_MS) / signing.bot.startMs).toBeLessThan(2);
    await signing.told();
    if (hasRoom) {
      before = signing.thanked().length;
      await signing.told();
    }
    expect(signing.thanked()).toHaveLength(before);

    await undo();
    const mendedMs = await timed(async () => {
      await signing.more(1);
      await until('/readyz is well again', async () => (await readyz(address)).status === 200);
    });
    expect(mendedMs).toBeLessThan(MENDED_MS);
    await signing.more(times(10, 100));
    const counts = await signing.end(url);
    report(task, {
      fault: name,
      told: signing.saidOfTrouble(),
      readyz: `${signing.readyzSaid()} (after ${(noticed / 1000).toFixed(1)} s)`,
      mendedMs,
      acknowledged: counts.thanked,
      lost: counts.lost.length,
      doubled: counts.miscounted,
    });
    expect(counts).toMatchObject({ lost: [], miscounted: 0, keyless: 0 });
  }

  it.for(FAULTS)('because %s, people and /readyz are told', async ([name, fault], { task }) => {
    await goThrough(name, signing, url, () => fault(url), task);
  });

  it('because the address leads to an empty server, people and /readyz are told, and a restart is refused', async ({
    onTestFinished,
    task,
  }) => {
    const empty = await startServer();
    await sql(empty.url, `CREATE DATABASE ${nameOf(url)} ENCODING 'UTF8' TEMPLATE template0`);
    await giveToBot(empty, url);
    const lead = (to: string) => {
      proxy.leadTo({ port: portOf(to) });
      proxy.cut();
    };
    const act = async () => {
      lead(empty.url);
      const again = new Bot({ DATABASE_URL, DATA_DIR: signing.bot.dataDir }, onTestFinished);
      await expect(again.ready()).rejects.toThrow('--accept-new-database');
      return async () => lead(url);
    };
    await goThrough('an empty server in its place', signing, url, act, task);
  });

  it.skipIf(!canMount())(
    'because the disk is full, people and /readyz are told',
    async ({ onTestFinished, task }) => {
      const disk = smallDisk(onTestFinished);
      await sql(postgres.url, `CREATE TABLESPACE small LOCATION '${disk}'`);
      await sql(postgres.url, "CREATE DATABASE small TABLESPACE small ENCODING 'UTF8' TEMPLATE template0");
      const small = new URL(postgres.url);
      small.pathname = 'small';
      const squeezed = await startSigning({ DATABASE_URL: small.href }, onTestFinished);
      const fault = async () => {
        const file = join(disk, 'full');
        spawnSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=64k']);
        return async () => rmSync(file);
      };
      // A page that was begun before has room for a few more rows.
      await goThrough('the disk is full', squeezed, small.href, fault, task, true);
    },
  );
});

/** The name of the database in an address. */
function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** Whether a file system can be made that is small enough to be filled: root can, where the machine allows it. */
function canMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  const folder = mkdtempSync('/tmp/petition-mount-');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
}

function smallDisk(finished: Finished): string {
  const folder = serverFolder('disk', finished);
  const owner = UNPRIVILEGED === null ? '' : `,uid=${UNPRIVILEGED.uid},gid=${UNPRIVILEGED.gid},mode=700`;
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=48m${owner}`, 'tmpfs', folder]);
  finished(async () => {
    spawnSync('umount', ['--lazy', folder]);
  });
  return folder;
}
