import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import PQueue from 'p-queue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCode } from '../../src/conversation/code.js';
import { type Conversation, conversationSchema } from '../../src/conversation/conversation.js';
import { MAX_NAME } from '../../src/conversation/name.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { parsePepper } from '../../src/signatures/keys.js';
import { type Ledger, openLedger } from '../../src/signatures/ledger.js';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { createDatabase } from '../support/postgres.js';
import { PRESSES_TO_NAME } from '../support/walk.js';
import { type AnswerWords, CODES, NAMES, RECEIPTS, SOURCES, TEXTS } from './hostile.js';
import { type Stand, startStand } from './stand.js';
import {
  onDiscord,
  onSlack,
  onTelegram,
  type Supporter,
  type Talker,
  WebVisitor,
  walkToName,
} from './supporters.js';

/** A new person, with the name that the platform shows for them. */
type Newcomer<S extends Supporter> = (stand: Stand, name: string) => S;

const TELEGRAM: Readonly<Record<string, Newcomer<Talker>>> = {
  'Telegram by polling': ({ polling }, firstName) =>
    onTelegram(polling.person({ firstName, language: 'en' })),
  'Telegram by webhook': ({ webhook }, firstName) =>
    onTelegram(webhook.person({ firstName, language: 'en' })),
};

/** The channels where people can write at any time and follow links with a source. */
const WRITTEN_TO: Readonly<Record<string, Newcomer<Talker>>> = {
  'the page': ({ url }) => new WebVisitor(url),
  ...TELEGRAM,
};

/** The channels on which every person has a name. */
const PLATFORMS: Readonly<Record<string, Newcomer<Supporter>>> = {
  ...TELEGRAM,
  Discord: ({ discord }, name) => onDiscord(discord.person({ name })),
  'Slack by Socket Mode': ({ slackBySocket: slack }, handle) => onSlack(slack, slack.person({ handle })),
  'Slack by HTTP': ({ slackByHttp: slack }, handle) => onSlack(slack, slack.person({ handle })),
};

function entriesOf<S extends Supporter>(
  channels: Readonly<Record<string, Newcomer<S>>>,
): [string, Newcomer<S>][] {
  return Object.entries(channels);
}

const CAMPAIGN = 'petition_zefzafi';
const PREVIEW = 'petition_zefzafi_preview';

const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null, limits: [] });
const { words } = petition.texts('en');

/** Enough people at once to be fast, few enough for a busy machine. */
const AT_ONCE = 12;

/** Runs `work` on each item with limited concurrency; returns the results in order. */
function some<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  return new PQueue({ concurrency: AT_ONCE }).addAll(list.map((one) => () => work(one)));
}

/** People who share a list of attempts: the walk to the step takes far longer than an attempt. */
const LANES = 4;

/**
 * Lets a few people make all attempts of a list.
 * @param arrive brings a person to the step
 * @param attempt leaves the person at the step; returns its failures
 */
async function byFew<T, P>(
  list: readonly T[],
  arrive: () => Promise<P>,
  attempt: (person: P, one: T) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const queue = [...list];
  const lane = async () => {
    const person = await arrive();
    const failures: string[] = [];
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      failures.push(...(await attempt(person, one)));
    }
    return failures;
  };
  return (await Promise.all(Array.from({ length: LANES }, lane))).flat();
}

function said(id: AnswerWords): string {
  return id === 'name-too-long' ? words.say(id, { most: MAX_NAME }) : words.say(id);
}

it('the table holds at least 60 hostile inputs for every channel', () => {
  expect(NAMES.length + CODES.length + RECEIPTS.length).toBeGreaterThanOrEqual(60);
});

