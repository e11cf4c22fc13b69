import {
  type APIMessageTopLevelComponent,
  MessageFlags,
  PermissionFlagsBits,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { faceOf } from '../../src/channel/kit/card-face.js';
import { pause } from '../../src/channel/kit/pause.js';
import { withTimeout } from '../../src/channel/kit/with-timeout.js';
import { causeOf } from '../../src/log.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import type { Status } from '../../src/petition/status.js';
import { card as cardOf, type Look, movedCard } from './card.js';
import type { CardLimits } from './card-limits.js';
import { type Card, type CardPace, CardSchedule } from './card-schedule.js';
import { createCardStore } from './card-store.js';
import { isBeyondReach, limitsEverything, refusedWith, retryAfterMs } from './failure.js';
import { messageLink } from './links.js';
import type { Tap } from './parse.js';
import { firstCallback, laterRequest } from './retry.js';

/** The result of a request for a card. */
export type Posting =
  | { readonly kind: 'posted' }
  /** What the card shows can't be read in time; nothing was posted. */
  | { readonly kind: 'unread' }
  /** The person or the server has posted too many; nothing was posted. */
  | { readonly kind: 'too-soon'; readonly waitMs: number };

/** The cards in channels. */
export interface Cards {
  /** Posts a card in the tap's channel, where it takes over from an older one. Rejects with errors of discord.js. */
  post(tap: Tap, texts: LocaleTexts): Promise<Posting>;
  /**
   * Keeps the cards current until the signal aborts. Never rejects.
   * @param isHeld whether this process still holds the lease; asked before every edit
   */
  run(signal: AbortSignal, isHeld: () => boolean): Promise<void>;
}

export interface CardsOptions {
  readonly context: AdapterContext;
  /** The petition's name, where the bot has several. */
  readonly named?: string | undefined;
  /** The limits of all petitions together. */
  readonly limits: CardLimits;
  readonly applicationId: string;
  /** Makes requests as the bot, with its token set. */
  readonly rest: () => REST;
  /** Whether the bot is connected. If not, Discord would refuse requests. */
  readonly connected: () => boolean;
  readonly pace: CardPace;
  /** How long reading the total may take before we post no card, in milliseconds. */
  readonly totalWithin: number;
  /**
   * How long we keep a card current if only the token of its tap can edit it, in milliseconds. Then it gets its last
   * edit, for which some of the token's 15 minutes must be left.
   */
  readonly borrowedFor: number;
}

/** The right to edit a card by the token of the tap that posted it. It lives only in this process's memory. */
interface Loan {
  readonly token: string;
  /** Whether the bot can't edit the card by its own token. */
  readonly needed: boolean;
  /** When the last edit is due, on the process's monotonic clock. */
  readonly until: number;
}

/** The pause before another try while the store is away. */
const STORE_AWAY_MS = 15_000;

/** Posts cards and keeps them current, also after restarts: their totals, and whether people can sign. */
export function createCards(options: CardsOptions): Cards {
  const { limits, named } = options;
  const { petition, total, log } = options.context;
  const schedule = new CardSchedule(options.pace);
  const store = createCardStore(options.context);
  const loans = new Map<string, Loan>();
  let changed = false;
  /** What the cards of this process show besides the total; null before the first look. */
  let face: string | null = null;

  /** One language stands for all: they change together. */
  const faceNow = (status: Status) => faceOf(petition.texts(petition.locales[0]), status);

  /** What a card shows now; null if the database can't be read. */
  async function look(): Promise<Look | null> {
    try {
      const [published, status] = await Promise.all([total.read(), options.context.status.read()]);
      const { pictureUrl = null } = options.context;
      return { total: published.total, asOf: published.asOf, status, pictureUrl };
    } catch (error) {
      log.warn(causeOf(error), 'what a card shows could not be read');
      return null;
    }
  }

  /** Reads the cards of earlier runs. Until that succeeds, nothing is written over them. */
  async function recall(): Promise<boolean> {
    const cards = await store.recall();
    if (cards === null) return false;
    const known = new Set(schedule.cards.map(({ messageId }) => messageId));
    for (const one of cards) {
      if (!known.has(one.messageId)) schedule.resume(one, performance.now());
    }
    return true;
  }

  /** Without its token, a borrowed card could not be edited by the next process. */
  async function keep(): Promise<void> {
    changed = false;
    const kept = await store.keep(schedule.cards.filter(({ messageId }) => !loans.get(messageId)?.needed));
    if (!kept) changed = true;
  }

  function forget(card: Card): void {
    schedule.forget(card);
    loans.delete(card.messageId);
    changed = true;
  }

  /** Adds the posted card to the schedule. If Discord does not tell its id, the card keeps its first total. */
  async function follow(tap: Tap, locale: string, shown: Look): Promise<void> {
    try {
      // A separate request: if the callback's own answer were lost, the card's id would be lost too.
      const { channelId, id: messageId, flags } = await laterRequest(() => tap.fetchReply());
      // Some servers let other people's apps answer only in private. Then there is no card that others see.
      if (flags.has(MessageFlags.Ephemeral)) return;
      const isCurrent = face === null || face === faceNow(shown.status);
      const now = performance.now();
      const until = now + options.borrowedFor;
      loans.set(messageId, { token: tap.token, needed: !isEditableByBot(tap), until });
      const posted = { guildId: tap.guildId, channelId, messageId, locale, ending: null };
      schedule.add(posted, isCurrent ? shown.total : null, now);
      changed = true;
    } catch (error) {
      log.warn(causeOf(error), 'a card was posted but will not be kept current');
    }
  }

  function componentsOf(card: Card, shown: Look): APIMessageTopLevelComponent[] {
    const texts = petition.texts(card.locale);
    const { ending } = card;
    if (ending === null || ending.movedTo === null)
      return cardOf(petition, texts, shown, ending !== null, named);
    return movedCard(texts, shown.status, messageLink({ ...card, messageId: ending.movedTo }), named);
  }

  /** Edits one card; returns how long Discord asks to wait, in milliseconds. */
  async function edit(card: Card, shown: Look): Promise<number> {
    const { channelId, messageId } = card;
    const loan = loans.get(messageId);
    const route = loan?.needed
      ? Routes.webhookMessage(options.applicationId, loan.token, messageId)
      : Routes.channelMessage(channelId, messageId);
    const body = {
      components: componentsOf(card, shown),
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [] },
    };
    try {
      await options.rest().patch(route, { body, auth: !loan?.needed });
      if (card.ending === null) schedule.tried(card, shown.total, performance.now());
      else forget(card);
      return 0;
    } catch (error) {
      if (refusedWith(error, RESTJSONErrorCodes.MissingAccess) && loan?.needed === false) {
        // A server can have the commands without the bot as a member.
        loans.set(messageId, { ...loan, needed: true });
        schedule.tried(card, null, performance.now());
        return 0;
      }
      if (isBeyondReach(error)) {
        forget(card);
        log.info(causeOf(error), 'a card can no longer be edited');
        return 0;
      }
      schedule.tried(card, null, performance.now());
      log.warn(causeOf(error), 'a card could not be edited');
      return limitsEverything(error) ? retryAfterMs(error) : 0;
    }
  }

  /** Makes at most one edit; returns how long to leave all cards alone afterwards, in milliseconds. */
  async function turn(): Promise<number> {
    if (schedule.cards.length === 0 || !options.connected()) return 0;
    const shown = await look();
    if (shown === null) return STORE_AWAY_MS;
    const now = performance.now();
    const current = faceNow(shown.status);
    if (face !== null && face !== current) schedule.hurry(now);
    face = current;
    for (const [messageId, { until, needed }] of loans) {
      if (until > now) continue;
      if (!needed || !schedule.end(messageId, now)) loans.delete(messageId);
    }
    const card = schedule.next(shown.total, now);
    return card === null ? 0 : edit(card, shown);
  }

  return {
    async post(tap, texts) {
      const now = performance.now();
      const server = tap.guildId ?? tap.channelId ?? '';
      const waitMs = limits.admit(tap.user.id, server, now);
      if (waitMs > 0) return { kind: 'too-soon', waitMs };
      let posted = false;
      try {
        const shown = await withTimeout(options.totalWithin, look());
        if (shown === null) return { kind: 'unread' };
        await firstCallback(() =>
          tap.reply({
            components: cardOf(petition, texts, shown, false, named),
            flags: MessageFlags.IsComponentsV2,
            allowedMentions: { parse: [] },
          }),
        );
        posted = true;
        await follow(tap, texts.locale, shown);
        return { kind: 'posted' };
      } finally {
        if (!posted) limits.giveBack(tap.user.id, server, now);
      }
    },
    async run(signal, isHeld) {
      let recalled = false;
      let rest = 0;
      while (!signal.aborted) {
        recalled ||= await recall();
        if (recalled && changed && isHeld()) await keep();
        if (!recalled) rest = STORE_AWAY_MS;
        await pause(Math.max(options.pace.between, rest), signal);
        if (!signal.aborted && isHeld()) rest = await turn();
      }
      // We save only with the lease: without it, another process may already write its own list.
      if (recalled && changed && isHeld()) await keep();
    },
  };
}

/** Whether the bot can edit a tap's answer by its own token, at any later time: it must be a member who sees the channel. */
function isEditableByBot({ guildId, authorizingIntegrationOwners, appPermissions }: Tap): boolean {
  const isMember = guildId !== null && authorizingIntegrationOwners.guildId === guildId;
  return isMember && appPermissions.has(PermissionFlagsBits.ViewChannel);
}
