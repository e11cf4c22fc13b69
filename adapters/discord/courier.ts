import { MessageFlags, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import PQueue from 'p-queue';
import { z } from 'zod';
import {
  type Courier,
  type CourierContext,
  type Delivery,
  withoutAnswer,
} from '../../src/channel/courier.js';
import { pause } from '../../src/channel/pause.js';
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

  /** Makes a request, as often as Discord asks to wait; what fails otherwise is thrown. Null: stopped before. */
  async function request<T>(work: (rest: REST) => Promise<T>): Promise<T | null> {
    for (;;) {
      if (signal.aborted) return null;
      try {
        return await work(rest());
      } catch (error) {
        const tooFast = refusedWith(error, RESTJSONErrorCodes.OpeningDirectMessagesTooFast);
        const ms = tooFast ? pace.tooFast : patienceOf(error);
        if (ms === 0) throw error;
        await pause(ms, signal);
      }
    }
  }

  async function send(personId: string, parts: readonly Rendered[]): Promise<Delivery> {
    let arrived = 0;
    let underWay = false;
    try {
      const channel = await request((api) =>
        api.post(Routes.userChannels(), { body: { recipient_id: personId } }),
      );
      if (channel === null) return STOPPED;
      const { id } = channelSchema.parse(channel);
      for (const components of parts) {
        const body = {
          components,
          flags: MessageFlags.IsComponentsV2,
          allowed_mentions: { parse: [] },
        };
        underWay = true;
        const sent = await request((api) => api.post(Routes.channelMessages(id), { body }));
        if (sent === null) return arrived > 0 ? { kind: 'unknown', code: 'stopped' } : STOPPED;
        arrived += 1;
      }
      return { kind: 'sent' };
    } catch (error) {
      const delivery = becauseOf(error);
      // As long as there is only a channel, nothing can have arrived; once a part has, it is not "certainly not".
      if (delivery.kind === 'unknown' && !underWay) return { ...delivery, kind: 'unsent' };
      return delivery.kind === 'unsent' && arrived > 0 ? { ...delivery, kind: 'unknown' } : delivery;
    }
  }

  return {
    deliver: ({ id }, message) => queue.add(() => send(id, render(message, style))),
    async close() {
      await queue.onIdle();
      await agent.destroy();
    },
  };
}

const STOPPED: Delivery = { kind: 'unsent', code: 'stopped' };

function becauseOf(error: unknown): Delivery {
  if (refusedWith(error, ...GONE)) return { kind: 'gone' };
  const { error: name, code = name } = causeOf(error);
  return mayPass(error) ? withoutAnswer(code) : { kind: 'unsent', code };
}
