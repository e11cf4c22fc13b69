import { z } from 'zod';
import type { Adapter, AdapterContext, Health } from '../../src/channel/adapter.js';
import { createBackoff, type Patience } from '../../src/channel/kit/backoff.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import { pause } from '../../src/channel/kit/pause.js';
import { causeOf } from '../../src/log.js';
import { createCall } from './api.js';
import { failureOf, UNREADABLE, Unreadable } from './failure.js';
import { type Acknowledgement, createIntake, type Intake } from './intake.js';
import { HANDLED_UPDATES, RATES, type Rates } from './limits.js';
import { pageLink } from './links.js';
import { createOutbox, Undelivered } from './outbox.js';
import { poll } from './polling.js';
import { setProfile } from './profile.js';
import type { TelegramSettings } from './settings.js';
import { Trail } from './trail.js';
import { WEBHOOK_PATH, webhookRouter } from './webhook.js';

/** How fast the bot speaks, and all waits, in milliseconds. */
export interface Pace {
  readonly rates: Rates;
  /** How long Telegram is kept waiting for an answer that is on its way. */
  readonly holdMs: number;
  /** Before the second try of a call that failed; doubles. */
  readonly retryMs: number;
  /** Before trying again for updates that could not be fetched or handled. */
  readonly patience: Patience;
  /** What is in flight at the end is waited for this long. */
  readonly drainMs: number;
}

/** Telegram waits about a minute for a webhook's answer, and the person sees the button wait as long as we do. */
export const PACE: Pace = {
  rates: RATES,
  holdMs: 10_000,
  retryMs: 500,
  patience: { firstMs: 1_000, longestMs: 30_000 },
  drainMs: 6_000,
};

/** How many deliveries Telegram may have under way at once; its own default. */
const MAX_CONNECTIONS = 40;

/** What has to be known of the bot itself. */
const meSchema = z.object({ username: z.string().min(1) });

/** A webhook that is set; where none is, the address is empty, or missing. */
const webhookSetSchema = z.object({ url: z.string().min(1) });

