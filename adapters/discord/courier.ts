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
import { COMMAND } from './commands.js';
import { mayPass, patienceOf, refusedWith } from './failure.js';
import { personalLink } from './links.js';
import { type Rendered, render } from './render.js';
import { botRequests, connections } from './rest.js';
import type { DiscordSettings } from './settings.js';

/** Waits between messages, in milliseconds. */
export interface CourierPace {
  /** Two people a second: Discord allows 50 requests, minds many new conversations at once, and the bot needs some. */
  readonly between: number;
  /** After Discord has found that conversations are opened too fast: it does not say how long. */
  readonly tooFast: number;
}

export const COURIER_PACE: CourierPace = { between: 500, tooFast: 60_000 };

const channelSchema = z.object({ id: z.string() });

/** Discord's codes for somebody to whom nothing can be sent: who closed their messages, blocked the bot, or is gone. */
const GONE = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
] as const;

/** Writes direct messages of our own accord. */
export function createCourier(
  settings: DiscordSettings,
  { signal }: CourierContext,
  pace: CourierPace = COURIER_PACE,
): Courier {
  const agent = connections();
  const rest = botRequests(settings, agent);
  const queue = new PQueue({ concurrency: 1, intervalCap: 1, interval: pace.between, strict: true });
  const style = {
    inviteUrl: personalLink(settings.applicationId),
    command: (name: string) => `\`/${COMMAND} ${name}\``,
  };

  /** Makes a request, as often as Discord asks to wait, each time with the claim where one is needed. */
  async function request(work: (rest: REST) => Promise<unknown>, claim: Claim | null): Promise<Answer> {
    for (;;) {
      if (signal.aborted) return { failed: { kind: 'unsent', code: 'stopped' } };
      if (claim !== null && !(await claim.take())) return { failed: { kind: 'skipped' } };
      let ms: number;
      try {
        return { value: await work(rest()) };
      } catch (error) {
        const tooFast = refusedWith(error, RESTJSONErrorCodes.OpeningDirectMessagesTooFast);
        ms = tooFast ? pace.tooFast : patienceOf(error);
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
    // As long as there is only a channel, nothing can have arrived.
    if ('failed' in opened) return certainly(opened.failed, 'unsent');
    const channel = channelSchema.safeParse(opened.value);
    if (!channel.success) return { kind: 'unsent', code: 'unreadable' };
    const route = Routes.channelMessages(channel.data.id);
    for (const [index, components] of parts.entries()) {
      const body = { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } };
      const sent = await request((api) => api.post(route, { body }), index === 0 ? claim : null);
      // Where a part has arrived, the message has not "certainly not".
      if ('failed' in sent) return index === 0 ? sent.failed : certainly(sent.failed, 'unknown');
    }
    return { kind: 'sent' };
  }

  return {
    deliver: ({ id }, message, claim) => queue.add(() => send(id, render(message, style), claim)),
    async close() {
      await queue.onIdle();
      await agent.destroy();
    },
  };
}

/** What Discord answered, or what a request that brought nothing comes to. */
type Answer = { readonly value: unknown } | { readonly failed: Delivery };

/** The same, where what is known besides says whether anything can have arrived. */
function certainly(delivery: Delivery, kind: 'unsent' | 'unknown'): Delivery {
  return delivery.kind === 'unsent' || delivery.kind === 'unknown' ? { ...delivery, kind } : delivery;
}

function becauseOf(error: unknown): Delivery {
  if (refusedWith(error, ...GONE)) return { kind: 'gone' };
  const { error: name, code = name } = causeOf(error);
  return mayPass(error) ? withoutAnswer(code) : { kind: 'unsent', code };
}
