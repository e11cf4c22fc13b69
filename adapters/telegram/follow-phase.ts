import type { AdapterContext } from '../../src/channel/adapter.js';
import { pause } from '../../src/channel/kit/pause.js';
import { causeOf } from '../../src/log.js';
import type { Status } from '../../src/petition/status.js';
import type { GroupCards } from './cards.js';
import { type Outbox, Undelivered } from './outbox.js';
import { setProfile } from './profile.js';
import type { Retry } from './retry.js';

interface FollowOptions {
  readonly context: Pick<AdapterContext, 'log' | 'petitions' | 'status'>;
  readonly outbox: Outbox;
  readonly cards: GroupCards;
  readonly retry: Retry;
  /** Between two looks at the phase, in milliseconds. */
  readonly lookMs: number;
}

/**
 * Keeps the bot's profile, and its cards in groups, in step with the phase until the signal aborts. Only one process may
 * do this at a time. Never rejects.
 * @param username the bot's, without the `@`
 * @param isHeld whether this process still holds the lease
 */
export async function followPhase(
  { context, outbox, cards, retry, lookMs }: FollowOptions,
  username: string,
  signal: AbortSignal,
  isHeld: () => boolean,
): Promise<void> {
  const { log, petitions } = context;
  let presented: Status['phase'] | null = null;
  while (!signal.aborted) {
    const status = await context.status.orLastKnown();
    if (presented !== status.phase) await present(status);
    presented = status.phase;
    await cards.bringUpToDate(username, isHeld, signal);
    await pause(lookMs, signal);
  }

  /** Sets the profile, with retries. Nothing depends on it. */
  async function present(status: Status): Promise<void> {
    const refused = await retry({ what: 'profile', work: () => set(status) }, signal);
    if (refused !== null && refused.length > 0)
      log.warn({ channel: 'telegram', refused }, 'the profile was refused');
  }

  async function set(status: Status): Promise<readonly string[]> {
    try {
      return await setProfile(petitions, status, outbox);
    } catch (error) {
      if (error instanceof Undelivered) throw error;
      // Our own bug: a retry would not help.
      log.error({ channel: 'telegram', ...causeOf(error) }, 'the profile could not be set');
      return [];
    }
  }
}
