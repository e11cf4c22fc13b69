import { MessageFlags, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import PQueue from 'p-queue';
import { z } from 'zod';
import {
  type Claim,
  type Courier,
  type CourierContext,
  type Delivery,
  withoutAnswer,
} from '../../src/channel/courier.js';
import { pause } from '../../src/channel/kit/pause.js';
import { causeOf } from '../../src/log.js';
import { commandMention } from './commands.js';
import { mayPass, refusedWith, retryAfterMs } from './failure.js';
import { personalLink } from './links.js';
import { type Rendered, render } from './render.js';
import { botRequests, connections } from './rest.js';
import type { DiscordSettings } from './settings.js';

/** Pauses between messages, in milliseconds. */
export interface CourierPace {
  /**
   * Two people a second. Discord allows 50 requests, objects to many new conversations at once, and the bot
   * needs its share.
   */
  readonly between: number;
  /** After Discord says that we open conversations too fast. It does not say how long to wait. */
  readonly tooFast: number;
}

const COURIER_PACE: CourierPace = { between: 500, tooFast: 60_000 };

const channelSchema = z.object({ id: z.string() });

/**
 * Discord's codes for unreachable people: they closed their messages, blocked the bot, or deleted their
 * account.
 */
const GONE = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
] as const;

/** Sends direct messages without a request from the person. */
export function createCourier(
  settings: DiscordSettings,
  { signal }: Omit<CourierContext, 'memory'>,
  pace: CourierPace = COURIER_PACE,
): Courier {
  const way = connections();
  const rest = botRequests(settings, way);
  const queue = new PQueue({ concurrency: 1, intervalCap: 1, interval: pace.between, strict: true });
  const style = {
    inviteUrl: personalLink(settings.applicationId),
    command: (name: string) => commandMention(name, new Map()),
  };

  /**
   * Makes a request, and retries it as often as Discord asks to wait. If it needs the claim, it takes the
   * claim each time.
   */
  async function request(work: (rest: REST) => Promise<unknown>, claim: Claim | null): Promise<Answer> {
    for (;;) {
      if (signal.aborted) return { failed: { kind: 'unsent', code: 'stopped' } };
      if (claim !== null && !(await claim.take())) return { failed: { kind: 'skipped' } };
      let ms: number;
      try {
        return { value: await work(rest()) };
      } catch (error) {
        const tooFast = refusedWith(error, RESTJSONErrorCodes.OpeningDirectMessagesTooFast);
        ms = tooFast ? pace.tooFast : retryAfterMs(error);
        if (ms === 0) return { failed: becauseOf(error) };
      }
      await claim?.giveBack();
      await pause(ms, signal);
    }
  }

  async function send(personId: string, parts: readonly Rendered[], claim: Claim): Promise<Delivery> {
    const opened = await request(
      (api) => api.post(Routes.userChannels(), { body: { recipient_id: personId } }),
      null,
    );
    // So far only the channel was opened, so no message can have arrived.
    if ('failed' in opened) return certainly(opened.failed, 'unsent');
    const channel = channelSchema.safeParse(opened.value);
    if (!channel.success) return { kind: 'unsent', code: 'unreadable' };
    const route = Routes.channelMessages(channel.data.id);
    for (const [index, components] of parts.entries()) {
      const body = { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } };
      const sent = await request((api) => api.post(route, { body }), index === 0 ? claim : null);
      // If a part has arrived, we can't say that the message certainly did not arrive.
      if ('failed' in sent) return index === 0 ? sent.failed : certainly(sent.failed, 'unknown');
    }
    return { kind: 'sent' };
  }

  return {
    deliver: ({ id }, message, claim) => queue.add(() => send(id, render(message, style), claim)),
    async close() {
      await queue.onIdle();
      await way.close();
    },
  };
}

/** Discord's answer, or the result of a request without one. */
type Answer = { readonly value: unknown } | { readonly failed: Delivery };

/** The same delivery with what we know for certain about its arrival. */
function certainly(delivery: Delivery, kind: 'unsent' | 'unknown'): Delivery {
  return delivery.kind === 'unsent' || delivery.kind === 'unknown' ? { ...delivery, kind } : delivery;
}

function becauseOf(error: unknown): Delivery {
  if (refusedWith(error, ...GONE)) return { kind: 'gone' };
  const { error: name, code = name } = causeOf(error);
  return mayPass(error) ? withoutAnswer(code) : { kind: 'unsent', code };
}
