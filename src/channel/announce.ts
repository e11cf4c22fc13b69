import PQueue from 'p-queue';
import { announcement } from '../conversation/announcement.js';
import type { Conversation } from '../conversation/conversation.js';
import type { Locale, Petition } from '../petition/petition.js';
import type { Block } from '../petition/rich-text.js';
import type { Recipient } from '../signatures/announcements.js';
import type { Ledger } from '../signatures/ledger.js';
import type { Claim, Courier } from './courier.js';

/** How many deliveries of one platform are under way or wait for its pace: enough to keep it busy. */
const AT_ONCE = 4;

/** After so many failures in a row a platform is left alone: it is away, or refuses the bot. */
const FAILURES_IN_A_ROW = 3;

/**
 * After so many who are gone, and nobody told, a platform is left alone: then it is not they who have gone, but the bot
 * is another, or has lost its servers. More than chance makes of people who have really gone.
 */
const GONE_AT_FIRST = 20;

/** So few may really be gone where there was nobody else to tell. */
const FEW_GONE = 2;

/** What an announcement is made of, and who takes it where. */
export interface Announcing {
  readonly petition: Petition;
  readonly ledger: Ledger<Conversation>;
  /** The announcement's number. */
  readonly number: number;
}

/** How many people are to be told, by channel and language. */
export interface Audience {
  readonly counts: ReadonlyMap<string, ReadonlyMap<Locale, number>>;
  readonly people: number;
  /** Rows that can't be read: tampered with, or written under another pepper. */
  readonly unreadable: number;
}

/** Counts those who have not got an announcement yet. */
export async function audienceOf(announcing: Announcing): Promise<Audience> {
  const counts = new Map<string, Map<Locale, number>>();
  let people = 0;
  let unreadable = 0;
  for await (const page of announcing.ledger.announcements.waiting(announcing.number)) {
    const readable = page.filter((recipient) => recipient !== null);
    unreadable += page.length - readable.length;
    people += readable.length;
    const locales = await Promise.all(readable.map(async (one) => (await speaks(announcing, one)).locale));
    for (const [index, { person }] of readable.entries()) {
      const locale = locales[index] ?? '';
      const byLocale = counts.get(person.channel) ?? new Map<Locale, number>();
      counts.set(person.channel, byLocale.set(locale, (byLocale.get(locale) ?? 0) + 1));
    }
  }
  return { counts, people, unreadable };
}

/** What came of it, in people. */
export interface Told {
  sent: number;
  /** Can't be reached any more: what was kept to reach them is deleted. */
  gone: number;
  /** Can't be reached either, and counted as told; but nothing was sent there that shows it is their bot, so they are kept. */
  kept: number;
  /** The answer was lost: counted as told, so that nobody gets it twice. */
  unknown: number;
  /** Certainly not told: they are told when the same is run again. */
  unsent: number;
  /** The code of the failure after which a platform was left alone. */
  readonly givenUp: Map<string, string>;
  /** Platforms on which nobody was reached, and how many were tried: nothing was deleted there, and nobody passed over. */
  readonly estranged: Map<string, number>;
}

/** A platform's part in it. */
interface Lane {
  readonly channel: string;
  readonly courier: Courier;
  readonly queue: PQueue;
  /** Whether anybody was told: the bot is the one that people know. */
  proven: boolean;
  /** Found gone before anybody was told: nobody is forgotten for another bot's sake. */
  readonly aside: Recipient[];
  failuresInARow: number;
}

/**
 * Tells everybody who has not been told yet. Each person is claimed right before the message goes out, and given back
 * only where it certainly did not arrive: so nobody gets it twice, also where this process is killed.
 * @param couriers by channel; people of other channels are left for another time
 * @param signal ends it; what is under way is finished
 * @param onProgress told after each person
 */
