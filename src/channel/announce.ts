import PQueue from 'p-queue';
import { announcement } from '../conversation/announcement.js';
import type { Conversation } from '../conversation/conversation.js';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import type { Block } from '../petition/rich-text.js';
import type { Recipient } from '../signatures/announcements.js';
import type { Ledger } from '../signatures/ledger.js';
import type { Claim, Courier } from './courier.js';

/** How many deliveries of one platform may be in flight: enough to keep it busy. */
const AT_ONCE = 4;

/** After this many failures in a row we give up on a platform: it is away, or refuses the bot. */
const MAX_FAILURES_IN_A_ROW = 3;

/**
 * If this many recipients are unreachable and none was reached, we give up on a platform. Then the cause is the
 * bot: it is another bot, or has lost its servers. Chance alone does not produce so many.
 */
const MAX_GONE_AT_FIRST = 20;

/** If no recipient was reached, we still believe that up to this many are really unreachable. */
const MAX_REALLY_GONE = 2;

/** What `announce` works with. */
export interface Announcing {
  readonly petition: Petition;
  readonly ledger: Ledger<Conversation>;
  /** The announcement's number. */
  readonly number: number;
}

/** The subscribers who still need an announcement, by channel and language. */
export interface Audience {
  readonly counts: ReadonlyMap<string, ReadonlyMap<Locale, number>>;
  readonly people: number;
  /** Rows that can't be read: tampered with, or written under another pepper. */
  readonly unreadable: number;
}

/** Counts the subscribers who still need an announcement. */
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

/** The result, in people. */
export interface AnnouncementResult {
  sent: number;
  /** Unreachable for good: their contacts are deleted. */
  gone: number;
  /**
   * Unreachable and counted as done. No other delivery proved that the bot is the right one, so their
   * contacts are kept.
   */
  kept: number;
  /** The answer was lost: counted as done, so that nobody gets the announcement twice. */
  unknown: number;
  /** Certainly not sent: the next run sends to them. */
  unsent: number;
  /** For each platform that we gave up on, the code of the last failure. */
  readonly givenUp: Map<string, string>;
  /**
   * For each platform that reached nobody, how many recipients we tried. No contacts were deleted there, and
   * the next run tries these recipients again.
   */
  readonly unreached: Map<string, number>;
}

/** One platform's deliveries. */
interface Lane {
  readonly channel: string;
  readonly courier: Courier;
  readonly queue: PQueue;
  /** True after the first delivery: this is the bot that people know. */
  hasDelivered: boolean;
  /**
   * Unreachable recipients found before the first delivery. Their contacts wait for that proof before we
   * delete them.
   */
  readonly unreachable: Recipient[];
  failuresInARow: number;
}

/**
 * Sends an announcement to every subscriber who still needs it. It claims each recipient right before
 * sending, and releases the claim only if the message certainly did not arrive. So nobody gets it twice, even
 * if this process dies.
 * @param couriers by channel; subscribers on other channels wait for another run
 * @param signal ends it; deliveries in flight are finished
 * @param onProgress called after each person
 */
export async function announce(
  announcing: Announcing,
  texts: ReadonlyMap<Locale, readonly Block[]>,
  couriers: ReadonlyMap<string, Courier>,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; onProgress(told: Readonly<AnnouncementResult>): void },
): Promise<AnnouncementResult> {
  const { petition, ledger, number } = announcing;
  const { announcements } = ledger;
  const told: AnnouncementResult = {
    sent: 0,
    gone: 0,
    kept: 0,
    unknown: 0,
    unsent: 0,
    givenUp: new Map(),
    unreached: new Map(),
  };
  const lanes = new Map<string, Lane>();
  for (const [channel, courier] of couriers) {
    const queue = new PQueue({ concurrency: AT_ONCE });
    lanes.set(channel, { channel, courier, queue, hasDelivered: false, unreachable: [], failuresInARow: 0 });
  }
  const broken: unknown[] = [];

  function isOver({ channel, hasDelivered, unreachable }: Lane): boolean {
    const reachesNobody = !hasDelivered && unreachable.length >= MAX_GONE_AT_FIRST;
    return signal.aborted || broken.length > 0 || told.givenUp.has(channel) || reachesNobody;
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

  async function removeUnreachable({ unreachable }: Lane): Promise<void> {
    for (const recipient of unreachable.splice(0)) {
      await announcements.removeSubscriber(recipient);
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
        lane.hasDelivered = true;
        lane.failuresInARow = 0;
        break;
      case 'gone':
        await claim.giveBack();
        lane.unreachable.push(recipient);
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
    if (lane.hasDelivered) await removeUnreachable(lane);
    onProgress(told);
  }

  function failed(lane: Lane, code: string): void {
    if (signal.aborted) return;
    lane.failuresInARow += 1;
    if (lane.failuresInARow >= MAX_FAILURES_IN_A_ROW) told.givenUp.set(lane.channel, code);
  }

  /** Decides about unreachable recipients on a platform that reached nobody. */
  async function conclude({ channel, unreachable }: Lane): Promise<void> {
    if (unreachable.length > MAX_REALLY_GONE) told.unreached.set(channel, unreachable.length);
    else if (!signal.aborted) {
      for (const recipient of unreachable) if (await announcements.claim(recipient, number)) told.kept += 1;
    }
  }

  for await (const page of announcements.waiting(number)) {
    for (const recipient of page) {
      const lane = lanes.get(recipient?.person.channel ?? '');
      if (recipient === null || lane === undefined) continue;
      // A failing database concerns every platform: we start nothing more and throw the error at the end.
      void lane.queue.add(() => tell(recipient, lane).catch((error: unknown) => broken.push(error)));
    }
    // Page by page: the queue in memory stays small, and people who unsubscribe meanwhile are left out.
    await Promise.all([...lanes.values()].map(({ queue }) => queue.onIdle()));
    if (signal.aborted || broken.length > 0) break;
  }
  if (broken.length > 0) throw broken[0];
  for (const lane of lanes.values()) await conclude(lane);
  return told;
}

/**
 * The recipient's language in the conversation, or the language of the subscription; and the tag of their
 * buttons.
 */
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
