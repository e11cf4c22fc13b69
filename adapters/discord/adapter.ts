import type { Adapter, AdapterContext } from '../../src/channel/adapter.js';
import { type BackoffOptions, createBackoff } from '../../src/channel/kit/backoff.js';
import { pause } from '../../src/channel/kit/pause.js';
import { withTimeout } from '../../src/channel/kit/with-timeout.js';
import { causeOf } from '../../src/log.js';
import { CARD_ALLOWANCES, type CardAllowances, CardLimits } from './card-limits.js';
import { CARD_PACE, type CardPace } from './card-schedule.js';
import { channelRequests } from './channel-requests.js';
import { commandMention } from './commands.js';
import { retryAfterMs } from './failure.js';
import { createGateway, type GatewayPatience } from './gateway.js';
import { createInteractions } from './interactions.js';
import { personalLink } from './links.js';
import { createPetitionParts } from './petition-parts.js';
import { registerCommands } from './registration.js';
import { botRequests, connections } from './rest.js';
import type { DiscordSettings } from './settings.js';
import { Threads } from './threads.js';

/** All waits, in milliseconds. */
export interface Pace {
  /** Discord gives up on a tap after 3 s; the network needs some of that. */
  readonly acknowledgeAfter: number;
  /** Discord accepts answers to a tap for 15 minutes: https://docs.discord.com/developers/interactions/receiving-and-responding */
  readonly answerWithin: number;
  /** The backoff for connecting, and for registering the commands. */
  readonly backoff: BackoffOptions;
  readonly patience: GatewayPatience;
  readonly cards: CardPace;
  readonly allowances: CardAllowances;
  /**
   * How long we keep a card current if only its token can edit it. Some of `answerWithin` is left for the last edit.
   */
  readonly borrowedFor: number;
  /** Between two looks at which milestones are due. */
  readonly milestones: number;
  /** How long `stop` waits for work in flight. */
  readonly drainWithin: number;
}

/** The longest backoff keeps us within Discord's limit of 1,000 sessions a day. */
export const PACE: Pace = {
  acknowledgeAfter: 2_000,
  answerWithin: 15 * 60_000,
  backoff: { firstMs: 1_000, longestMs: 120_000 },
  patience: { awayMs: 60_000, unacknowledgedMs: 10_000 },
  cards: CARD_PACE,
  allowances: CARD_ALLOWANCES,
  borrowedFor: 14 * 60_000,
  milestones: 60_000,
  drainWithin: 8_000,
};

/** The code of `health` while Cloudflare bans this machine's address. */
const BANNED = 'discord-banned';

/** The Discord adapter. One process at a time is connected, answers taps and keeps the cards current. */
export function createAdapter(settings: DiscordSettings, given: AdapterContext, pace: Pace): Adapter {
  const { applicationId } = settings;
  const { ownership, petitions } = given;
  const log = given.log.child({ channel: 'discord' });
  const context = { ...given, log };
  const way = connections((waitMs) =>
    log.error(
      { minutes: Math.ceil(waitMs / 60_000) },
      "Cloudflare has banned this machine's address from Discord. The bot makes no request until the ban is over. Other programs that share the address may have caused it",
    ),
  );
  const rest = botRequests(settings, way);
  let commandIds: ReadonlyMap<string, string> = new Map();
  let release: (() => Promise<void>) | null = null;

  const style = () => ({
    inviteUrl: personalLink(applicationId),
    command: (name: string) => commandMention(name, commandIds),
  });
  const gateway = createGateway({
    ...settings,
    way,
    log,
    backoff: pace.backoff,
    patience: pace.patience,
    onPacket: (packet) => threads.see(packet),
    onInteraction: (interaction) => interactions.take(interaction),
    onReady: (signal) => void register(signal),
  });
  const threads = new Threads();
  const connected = () => gateway.health().ok && way.bannedForMs() === 0;
  const parts = createPetitionParts({
    context,
    applicationId,
    rest,
    connected,
    pace: pace.cards,
    limits: new CardLimits(pace.allowances),
    borrowedFor: pace.borrowedFor,
    totalWithin: pace.acknowledgeAfter,
    milestones: pace.milestones,
  });
  const interactions = createInteractions({
    context,
    handleInChannel: channelRequests({ parts, threads, style, log }),
    parts,
    acknowledgeAfter: pace.acknowledgeAfter,
    answerWithin: pace.answerWithin,
    style,
  });

  /** Registers the commands, with retries until it works or the connection ends. Never rejects. */
  async function register(signal: AbortSignal): Promise<void> {
    const backoff = createBackoff(pace.backoff);
    while (commandIds.size === 0 && !signal.aborted) {
      try {
        commandIds = await registerCommands(rest(), applicationId, petitions);
        return;
      } catch (error) {
        log.warn(causeOf(error), 'the commands could not be registered');
        await pause(Math.max(backoff.next(), retryAfterMs(error)), signal);
      }
    }
  }

  return {
    channel: 'discord',
    invitation: (locale) => ({
      label: 'Discord',
      url: personalLink(applicationId),
      how: petitions.texts(locale).words.say('discord-invitation', { command: '/petition sign' }),
    }),
    // Answers go through the API too: during a ban nobody gets one, whatever the gateway says.
    health: () => (way.bannedForMs() > 0 ? { ok: false, code: BANNED } : gateway.health()),
    unsent: interactions.unsent,
    async start() {
      release ??= ownership.hold('discord-gateway', async (signal, isHeld) => {
        await Promise.all([gateway.run(signal, isHeld), parts.run(signal, isHeld)]);
      });
    },
    async stop() {
      await release?.();
      await withTimeout(pace.drainWithin, interactions.drained());
      await way.close();
    },
  };
}