export async function announce(
  announcing: Announcing,
  texts: ReadonlyMap<Locale, readonly Block[]>,
  couriers: ReadonlyMap<string, Courier>,
  { signal, onProgress }: { readonly signal: AbortSignal; onProgress(told: Readonly<Told>): void },
): Promise<Told> {
  const { petition, ledger, number } = announcing;
  const { announcements } = ledger;
  const told: Told = {
    sent: 0,
    gone: 0,
    kept: 0,
    unknown: 0,
    unsent: 0,
    givenUp: new Map(),
    estranged: new Map(),
  };
  const lanes = new Map<string, Lane>();
  for (const [channel, courier] of couriers) {
    const queue = new PQueue({ concurrency: AT_ONCE });
    lanes.set(channel, { channel, courier, queue, proven: false, aside: [], failuresInARow: 0 });
  }
  const broken: unknown[] = [];

  function isOver({ channel, proven, aside }: Lane): boolean {
    const estranged = !proven && aside.length >= GONE_AT_FIRST;
    return signal.aborted || broken.length > 0 || told.givenUp.has(channel) || estranged;
  }

  function claimOn(recipient: Recipient, lane: Lane): Claim {
    let taken = false;
    return {
      async take() {
        taken = !isOver(lane) && (await announcements.claim(recipient, number));
        return taken;
      },
      async giveBack() {
        if (taken) await announcements.release(recipient, number);
        taken = false;
      },
    };
  }

  async function forgetGone({ aside }: Lane): Promise<void> {
    for (const recipient of aside.splice(0)) {
      await announcements.forget(recipient);
      told.gone += 1;
    }
  }

  async function tell(recipient: Recipient, lane: Lane): Promise<void> {
    if (isOver(lane)) return;
    const { locale, tag } = await speaks(announcing, recipient);
    const blocks = texts.get(locale);
    if (blocks === undefined) throw new RangeError(`the announcement has no words in ${locale}`);
    const claim = claimOn(recipient, lane);
    const message = announcement(petition, locale, blocks, tag);
    const delivery = await lane.courier.deliver(recipient.person, message, claim);
    switch (delivery.kind) {
      case 'skipped':
        return;
      case 'sent':
        told.sent += 1;
        lane.proven = true;
        lane.failuresInARow = 0;
        break;
      case 'gone':
        await claim.giveBack();
        lane.aside.push(recipient);
        lane.failuresInARow = 0;
        break;
      case 'unsent':
        await claim.giveBack();
        told.unsent += 1;
        failed(lane, delivery.code);
        break;
      case 'unknown':
        told.unknown += 1;
        failed(lane, delivery.code);
    }
    if (lane.proven) await forgetGone(lane);
    onProgress(told);
  }

  function failed(lane: Lane, code: string): void {
    if (signal.aborted) return;
    lane.failuresInARow += 1;
    if (lane.failuresInARow >= FAILURES_IN_A_ROW) told.givenUp.set(lane.channel, code);
  }

  /** Says what is to become of those who were found gone where nobody was told. */
  async function conclude({ channel, aside }: Lane): Promise<void> {
    if (aside.length > FEW_GONE) told.estranged.set(channel, aside.length);
    else if (!signal.aborted) {
      for (const recipient of aside) if (await announcements.claim(recipient, number)) told.kept += 1;
    }
  }

  for await (const page of announcements.waiting(number)) {
    for (const recipient of page) {
      const lane = lanes.get(recipient?.person.channel ?? '');
      if (recipient === null || lane === undefined) continue;
      // A failing database is everybody's trouble: nothing more is begun, and it is told at the end.
      void lane.queue.add(() => tell(recipient, lane).catch((error: unknown) => broken.push(error)));
    }
    // One page after the other: what waits in memory stays small, and those who stop meanwhile are left out.
    await Promise.all([...lanes.values()].map(({ queue }) => queue.onIdle()));
    if (signal.aborted || broken.length > 0) break;
  }
  if (broken.length > 0) throw broken[0];
  for (const lane of lanes.values()) await conclude(lane);
  return told;
}

/** The language that somebody speaks with the bot, or in which they asked for updates; and their buttons' tag. */
async function speaks(
  { petition, ledger }: Announcing,
  { person, locale }: Recipient,
): Promise<{ readonly locale: Locale; readonly tag: string }> {
  const { conversation, tag } = await ledger.read(person);
  const spoken = [conversation?.locale, locale].find(
    (one) => one !== undefined && petition.locales.includes(one),
  );
  return { locale: spoken ?? petition.negotiate([locale]), tag };
}