describe('hostile texts and presses', { timeout: 240_000 }, () => {
  let dataDir: string;
  let stand: Stand;
  let database: Database;
  /** The schemas of the campaign and of the page's chat. */
  let books: { readonly campaign: Ledger<Conversation>; readonly preview: Ledger<Conversation> };

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'petition-hostile-'));
    stand = await startStand({ databaseUrl, dataDir, level: 'debug' });
    database = openServer(databaseUrl);
    books = { campaign: openCampaign(CAMPAIGN), preview: openCampaign(PREVIEW) };
  });
  afterAll(async () => {
    await stand.stop();
    for (const ledger of Object.values(books)) ledger.close();
    await database.close();
    await rm(dataDir, { recursive: true });
  });

  /** A person's rows in the ledger. */
  async function standing({ person }: Supporter) {
    const ledger = person.channel === 'web' ? books.preview : books.campaign;
    const { conversation, signature } = await ledger.read(person);
    return { place: conversation?.place, source: conversation?.source ?? null, signature };
  }

  /** The signatures and the totals. */
  async function counts() {
    const totals = await Promise.all([books.campaign.counted(), books.preview.counted()]);
    const [rows] = await database.query(
      `SELECT (SELECT count(*)::int FROM ${CAMPAIGN}.signatures) AS campaign,
              (SELECT count(*)::int FROM ${PREVIEW}.signatures) AS preview`,
    );
    return { totals, rows };
  }

  /** Lets people make attempts; afterwards there are as many signatures as before. */
  async function inVain<T>(attempts: () => Promise<T>): Promise<T> {
    const before = await counts();
    const result = await attempts();
    expect(await counts()).toEqual(before);
    return result;
  }

  function openCampaign(schema: string): Ledger<Conversation> {
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

  describe.each(entriesOf({ ...WRITTEN_TO, ...PLATFORMS }))('on %s', (_, arrive) => {
    const newcomer = (name = 'Amina Haddad') => arrive(stand, name);

    /** A person at the name step. */
    async function atTheName(): Promise<Supporter> {
      const supporter = newcomer();
      await walkToName(supporter);
      return supporter;
    }

    it('as a name is refused in words, or shown once more as plain text: nothing is signed', async () => {
      const wrong = await inVain(() =>
        byFew(NAMES, atTheName, async (supporter, { input, why, answer }) => {
          const before = await standing(supporter);
          const told = await supporter.write('Write a name', input);
          const after = await standing(supporter);
          const expected = typeof answer === 'string' ? said(answer) : answer.shown;
          const typed = typeof answer === 'string' ? null : answer.shown;
          const unchanged = { ...before, place: { ...before.place, typed } };
          // Back to the question, from the name that is shown once more.
          if (typed !== null) await supporter.press(words.say('button-back'));
          return differences(why, { told, expected, after, unchanged });
        }),
      );
      expect(wrong).toEqual([]);
    });

    it('as a button’s code is answered with the step where the person is: nothing changes', async () => {
      const stranger = await atTheName();
      const arriveWithOld = async () => {
        const supporter = newcomer();
        await supporter.command('sign');
        const [old = ''] = supporter.codes;
        for (let press = 0; press < PRESSES_TO_NAME.zefzafi; press += 1) await supporter.press(0);
        return { supporter, old };
      };
      const wrong = await inVain(() =>
        byFew(CODES, arriveWithOld, async ({ supporter, old }, { code, why }) => {
          const own = parseCode(supporter.codes[0] ?? '');
          if (own === null) throw new Error('no button at the name');
          const unchanged = await standing(supporter);
          const sight = { tag: own.tag, revision: own.revision, old, stranger: stranger.codes[0] ?? '' };
          const told = await supporter.pressCode(code(sight));
          const after = await standing(supporter);
          return differences(why, { told, expected: said('why-stale'), after, unchanged });
        }),
      );
      expect(wrong).toEqual([]);
    });

    it('as a receipt takes nobody’s signature back', async () => {
      const signer = await atTheName();
      const [valid] = /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}/.exec(await signer.press(0)) ?? [];
      if (valid === undefined) throw new Error('signed without a receipt');
      const wrong = await inVain(() =>
        byFew(RECEIPTS, atTheName, async (supporter, { receipt, why }) => {
          const unchanged = await standing(supporter);
          const told = await supporter.command('withdraw', receipt(valid));
          const after = await standing(supporter);
          return differences(why, { told, expected: said('receipt-unknown'), after, unchanged });
        }),
      );
      expect(wrong).toEqual([]);
      expect((await standing(signer)).signature?.receipt).toBe(valid);
    });
  });

  it.each(entriesOf(PLATFORMS))(
    'is no name to sign with if it is the display name on %s',
    async (_, newcomer) => {
      const offers = await some(NAMES, async ({ input, why }) => {
        const supporter = newcomer(stand, input);
        await walkToName(supporter);
        const { place } = await standing(supporter);
        return { why, offered: place?.step === 'name' ? place.offered : place?.step };
      });
      expect(offers).toEqual(
        NAMES.map(({ why, answer }) => ({ why, offered: typeof answer === 'string' ? null : answer.shown })),
      );
    },
  );

  it.each(entriesOf(WRITTEN_TO))(
    'as words out of the blue is answered with a word on the buttons, on %s',
    async (_, newcomer) => {
      const command = words.say('why-buttons', { command: '' }).split('.')[0] ?? '';
      const wrong = await inVain(() =>
        some(TEXTS, async (text) => {
          const supporter = newcomer(stand, 'Amina Haddad');
          await supporter.command('sign');
          const unchanged = await standing(supporter);
          const told = await supporter.say(text);
          const after = await standing(supporter);
          return differences(text.slice(0, 40), { told, expected: command, after, unchanged });
        }),
      );
      expect(wrong.flat()).toEqual([]);
    },
  );

  it.each(entriesOf(WRITTEN_TO))('as what a link says is dropped, on %s', async (_, newcomer) => {
    const sources = await some(SOURCES, async (source) => {
      const supporter = newcomer(stand, 'Amina Haddad');
      await supporter.command('help');
      expect(await supporter.arrive(source)).not.toBe('');
      return (await standing(supporter)).source;
    });
    expect(sources).toEqual(SOURCES.map(() => null));
  });
});

/** The failure in words; empty if all is well. */
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
