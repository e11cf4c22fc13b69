import { z } from 'zod';
import type { Adapter, AdapterContext, Health } from '../../src/channel/adapter.js';
import type { BackoffOptions } from '../../src/channel/kit/backoff.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import { pause } from '../../src/channel/kit/pause.js';
import { petitionOfRooms } from '../../src/channel/kit/staff-rooms.js';
import { causeOf } from '../../src/log.js';
import { deskOfSeveral } from '../../src/staff/several-desks.js';
import { createActivity } from './activity.js';
import { type Call, createCall } from './api.js';
import { createGroupCards } from './cards.js';
import { failureOf, UNREADABLE, Unreadable } from './failure.js';
import { followPhase } from './follow-phase.js';
import { createFormerScreens } from './former-screens.js';
import { type Acknowledgement, createIntake, type Intake } from './intake.js';
import { KnownMessages } from './known-messages.js';
import { handledUpdates, RATES, type Rates } from './limits.js';
import { pageLink } from './links.js';
import { createOutbox, Undelivered } from './outbox.js';
import { openPacer } from './pace-memory.js';
import { poll } from './polling.js';
import { createRetry, type Retried } from './retry.js';
import type { TelegramSettings } from './settings.js';
import { createStaff } from './staff.js';
import { telegramWebhook, WEBHOOK_PATH } from './webhook.js';

/** The rates of sending, and all waits in milliseconds. */
export interface Pace {
  readonly rates: Rates;
  /** How long Telegram's request waits for an answer that is being sent. */
  readonly holdMs: number;
  /** The pause before the first retry of a call; doubles. */
  readonly retryMs: number;
  /** The backoff for updates that could not be fetched or handled. */
  readonly backoff: BackoffOptions;
  /** Between two looks whether people can sign: the profile and the cards in groups follow. */
  readonly followMs: number;
  /** How long a chat is idle before we take the buttons off a former screen. */
  readonly idleMs: number;
  /** How long `stop` waits for work in flight. */
  readonly drainMs: number;
}

/**
 * Telegram waits about a minute for a webhook's answer. The person sees the button's spinner for as long as
 * we hold it.
 */
export const PACE: Pace = {
  rates: RATES,
  holdMs: 10_000,
  retryMs: 500,
  backoff: { firstMs: 1_000, longestMs: 3_000 },
  followMs: 15_000,
  idleMs: 5_000,
  drainMs: 6_000,
};

/** The most deliveries that Telegram may make at once: as many as it allows. */
const MAX_CONNECTIONS = 100;

/** The bot's own data that we need. */
const meSchema = z.object({ username: z.string().min(1) });

/** Matches if a webhook is set. Otherwise the address is empty or missing. */
const webhookSetSchema = z.object({ url: z.string().min(1) });

