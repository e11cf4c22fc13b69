import PQueue from 'p-queue';
import { announcement } from '../conversation/announcement.js';
import type { Conversation } from '../conversation/conversation.js';
import type { Locale, Petition } from '../petition/petition.js';
import type { Block } from '../petition/rich-text.js';
import type { Recipient } from '../signatures/announcements.js';
import type { Ledger } from '../signatures/ledger.js';
import type { Courier } from './courier.js';

/** How many deliveries of one platform are under way or wait for its pace: enough to keep it busy. */
const AT_ONCE = 4;

/** After so many failures in a row a platform is left alone: it is away, or refuses the bot. */
const FAILURES_IN_A_ROW = 3;

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
  /** The answer was lost: counted as told, so that nobody gets it twice. */
  unknown: number;
  /** Certainly not told: they are told when the same is run again. */
  unsent: number;
  /** The code of the failure after which a platform was left alone. */
  readonly givenUp: Map<string, string>;
}

/**
 * Tells everybody who has not been told yet. Each person is claimed before the message goes out, and given back only
 * where it certainly did not arrive: so nobody gets it twice, also where this process is killed.
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
  const told: Told = { sent: 0, gone: 0, unknown: 0, unsent: 0, givenUp: new Map() };
  const lanes = new Map(
    [...couriers.keys()].map((channel) => [channel, new PQueue({ concurrency: AT_ONCE })]),
  );
  const failures = new Map<string, number>();
  const broken: unknown[] = [];

  async function tell(recipient: Recipient, courier: Courier): Promise<void> {
    const { channel } = recipient.person;
    const over = () => signal.aborted || told.givenUp.has(channel) || broken.length > 0;
    if (over()) return;
    const { locale, tag } = await speaks(announcing, recipient);
    const blocks = texts.get(locale);
    if (blocks === undefined) throw new RangeError(`the announcement has no words in ${locale}`);
    if (over() || !(await ledger.announcements.claim(recipient, number))) return;
    const delivery = await courier.deliver(recipient.person, announcement(petition, locale, blocks, tag));
    told[delivery.kind] += 1;
    if (delivery.kind === 'gone') await ledger.announcements.forget(recipient);
    if (delivery.kind === 'unsent') await ledger.announcements.release(recipient, number);
    if (delivery.kind === 'sent' || delivery.kind === 'gone') failures.delete(channel);
    else if (!signal.aborted) {
      const inARow = (failures.get(channel) ?? 0) + 1;
      failures.set(channel, inARow);
      if (inARow >= FAILURES_IN_A_ROW) told.givenUp.set(channel, delivery.code);
    }
    onProgress(told);
  }

  for await (const page of ledger.announcements.waiting(number)) {
    for (const recipient of page) {
      const channel = recipient?.person.channel ?? '';
      const [courier, lane] = [couriers.get(channel), lanes.get(channel)];
      if (recipient === null || courier === undefined || lane === undefined) continue;
      // A failing database is everybody's trouble: nothing more is begun, and it is told at the end.
      void lane.add(() => tell(recipient, courier).catch((error: unknown) => broken.push(error)));
    }
    // One page after the other: what waits in memory stays small, and those who stop meanwhile are left out.
    await Promise.all([...lanes.values()].map((lane) => lane.onIdle()));
    if (signal.aborted || broken.length > 0) break;
  }
  if (broken.length > 0) throw broken[0];
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
