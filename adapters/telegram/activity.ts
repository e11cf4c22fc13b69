import type { Logger } from 'pino';
import type { InFlight } from '../../src/channel/kit/in-flight.js';
import { causeOf } from '../../src/log.js';
import type { Memory } from '../../src/signatures/memory.js';

/**
 * Tells `petition announce`, which is a process of its own, whether the bot is busy: then announcements leave it its
 * share of what Telegram allows.
 */

const NAME = 'telegram-busy';

/** More calls a second make the bot busy. With fewer, 25 announcements a second stay within Telegram's 30. */
const BUSY_CALLS = 5;
const SECOND_MS = 1_000;

/** A busy bot says so this often. */
const NOTE_MS = 2_000;

/** How often announcements look. */
const LOOK_MS = 1_000;

/** The bot counts as busy for this long after its last note, and until we have watched it for this long. */
const COUNTS_MS = 5 * NOTE_MS;

/** Keeps a note while the bot is busy. */
export interface Activity {
  /** Call it for each call to Telegram. */
  called(): void;
}

/**
 * @param memories where each petition's announcements look
 * @param processes how many processes share the bot's calls
 */
export function createActivity(
  memories: readonly Pick<Memory, 'keep'>[],
  processes: number,
  inFlight: InFlight,
  log: Logger,
): Activity {
  let since = Number.NEGATIVE_INFINITY;
  let calls = 0;
  let notedAt = Number.NEGATIVE_INFINITY;

  async function note(): Promise<void> {
    try {
      await Promise.all(memories.map((memory) => memory.keep(NAME, Date.now())));
    } catch (error) {
      // While the database is away, no announcement is sent either.
      log.debug({ channel: 'telegram', ...causeOf(error) }, 'could not note that the bot is busy');
    }
  }

  return {
    called() {
      const now = performance.now();
      if (now - since >= SECOND_MS) {
        since = now;
        calls = 0;
      }
      calls += 1;
      if (calls <= BUSY_CALLS / processes || now - notedAt < NOTE_MS) return;
      notedAt = now;
      void inFlight.track(note());
    },
  };
}

/**
 * Watches the bot's notes. Clocks of two machines can differ, so a note that changes means a busy bot, whatever time it
 * gives.
 * @returns looks at most once a second, and calls `onSeen` with whether the bot is busy. Never rejects
 */
export function createWatch(
  memory: Pick<Memory, 'recall'>,
  onSeen: (busy: boolean) => void,
): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let changedAt: number | null = null;
  let last: unknown;
  return async () => {
    const now = performance.now();
    if (now - lookedAt < LOOK_MS) return;
    lookedAt = now;
    try {
      const found = await memory.recall(NAME);
      if (changedAt === null || found !== last) changedAt = now;
      last = found;
      onSeen(now - changedAt < COUNTS_MS);
    } catch {
      onSeen(true);
    }
  };
}
