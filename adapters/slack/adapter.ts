import type { Adapter, AdapterContext, Health } from '../../src/channel/adapter.js';
import { type BackoffOptions, createBackoff } from '../../src/channel/kit/backoff.js';
import { pause } from '../../src/channel/kit/pause.js';
import { petitionOfRooms } from '../../src/channel/kit/staff-rooms.js';
import type { StaffMessage } from '../../src/staff/desk.js';
import { deskOfSeveral } from '../../src/staff/several-desks.js';
import { createShow } from './answer.js';
import { SlackApp } from './app.js';
import { createCards } from './cards.js';
import { createClock } from './clock.js';
import { failureOf, refusesToken, retryAfterMs } from './failure.js';
import { eventsWebhook } from './http.js';
import { createInteractions } from './interactions.js';
import { createPost } from './post.js';
import { createPrivateAnswers } from './private-answer.js';
import type { SlackSettings } from './settings.js';
import { stayConnected } from './socket.js';
import { createStaff } from './staff.js';
import { createStaffChannels } from './staff-channels.js';
import { clientOptions, webClient } from './web.js';

/** All waits, in milliseconds. */
export interface Pace {
  /** Between retries of a call to Slack or of a connection. */
  readonly backoff: BackoffOptions;
  /** Between two checks that Slack still accepts the token. */
  readonly lookMs: number;
  /** Between two looks whether cards are out of date. */
  readonly followMs: number;
  /** How long `stop` waits for work in flight. */
  readonly drainMs: number;
}

/** Slack closes each connection every few hours. The first wait is then the longest gap. */
export const PACE: Pace = {
  backoff: { firstMs: 1_000, longestMs: 60_000 },
  lookMs: 60_000,
  followMs: 15_000,
  drainMs: 8_000,
};

/**
 * The Slack adapter: commands and buttons for everybody in the workspace, and the staff desk in staff
 * channels.
 */
export function createAdapter(settings: SlackSettings, given: AdapterContext, pace: Pace): Adapter {
  const { transport, staffChannels } = settings;
  const log = given.log.child({ channel: 'slack' });
  const context = { ...given, log };
  const { petitions } = context;
  const rooms = staffChannels.map(({ id }) => id);
  const petitionOf = petitionOfRooms('SLACK_STAFF_CHANNELS', staffChannels, petitions);
  const desk = deskOfSeveral(petitions.all, petitionOf);
  const client = webClient(settings);
  const stopping = new AbortController();
  const { signal } = stopping;
  /** The codes of current problems; null if all is well. */
  const trouble: { token: string | null; socket: string | null } = {
    token: 'slack-connecting',
    socket: transport.mode === 'socket' ? 'slack-connecting' : null,
  };
  const clock = createClock(log);
  let running: Promise<unknown> = Promise.resolve();
  let release: (() => Promise<void>) | null = null;

  const answers = createPrivateAnswers(client, log);
  const show = createShow(petitions, answers);
  const channels = createStaffChannels(rooms, client, log);
  const post = createPost(client, log);
  const staff = createStaff({ petitions, desk, channels, post, show, answers, log });
  const cards = createCards({ context, client, lookMs: pace.followMs });
  const interactions = createInteractions({ context, client, show, staff, cards });
  const app = new SlackApp({
    botToken: settings.botToken,
    clientOptions: clientOptions(settings),
    handlers: interactions,
    report: (error, what) => log.warn(failureOf(error), what),
  });

  /**
   * Checks from time to time that Slack accepts the token. Nothing depends on it: people are answered all the
   * same.
   */
  async function watch(): Promise<void> {
    const backoff = createBackoff(pace.backoff);
    let looked = false;
    while (!signal.aborted) {
      try {
        await client.auth.test();
        if (trouble.token !== null) log.info('Slack accepts the token');
        trouble.token = null;
        backoff.reset();
        // Logs channels that staff can't use.
        if (!looked) await Promise.all(rooms.map((channelId) => channels.permission(channelId)));
        looked = true;
        await pause(pace.lookMs, signal);
      } catch (error) {
        const code = refusesToken(error) ? 'slack-token-refused' : failureOf(error).code;
        if (trouble.token !== code) log.warn({ ...failureOf(error), code }, 'the check of the token failed');
        trouble.token = code;
        await pause(Math.max(backoff.next(), retryAfterMs(error)), signal);
      }
    }
  }

  async function connect(): Promise<void> {
    if (transport.mode !== 'socket') return;
    const { appToken } = transport;
    const onState = (code: string | null) => {
      if (code === null && trouble.socket !== null) log.info('connected to Slack');
      trouble.socket = code;
    };
    const { backoff } = pace;
    await stayConnected({ settings: { ...settings, appToken }, app, backoff, log, onState }, signal);
  }

  /** Posts nothing in a channel that staff can no longer use. */
  async function postToStaff(channelId: string, message: StaffMessage): Promise<void> {
    const permission = await channels.permission(channelId);
    if (permission !== 'granted') throw new Error(`a staff channel can not be used for staff: ${permission}`);
    await post(channelId, message);
  }

  async function serveStaff(): Promise<void> {
    while (rooms.length > 0 && !signal.aborted) {
      try {
        await desk.serve({ name: 'slack', rooms, post: postToStaff }, signal);
      } catch (error) {
        log.error(failureOf(error), 'the staff desk failed and will restart');
      }
      await pause(pace.backoff.longestMs, signal);
    }
  }

  return {
    channel: 'slack',
    ...(transport.mode === 'http'
      ? {
          webhook: eventsWebhook({
            signingSecret: transport.signingSecret,
            app,
            clock,
            open: () => !signal.aborted,
          }),
        }
      : {}),
    // A workspace is not a public place. Its members find the app there.
    invitation: (locale) => ({
      label: 'Slack',
      url: null,
      how: petitions.texts(locale).words.say('slack-invitation', { command: '/petition' }),
    }),
    health(): Health {
      const code = trouble.token ?? trouble.socket ?? clock.code();
      return code === null ? { ok: true } : { ok: false, code };
    },
    unsent: interactions.unsent,
    async start() {
      running = Promise.all([watch(), connect(), serveStaff()]);
      release = context.ownership.hold('slack-cards', cards.follow);
    },
    async stop() {
      stopping.abort();
      const finished = new AbortController();
      const ended = Promise.all([running, release?.(), interactions.drained()]);
      await Promise.race([ended, pause(pace.drainMs, finished.signal)]);
      finished.abort();
      await cards.settle();
    },
  };
}
