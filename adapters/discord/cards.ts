import { MessageFlags, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { pause } from '../../src/channel/kit/pause.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import { withTimeout } from '../../src/channel/kit/with-timeout.js';
import { causeOf } from '../../src/log.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import { card as cardOf } from './card.js';
import { type Card, type CardPace, CardSchedule } from './card-schedule.js';
import { isBeyondReach, limitsEverything, patienceOf } from './failure.js';
import type { Tap } from './parse.js';
import { firstCallback, laterRequest } from './retry.js';

/** The cards that stand in channels. */
export interface Cards {
  /** Posts one where the tap was made; false where the total can't be read in time, and nothing was posted. */
  post(tap: Tap, texts: LocaleTexts): Promise<boolean>;
  /**
   * Keeps their totals current until the signal aborts. Never rejects.
   * @param isHeld whether this process is still the one that edits: asked before every edit
   */
  run(signal: AbortSignal, isHeld: () => boolean): Promise<void>;
}

export interface CardsOptions {
  readonly context: AdapterContext;
  /** For requests as the bot, with its token set. */
  readonly rest: () => REST;
  /** Whether Discord lets the bot in: if not, requests would only be refused. */
  readonly connected: () => boolean;
  readonly pace: CardPace;
  /** How long the total may take before a card is not posted, in milliseconds. */
  readonly totalWithin: number;
}

/** The name under which the list of cards is kept. */
const MEMORY = 'discord-cards';

/** A store that is away is asked again after this long. */
const STORE_AWAY_MS = 15_000;

const id = z.string().regex(/^\d{1,20}$/);
const cardSchema = z.object({ channelId: id, messageId: id, locale: z.string() });

/** Posts cards and keeps them current, over restarts too. */
export function createCards(options: CardsOptions): Cards {
  const { petition, memory, log } = options.context;
  const schedule = new CardSchedule(options.pace);
  let changed = false;

  /** Takes up the cards of earlier runs; until that has worked, nothing is written over them. */
  async function recall(): Promise<boolean> {
    try {
      const { cards, unreadable } = readKept((await memory.recall(MEMORY)) ?? []);
      if (unreadable > 0) {
        changed = true;
        log.warn({ unreadable }, 'cards that were kept in an unknown form are left out');
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
      log.warn(causeOf(error), 'the list of cards could not be kept');
    }
  }

  /** Takes up the card that a tap was answered with. Where Discord does not say which that is, it stays as it was posted. */
  async function follow(tap: Tap, locale: string, shown: number): Promise<void> {
    try {
      // Asked for apart: with the callback itself, an answer that was lost would leave the card unknown.
      const { channelId, id: messageId } = await laterRequest(() => tap.fetchReply());
      schedule.add(cardSchema.parse({ channelId, messageId, locale }), shown, performance.now());
      changed = true;
    } catch (error) {
      log.warn(causeOf(error), 'a card was posted but will not be kept current');
    }
  }

  /** Edits one card; gives how long Discord asks to be left alone, in milliseconds. */
  async function edit(card: Card, shown: number): Promise<number> {
    try {
      await options.rest().patch(Routes.channelMessage(card.channelId, card.messageId), {
        body: {
          components: cardOf(petition, petition.texts(card.locale), shown),
          flags: MessageFlags.IsComponentsV2,
          allowed_mentions: { parse: [] },
        },
      });
      schedule.tried(card, shown, performance.now());
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
      return limitsEverything(error) ? patienceOf(error) : 0;
    }
  }

  /** One edit at most; gives how long to leave all cards alone afterwards, in milliseconds. */
  async function turn(): Promise<number> {
    if (schedule.cards.length === 0 || !options.connected()) return 0;
    const shown = await readPublicTotal(options.context);
    if (shown === null) return STORE_AWAY_MS;
    const card = schedule.next(shown, performance.now());
    return card === null ? 0 : edit(card, shown);
  }

  return {
    async post(tap, texts) {
      const shown = await withTimeout(options.totalWithin, readPublicTotal(options.context));
      if (shown === null) return false;
      await firstCallback(() =>
        tap.reply({
          components: cardOf(petition, texts, shown),
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
      // Another process may keep its own list by now.
      if (recalled && changed && isHeld()) await keep();
    },
  };
}

/** Reads the list of cards as it was kept, entry by entry. */
function readKept(kept: unknown): { readonly cards: readonly Card[]; readonly unreadable: number } {
  if (!Array.isArray(kept)) return { cards: [], unreadable: 1 };
  const cards = kept.flatMap((one) => cardSchema.safeParse(one).data ?? []);
  return { cards, unreadable: kept.length - cards.length };
}
