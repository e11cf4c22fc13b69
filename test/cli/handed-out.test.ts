import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCampaign } from '../../src/campaign.js';
import type { Environment } from '../../src/config.js';
import type { Action } from '../../src/conversation/event.js';
import type { Message } from '../../src/conversation/message.js';
import { PROJECT_ROOT } from '../../src/paths.js';
import { plainText } from '../../src/petition/plain.js';
import { makeKeys } from '../../src/signatures/keys.js';
import type { Person } from '../../src/signatures/person.js';
import { openServer } from '../../src/storage/server.js';
import { once } from '../support/postgres.js';
import { backedUp, copiesOf, withLedger } from './campaign.js';
import { identityFile, petition, readExport } from './deliver.js';
import { campaign, run, usePlaces } from './support.js';

/* Campaign as the first version that was handed out left them: its own rows, with the keys that they were made under. */

const places = usePlaces();
const FOLDER = join(PROJECT_ROOT, 'test/fixtures/handed-out');

const keysSchema = z.object({
  pepper: z.string(),
  identity: z.string(),
  recipient: z.string(),
  people: z.array(
    z.object({
      person: z.object({ channel: z.string(), tenant: z.string(), id: z.string() }),
      name: z.string().nullable(),
      locale: z.string(),
      day: z.string(),
      agreedOn: z.string(),
      receipt: z.string(),
    }),
  ),
});
const { pepper, identity, recipient, people } = keysSchema.parse(
  JSON.parse(await readFile(join(FOLDER, 'keys.json'), 'utf8')),
);
const ELSEWHERE: Person = { channel: 'web', tenant: '', id: 'elsewhere' };

const old = copiesOf(places, async () => {
  const { DATABASE_URL = '', ...place } = await places.empty('a PostgreSQL server');
  await once(DATABASE_URL, await readFile(join(FOLDER, 'campaign.sql'), 'utf8'));
  const keys = { IDENTITY_PEPPER: pepper, SEAL_RECIPIENTS: recipient };
  return { ...(await campaign()), ...place, ...keys, DATABASE_URL };
});

/** The old campaign in a database of its own. */
async function handedOut(): Promise<Environment & { readonly DATABASE_URL: string }> {
  const { DATABASE_URL = '', ...env } = await old();
  return { ...env, DATABASE_URL };
}

/** What the bot answers; a press is on the first button of the answer before. */
async function talk(
  env: { readonly DATABASE_URL: string },
  person: Person,
  actions: readonly (Action | 'press')[],
) {
  const database = openServer(env.DATABASE_URL);
  const campaign = openCampaign({
    database,
    petition,
    preview: false,
    pepper: Buffer.from(pepper, 'base64'),
    recipients: [recipient],
    refreshSeconds: 0,
    log: pino({ level: 'silent' }),
    now: () => new Date('2026-03-02T12:00:00Z'),
  });
  let answer: readonly Message[] = [];
  for (const action of actions) {
    const event = { id: randomUUID(), action: action === 'press' ? pressOn(answer) : action };
    await campaign.conductor.handle(person, event, async (messages) => {
      answer = messages;
    });
  }
  campaign.close();
  await database.close();
  return answer.map(({ body }) => plainText(body)).join('\n');
}

function pressOn(answer: readonly Message[]): Action {
  const [button] = answer.at(-1)?.buttons ?? [];
  if (button?.kind !== 'press') throw new Error('no button to press');
  return { kind: 'press', code: button.code };
}

const command = (name: Extract<Action, { kind: 'command' }>['command'], argument?: string): Action => ({
  kind: 'command',
  command: name,
  ...(argument === undefined ? {} : { argument }),
});

/** The names that an identity opens, in any order. */
async function opened(env: Environment, file: string, ...from: readonly string[]) {
  const out = places.folder();
  const { code, err } = await run(['export', '--identity', file, '--out', out, ...from], env);
  expect(code, err).toBe(0);
  return (await readExport(out)).json.signatures;
}
const NAMES = people.map(({ name }) => name).sort();
const namesOf = (signatures: readonly { readonly name: string | null }[]) =>
  signatures.map(({ name }) => name).sort();

describe('signatures of the first version', () => {
  it('are seen by their people as they were, with the receipt that was given then', async () => {
    const env = await handedOut();
    for (const { person, locale, day, receipt } of people) {
      const answer = await talk(env, person, [command('mydata')]);
      expect(answer).toContain(receipt);
      const signature = await withLedger(env, async (ledger) => (await ledger.read(person)).signature);
      expect(signature).toMatchObject({ day, locale, status: 'counted', receipt });
    }
  });

  it('can not be signed again', async () => {
    const env = await handedOut();
    const [{ person } = { person: ELSEWHERE }] = people;
    expect(await talk(env, person, [command('sign')])).toContain('Once is enough');
    expect((await run(['total'], env)).out).toContain('3');
  });

  it('can be withdrawn, also by the receipt from elsewhere', async () => {
    const env = await handedOut();
    const [one, other] = people;
    if (one === undefined || other === undefined) throw new Error('three people signed');
    await talk(env, one.person, [command('withdraw'), 'press']);
    await talk(env, ELSEWHERE, [command('withdraw', other.receipt)]);
    await withLedger(env, async (ledger) => {
      expect((await ledger.read(one.person)).signature).toBeNull();
      expect((await ledger.read(other.person)).signature).toBeNull();
      expect(await ledger.counted()).toBe(1);
      expect(await ledger.reconcile()).toEqual([]);
    });
  });

  it('are exported with their names and with what was agreed to, from the database and from a backup', async () => {
    const env = await handedOut();
    const file = await identityFile(places, identity);
    const signatures = await opened(env, file);
    expect(namesOf(signatures)).toEqual(NAMES);
    for (const { name, locale, day, agreedOn, person } of people) {
      expect(signatures.find((one) => one.name === name)).toMatchObject({
        locale,
        day,
        channel: person.channel,
        // The button that chose the name was not kept yet.
        evidence: { petition: { day: agreedOn, button: 'consent.agree' }, name: { day, button: null } },
      });
    }
    await withLedger(env, (ledger) => ledger.ready());
    expect(namesOf(await opened({}, file, '--from', await backedUp(places, env)))).toEqual(NAMES);
  });

  it('lose their names to a purge, and nothing else', async () => {
    const env = await handedOut();
    const now = new Date('2027-06-01T12:00:00Z');
    await run(['close', '--delivered', '2026-03-10', '--yes'], env, {
      now: new Date('2026-03-10T12:00:00Z'),
    });
    expect(await run(['purge', '--yes'], env, { now })).toMatchObject({ code: 0 });
    expect(
      await once(
        env.DATABASE_URL,
        `SELECT count(*)::int AS n FROM petition_zefzafi.signatures
        WHERE value::jsonb->>'sealed' IS NULL AND value::jsonb->>'version' = '1'`,
      ),
    ).toEqual([{ n: people.length }]);
    await withLedger(env, async (ledger) => {
      for (const { person, receipt } of people) {
        expect((await ledger.read(person)).signature).toMatchObject({ receipt });
      }
    });
  });

  it('open for the next identity once their keys were moved to it', async () => {
    const env = await handedOut();
    const next = await makeKeys();
    const file = await identityFile(places, identity);
    const ran = await run(['rewrap', '--identity', file, '--to', next.recipient], env);
    expect(ran).toMatchObject({ code: 0 });
    expect(namesOf(await opened(env, await identityFile(places, next.identity)))).toEqual(NAMES);
  });
});
