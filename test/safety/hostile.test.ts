import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCode } from '../../src/conversation/code.js';
import { type Conversation, conversationSchema } from '../../src/conversation/conversation.js';
import { LONGEST_NAME } from '../../src/conversation/name.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { parsePepper } from '../../src/signatures/keys.js';
import { type Ledger, openLedger } from '../../src/signatures/ledger.js';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { type AnswerWords, CODES, NAMES, RECEIPTS } from './hostile.js';
import { type Stand, startStand } from './stand.js';
import { onDiscord, onSlack, onTelegram, type Supporter, WebVisitor, walkToName } from './supporters.js';

/** Somebody new on each channel. */
const CHANNELS: Readonly<Record<string, (stand: Stand) => Supporter>> = {
  'the page': ({ url }) => new WebVisitor(url),
  'Telegram by polling': ({ polling }) => onTelegram(polling.person({ language: 'en' })),
  'Telegram by webhook': ({ webhook }) => onTelegram(webhook.person({ language: 'en' })),
  Discord: ({ discord }) => onDiscord(discord.person()),
  'Slack by Socket Mode': ({ slackBySocket }) => onSlack(slackBySocket, slackBySocket.person()),
  'Slack by HTTP': ({ slackByHttp }) => onSlack(slackByHttp, slackByHttp.person()),
};

const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null, limits: [] });
const { words } = petition.texts('en');

function said(id: AnswerWords): string {
  return id === 'name-too-long' ? words.say(id, { most: LONGEST_NAME }) : words.say(id);
}

it('the table holds at least 60 hostile inputs for every channel', () => {
  expect(NAMES.length + CODES.length + RECEIPTS.length).toBeGreaterThanOrEqual(60);
});

describe('what somebody who means harm can write and press', () => {
  let postgres: TestPostgres;
  let dataDir: string;
  let stand: Stand;
  let database: Database;

  beforeAll(async () => {
    postgres = await startPostgres();
    const databaseUrl = await postgres.createDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'petition-hostile-'));
    stand = await startStand({ databaseUrl, dataDir, level: 'debug' });
    database = openServer(databaseUrl);
  });
  afterAll(async () => {
    await stand.stop();
    await database.close();
    await postgres.remove();
    await rm(dataDir, { recursive: true });
  });

  describe.each(Object.entries(CHANNELS))('on %s', (_channel, newcomer) => {
    /** Somebody who stands where the name is asked. */
    async function atTheName(): Promise<Supporter> {
      const supporter = newcomer(stand);
      await walkToName(supporter);
      return supporter;
    }

    /** What the books have of somebody, and of all together. */
    async function standing({ person }: Supporter) {
      const schema = `petition_zefzafi${person.channel === 'web' ? '_preview' : ''}`;
      const ledger = openBooks(schema);
      const { conversation, signature } = await ledger.read(person);
      const [rows] = await database.query(`SELECT count(*)::int AS n FROM ${schema}.signatures`);
      const total = await ledger.counted();
      ledger.close();
      return { place: conversation?.place, signature, rows: rows?.n, total };
    }

    function openBooks(schema: string): Ledger<Conversation> {
      const pepper = parsePepper(stand.env.IDENTITY_PEPPER ?? '');
      if (!pepper.ok) throw new Error('the stand has no pepper');
      return openLedger({
        database,
        schema,
        petition: 'zefzafi',
        pepper: pepper.value,
        recipients: [stand.env.SEAL_RECIPIENTS ?? ''],
        conversation: (value) => conversationSchema.parse(value),
        now: () => new Date(),
      });
    }

    it('as a name is refused in words, or shown once more as plain text: nothing is signed', async () => {
      const wrong = NAMES.map(async ({ input, why, answer }) => {
        const supporter = await atTheName();
        const before = await standing(supporter);
        const told = await supporter.write('Write a name', input);
        const after = await standing(supporter);
        const expected = typeof answer === 'string' ? said(answer) : answer.shown;
        const typed = typeof answer === 'string' ? null : answer.shown;
        const { rows, total, signature } = before;
        const unchanged = { place: { ...before.place, typed }, rows, total, signature };
        return differences(why, { told, expected, after, unchanged });
      });
      expect((await Promise.all(wrong)).flat()).toEqual([]);
    });

    it('as a button’s code is answered with the step where the person is: nothing changes', async () => {
      const stranger = await atTheName();
      const wrong = CODES.map(async ({ code, why }) => {
        const supporter = newcomer(stand);
        await supporter.command('sign');
        const [old = ''] = supporter.codes;
        for (let press = 1; press < 8; press += 1) await supporter.press(0);
        const own = parseCode(supporter.codes[0] ?? '');
        if (own === null) throw new Error('no button at the name');
        const unchanged = await standing(supporter);
        const sight = { tag: own.tag, revision: own.revision, old, stranger: stranger.codes[0] ?? '' };
        const told = await supporter.pressCode(code(sight));
        const after = await standing(supporter);
        return differences(why, { told, expected: said('why-stale'), after, unchanged });
      });
      expect((await Promise.all(wrong)).flat()).toEqual([]);
    });

    it('as a receipt takes nobody’s signature back', async () => {
      const signer = await atTheName();
      const [valid] = /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}/.exec(await signer.press(0)) ?? [];
      if (valid === undefined) throw new Error('signed without a receipt');
      const wrong = RECEIPTS.map(async ({ receipt, why }) => {
        const supporter = await atTheName();
        const unchanged = await standing(supporter);
        const told = await supporter.command('withdraw', receipt(valid));
        const after = await standing(supporter);
        return differences(why, { told, expected: said('receipt-unknown'), after, unchanged });
      });
      expect((await Promise.all(wrong)).flat()).toEqual([]);
      expect((await standing(signer)).signature?.receipt).toBe(valid);
    });
  });
});

/** What is not as it should be, in words; nothing where all is well. */
function differences(
  why: string,
  seen: { told: string; expected: string; after: unknown; unchanged: unknown },
): readonly string[] {
  const { told, expected, after, unchanged } = seen;
  const changed = !isDeepStrictEqual(after, unchanged);
  return [
    ...(told.includes(expected) ? [] : [`${why}: told “${told}” and not “${expected}”`]),
    ...(changed ? [`${why}: ${JSON.stringify(unchanged)} became ${JSON.stringify(after)}`] : []),
  ];
}
