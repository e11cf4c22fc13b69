import { MessageFlags, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { faceOf } from '../../src/channel/kit/card-face.js';
import { pause } from '../../src/channel/kit/pause.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import { withTimeout } from '../../src/channel/kit/with-timeout.js';
import { causeOf } from '../../src/log.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import type { Status } from '../../src/petition/status.js';
import { card as cardOf } from './card.js';
import { type Card, type CardPace, CardSchedule } from './card-schedule.js';
import { isBeyondReach, limitsEverything, retryAfterMs } from './failure.js';
import type { Tap } from './parse.js';
import { firstCallback, laterRequest } from './retry.js';

/** The cards in channels. */
export interface Cards {
  /** Posts a card in the tap's channel. False if what it shows can't be read in time; then nothing was posted. */
  post(tap: Tap, texts: LocaleTexts): Promise<boolean>;
  /**
   * Keeps the cards current until the signal aborts. Never rejects.
   * @param isHeld whether this process still holds the lease; asked before every edit
   */
  run(signal: AbortSignal, isHeld: () => boolean): Promise<void>;
}

export interface CardsOptions {
  readonly context: AdapterContext;
  /** Makes requests as the bot, with its token set. */
  readonly rest: () => REST;
  /** Whether the bot is connected. If not, Discord would refuse requests. */
  readonly connected: () => boolean;
  readonly pace: CardPace;
  /** How long reading the total may take before we post no card, in milliseconds. */
  readonly totalWithin: number;
}

/** What a card shows. */
interface Look {
  readonly total: number;
  readonly status: Status;
}

/** The name of the stored list of cards. */
const MEMORY = 'discord-cards';

/** The pause before another try while the store is away. */
const STORE_AWAY_MS = 15_000;

const id = z.string().regex(/^\d{1,20}$/);
const cardSchema = z.object({ channelId: id, messageId: id, locale: z.string() });

/** Posts cards and keeps them current, also after restarts: their totals, and whether people can sign. */
export function createCards(options: CardsOptions): Cards {
  const { petition, memory, log } = options.context;
  const schedule = new CardSchedule(options.pace);
  let changed = false;
  /** What the cards of this process show besides the total; null before the first look. */
  let face: string | null = null;

  /** One language stands for all: they change together. */
  const faceNow = (status: Status) => faceOf(petition.texts(petition.locales[0]), status);

  /** What a card shows now; null if the database can't be read. */
  async function look(): Promise<Look | null> {
    const [total, status] = await Promise.all([
      readPublicTotal(options.context),
      options.context.status.read().catch((error: unknown) => {
        log.warn(causeOf(error), 'whether people can sign could not be read');
        return null;
      }),
    ]);
    return total === null || status === null ? null : { total, status };
  }

  /** Reads the cards of earlier runs. Until that succeeds, nothing is written over them. */
  async function recall(): Promise<boolean> {
    try {
      const { cards, unreadable } = readKept((await memory.recall(MEMORY)) ?? []);
      if (unreadable > 0) {
        changed = true;
        log.warn({ unreadable }, 'stored cards of an unknown form were skipped');
      }
      const known = new Set(schedule.cards.map(({ messageId }) => messageId));
      for (const one of cards) {
        if (!known.has(one.messageId) && petition.locales.includes(one.locale)) {
          schedule.resume(one, performance.now());
        }
      }
      return true;
    } catch (error) {
      log.warn(causeOf(error), 'the list of cards could not be read');
      return false;
    }
  }

  async function keep(): Promise<void> {
    changed = false;
    try {
      await memory.keep(MEMORY, schedule.cards);
    } catch (error) {
      changed = true;
      log.warn(causeOf(error), 'the list of cards could not be saved');
    }
  }

  /**
   * Adds the posted card to the schedule. If Discord does not tell its id, the card keeps its first total.
   */
  async function follow(tap: Tap, locale: string, shown: Look): Promise<void> {
    try {
      // A separate request: if the callback's own answer were lost, the card's id would be lost too.
      const { channelId, id: messageId } = await laterRequest(() => tap.fetchReply());
      const isCurrent = face === null || face === faceNow(shown.status);
      const posted = cardSchema.parse({ channelId, messageId, locale });
      schedule.add(posted, isCurrent ? shown.total : null, performance.now());
      changed = true;
    } catch (error) {
      log.warn(causeOf(error), 'a card was posted but will not be kept current');
    }
  }

  /** Edits one card; returns how long Discord asks to wait, in milliseconds. */
  async function edit(card: Card, { total, status }: Look): Promise<number> {
    try {
      await options.rest().patch(Routes.channelMessage(card.channelId, card.messageId), {
        body: {
          components: cardOf(petition, petition.texts(card.locale), status, total),
          flags: MessageFlags.IsComponentsV2,
          allowed_mentions: { parse: [] },
        },
      });
      schedule.tried(card, total, performance.now());
      return 0;
    } catch (error) {
      if (isBeyondReach(error)) {
        schedule.forget(card);
        changed = true;
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
    const current = faceNow(shown.status);
    if (face !== null && face !== current) schedule.hurry(performance.now());
    face = current;
    const card = schedule.next(shown.total, performance.now());
    return card === null ? 0 : edit(card, shown);
  }

  return {
    async post(tap, texts) {
      const shown = await withTimeout(options.totalWithin, look());
      if (shown === null) return false;
      await firstCallback(() =>
        tap.reply({
          components: cardOf(petition, texts, shown.status, shown.total),
          flags: MessageFlags.IsComponentsV2,
          allowedMentions: { parse: [] },
        }),
      );
      await follow(tap, texts.locale, shown);
      return true;
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
      // Only with the lease: another process may write its own list by now.
      if (recalled && changed && isHeld()) await keep();
    },
  };
}

/** Parses the stored list of cards, entry by entry. */
function readKept(kept: unknown): { readonly cards: readonly Card[]; readonly unreadable: number } {
  if (!Array.isArray(kept)) return { cards: [], unreadable: 1 };
  const cards = kept.flatMap((one) => cardSchema.safeParse(one).data ?? []);
  return { cards, unreadable: kept.length - cards.length };
}