/** The Telegram adapter: private chats, and cards in groups. */
export function createAdapter(settings: TelegramSettings, context: AdapterContext, pace: Pace): Adapter {
  const { delivery, inline, processes } = settings;
  const { log, memory, ownership, petitions } = context;
  const call = createCall(settings);
  /** Asked before each attempt: a retry can come long after the lease was lost. */
  const callAsHolder: Call = async (method, payload, options) => {
    if (!mayAnswer()) throw new Undelivered('lease-lost');
    activity.called();
    return call(method, payload, options);
  };
  const { rates, retryMs } = pace;
  const { pacer, recall } = openPacer({ ...rates.all, begin: rates.all.begin / processes }, memory, log);
  const outbox = createOutbox({ call: callAsHolder, rates, pacer, log, retryMs });
  /** For messages without a question, such as alerts: any process may post them in a staff group. */
  const staffOutbox = createOutbox({ call, rates, pacer, log, retryMs });
  const { staffChats } = settings;
  const desk = deskOfSeveral(petitions.all, petitionOfRooms('TELEGRAM_STAFF_CHATS', staffChats, petitions));
  const staff = createStaff({ desk, rooms: staffChats, petitions, log: log.child({ channel: 'telegram' }) });
  const cards = createGroupCards({ context, outbox });
  const retry = createRetry(pace.backoff, log);
  const following = { context, outbox, cards, retry, lookMs: pace.followMs };
  const knownMessages = new KnownMessages(Date.now);
  const inFlight = new InFlight();
  const answers = new InFlight();
  const memories = petitions.all.map((served) => served.memory);
  const activity = createActivity(memories, processes, inFlight, log);
  const stopping = new AbortController();
  let username: string | null = null;
  let intake: Intake | null = null;
  /** Null while all is well. That includes standing by while another process polls. */
  let trouble: string | null = delivery.mode === 'webhook' ? 'starting' : null;
  let release: (() => Promise<void>) | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let serving: Promise<unknown> = Promise.resolve();
  /** With a webhook, every process answers its own updates. With polling, only the lease's holder answers. */
  let mayAnswer: () => boolean = () => true;

  const onState = (code: string | null) => {
    trouble = code;
  };

  /** Gets the bot's own name; without it we can't handle updates. */
  async function connect(
    signal: AbortSignal,
  ): Promise<{ readonly username: string; readonly intake: Intake } | null> {
    const me = await retry({ what: 'getMe', work: askForMe, onFailure: onState }, signal);
    if (me === null) return null;
    username = me.username;
    await recall();
    intake ??= createIntake({
      context,
      outbox,
      cards,
      knownMessages,
      formerScreens: createFormerScreens(outbox, log, pace.idleMs),
      inFlight,
      answers,
      staff,
      username: me.username,
      inline,
      holdMs: pace.holdMs,
    });
    return { username: me.username, intake };
  }

  async function askForMe(options: { readonly signal: AbortSignal }) {
    const read = meSchema.safeParse(await call('getMe', {}, options));
    if (!read.success) throw new Unreadable({ cause: read.error });
    return read.data;
  }

  /**
   * Removes a webhook: while one is set, Telegram gives out no updates by polling. If Telegram (or a server
   * in its place) does not answer this or refuses, we poll anyway. If a webhook is set, polling then reports
   * it.
   */
  async function freeUpdates(options: { readonly signal: AbortSignal }): Promise<void> {
    try {
      const set = webhookSetSchema.safeParse(await call('getWebhookInfo', {}, options)).success;
      if (set) await dropWebhook(options);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null || failure.kind === 'unauthorised' || failure.kind === 'limited') throw error;
      if (failure.kind === 'away' && failure.code !== UNREADABLE) throw error;
      log.warn({ channel: 'telegram', code: failure.code }, 'could not find out whether a webhook is set');
    }
  }

  async function dropWebhook(options: { readonly signal: AbortSignal }): Promise<void> {
    await call('deleteWebhook', { drop_pending_updates: false }, options);
  }

  /**
   * Polls while this process holds the lease. After that another process answers, so this one sends nothing
   * more.
   */
  async function runPolling(signal: AbortSignal, isHeld: () => boolean): Promise<void> {
    mayAnswer = isHeld;
    trouble = 'starting';
    try {
      const connected = await connect(signal);
      if (connected === null) return;
      void followPhase(following, connected.username, signal, isHeld);
      await retry({ what: 'deleteWebhook', work: freeUpdates, onFailure: onState }, signal);
      // Already well: the first answer of a long poll can take half a minute.
      onState(null);
      const { backoff } = pace;
      await poll(
        { call, intake: connected.intake, acknowledge, dropWebhook, onState, inline, backoff, log, isHeld },
        signal,
      );
      // At a stop, answers may still be queued: they are sent, or dropped by `stop`, before the lease is given back.
      if (isHeld()) await inFlight.idle();
    } finally {
      onState(null);
    }
  }

  async function runWebhook({ url, secret }: Extract<typeof delivery, { mode: 'webhook' }>): Promise<void> {
    const connected = await connect(stopping.signal);
    if (connected === null) return;
    const webhook = {
      url: url + WEBHOOK_PATH,
      secret_token: secret,
      allowed_updates: handledUpdates(inline),
      max_connections: MAX_CONNECTIONS,
    };
    // Set at every start, since Telegram does not tell which secret it has.
    const work: Retried<unknown>['work'] = (options) => call('setWebhook', webhook, options);
    if ((await retry({ what: 'setWebhook', work, onFailure: onState }, stopping.signal)) === null) return;
    onState(null);
    if (stopping.signal.aborted) return;
    const { username: name } = connected;
    release ??= ownership.hold('telegram-cards', (signal, isHeld) =>
      followPhase(following, name, signal, isHeld),
    );
  }

  /**
   * Acknowledges a press with a request of its own, as polling needs it. Never rejects: nothing depends on
   * it.
   */
  async function acknowledge(acknowledgement: Acknowledgement): Promise<void> {
    try {
      const sent = await inFlight.track(outbox.acknowledge(acknowledgement));
      if (!sent.ok && sent.failure.kind !== 'settled') {
        log.warn({ channel: 'telegram', code: sent.failure.code }, 'a press could not be acknowledged');
      }
    } catch (error) {
      log.warn({ channel: 'telegram', ...causeOf(error) }, 'a press could not be acknowledged');
    }
  }

  /** It also reports long pauses that Telegram asked for. If only some chats have to wait, the bot is still well. */
  function health(): Health {
    if (trouble !== null) return { ok: false, code: trouble };
    const { seconds, chats } = outbox.holds();
    if (seconds > 0) return { ok: false, code: `held-${seconds}s` };
    return chats > 0 ? { ok: true, code: `ok, chats-held-${chats}` } : { ok: true };
  }

  return {
    channel: 'telegram',
    ...(delivery.mode === 'webhook'
      ? {
          webhook: telegramWebhook(
            delivery.secret,
            () => (stopping.signal.aborted ? null : intake),
            acknowledge,
            outbox.acknowledgedElsewhere,
          ),
        }
      : {}),
    invitation: (locale, petition) =>
      username === null
        ? null
        : {
            label: 'Telegram',
            url: pageLink(username, petition),
            how: petitions.texts(locale).words.say('telegram-invitation'),
          },
    conversationLink: (source, petition) =>
      username === null ? null : pageLink(username, petition, source ?? undefined),
    health,
    unsent: () => answers.unsent(),
    async start() {
      serving = staff.serve(staffOutbox, stopping.signal).catch((error: unknown) => {
        log.error({ channel: 'telegram', ...causeOf(error) }, 'staff can not be told any more');
      });
      if (delivery.mode === 'webhook') running = runWebhook(delivery);
      else release ??= ownership.hold('telegram-polling', runPolling);
    },
    async stop() {
      stopping.abort();
      trouble = 'stopping';
      const ended = Promise.all([release?.(), running, serving, inFlight.idle()]);
      const finished = new AbortController();
      await Promise.race([inFlight.idle(), pause(pace.drainMs, finished.signal)]);
      finished.abort();
      outbox.close();
      staffOutbox.close();
      await Promise.all([ended, cards.settle()]);
    },
  };
}