/** The Telegram adapter: private chats, and cards in groups. */
export function createAdapter(settings: TelegramSettings, context: AdapterContext, pace: Pace): Adapter {
  const { delivery, processes } = settings;
  const { log, ownership, petition } = context;
  const call = createCall(settings);
  const outbox = createOutbox({ call, rates: pace.rates, processes, log, retryMs: pace.retryMs });
  const trail = new Trail(Date.now);
  const inFlight = new InFlight();
  const stopping = new AbortController();
  let username: string | null = null;
  let intake: Intake | null = null;
  /** Null while all is well: also where another process polls and this one stands by. */
  let trouble: string | null = delivery.mode === 'webhook' ? 'starting' : null;
  let release: (() => Promise<void>) | null = null;
  let running: Promise<unknown> = Promise.resolve();
  /** Behind a webhook every process answers what it is given; of those that poll, the one that has the job. */
  let mayAnswer: () => boolean = () => true;

  const onState = (code: string | null) => {
    trouble = code;
  };

  /** Tries until it works or the signal aborts, which gives null; says in a code why it does not. */
  async function insist<T>(
    what: string,
    work: (options: { readonly signal: AbortSignal }) => Promise<T>,
    onFailure: (code: string) => void,
    signal: AbortSignal,
  ): Promise<T | null> {
    const backoff = createBackoff(pace.patience);
    while (!signal.aborted) {
      try {
        return await work({ signal });
      } catch (error) {
        if (signal.aborted) break;
        const failure = failureOf(error);
        onFailure(failure?.code ?? 'failed');
        log.warn(
          { channel: 'telegram', what, ...(failure ? { code: failure.code } : causeOf(error)) },
          'not yet',
        );
        await pause(failure?.kind === 'limited' ? failure.seconds * 1_000 : backoff.next(), signal);
      }
    }
    return null;
  }

  /** Learns the bot's own name, without which nothing can be handled. */
  async function connect(signal: AbortSignal): Promise<Intake | null> {
    const me = await insist('getMe', askForMe, onState, signal);
    if (me === null) return null;
    username = me.username;
    intake ??= createIntake({
      context,
      outbox,
      trail,
      inFlight,
      username: me.username,
      holdMs: pace.holdMs,
      mayAnswer: () => mayAnswer(),
    });
    return intake;
  }

  async function askForMe(options: { readonly signal: AbortSignal }) {
    const read = meSchema.safeParse(await call('getMe', {}, options));
    if (!read.success) throw new Unreadable({ cause: read.error });
    return read.data;
  }

  /** The bot's own page is worth trying again for, but nothing waits for it and nobody is worse off meanwhile. */
  async function present(signal: AbortSignal): Promise<void> {
    const refused = await insist('profile', set, () => undefined, signal);
    if (refused !== null && refused.length > 0)
      log.warn({ channel: 'telegram', refused }, 'the profile was refused');

    async function set(): Promise<readonly string[]> {
      try {
        return await setProfile(petition, outbox);
      } catch (error) {
        if (error instanceof Undelivered) throw error;
        // A mistake of ours, which stays one however often it is made.
        log.error({ channel: 'telegram', ...causeOf(error) }, 'the profile could not be set');
        return [];
      }
    }
  }

  /**
   * Updates are not given out as long as a webhook is set. Where Telegram, or what stands in for it, does not tell or
   * refuses, polling goes on all the same: if one is set, that says so.
   */
  async function freeUpdates(options: { readonly signal: AbortSignal }): Promise<void> {
    try {
      const set = webhookSetSchema.safeParse(await call('getWebhookInfo', {}, options)).success;
      if (set) await dropWebhook(options);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null || failure.kind === 'unauthorised' || failure.kind === 'limited') throw error;
      if (failure.kind === 'away' && failure.code !== UNREADABLE) throw error;
      log.warn({ channel: 'telegram', code: failure.code }, 'whether a webhook is set is not known');
    }
  }

  async function dropWebhook(options: { readonly signal: AbortSignal }): Promise<void> {
    await call('deleteWebhook', { drop_pending_updates: false }, options);
  }

  /** Polls while this process has the job. Another process answers afterwards, so this one sends nothing more. */
  async function runPolling(signal: AbortSignal, isHeld: () => boolean): Promise<void> {
    mayAnswer = isHeld;
    trouble = 'starting';
    try {
      const connected = await connect(signal);
      if (connected === null) return;
      void present(signal);
      await insist('deleteWebhook', freeUpdates, onState, signal);
      // The first answer of a long poll can take half a minute.
      onState(null);
      const { patience } = pace;
      await poll(
        { call, intake: connected, acknowledge, dropWebhook, onState, patience, log, isHeld },
        signal,
      );
    } finally {
      onState(null);
    }
  }

  async function runWebhook({ url, secret }: Extract<typeof delivery, { mode: 'webhook' }>): Promise<void> {
    if ((await connect(stopping.signal)) === null) return;
    const webhook = {
      url: url + WEBHOOK_PATH,
      secret_token: secret,
      allowed_updates: [...HANDLED_UPDATES],
      max_connections: MAX_CONNECTIONS,
    };
    // Set at every start: Telegram does not tell which secret it has.
    if (
      (await insist(
        'setWebhook',
        (options) => call('setWebhook', webhook, options),
        onState,
        stopping.signal,
      )) === null
    )
      return;
    onState(null);
    await present(stopping.signal);
  }

  /** Answers a press with a request of its own, as polling has to; never rejects: nothing depends on it. */
  async function acknowledge(acknowledgement: Acknowledgement): Promise<void> {
    try {
      const sent = await inFlight.track(outbox.call('now', 'answerCallbackQuery', acknowledgement));
      if (!sent.ok && sent.failure.kind !== 'settled') {
        log.warn({ channel: 'telegram', code: sent.failure.code }, 'a press could not be acknowledged');
      }
    } catch (error) {
      log.warn({ channel: 'telegram', ...causeOf(error) }, 'a press could not be acknowledged');
    }
  }

  return {
    channel: 'telegram',
    ...(delivery.mode === 'webhook'
      ? {
          router: webhookRouter(
            delivery.secret,
            () => (stopping.signal.aborted ? null : intake),
            acknowledge,
          ),
        }
      : {}),
    invitation: () => (username === null ? null : { label: 'Telegram', url: pageLink(username) }),
    health: (): Health => (trouble === null ? { ok: true } : { ok: false, code: trouble }),
    async start() {
      if (delivery.mode === 'webhook') running = runWebhook(delivery);
      else release ??= ownership.hold('telegram-polling', runPolling);
    },
    async stop() {
      stopping.abort();
      trouble = 'stopping';
      const ended = Promise.all([release?.(), running, inFlight.idle()]);
      const finished = new AbortController();
      await Promise.race([inFlight.idle(), pause(pace.drainMs, finished.signal)]);
      finished.abort();
      outbox.close();
      await ended;
    },
  };
}
