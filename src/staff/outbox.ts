import type { Logger } from 'pino';
import { causeOf } from '../log.js';
import type { StaffMessage } from './desk.js';

/** What nobody could be shown for this long is no news any more. */
const KEPT_MS = 6 * 3_600_000;

/** Messages that this process has to show: each in each of its rooms once, and again later where it could not be. */
export interface Outbox {
  /** @param key of the subject: what is still to be shown of it is replaced */
  put(key: string, message: StaffMessage, rooms: readonly string[]): void;
  /** Tries to show what there is; not to be called again before it has. Never rejects. */
  flush(): Promise<void>;
}

export function createOutbox(
  post: (room: string, message: StaffMessage) => Promise<void>,
  log: Logger,
  now: () => Date,
): Outbox {
  interface Letter {
    readonly message: StaffMessage;
    readonly rooms: Set<string>;
    readonly since: number;
  }
  const letters = new Map<string, Letter>();

  async function send({ message, rooms }: Letter): Promise<void> {
    for (const room of [...rooms]) {
      try {
        await post(room, message);
        rooms.delete(room);
      } catch (error) {
        log.warn(causeOf(error), 'staff could not be told something; it is tried again');
      }
    }
  }

  return {
    put(key, message, rooms) {
      letters.delete(key);
      letters.set(key, { message, rooms: new Set(rooms), since: now().getTime() });
    },
    async flush() {
      for (const [key, letter] of letters) {
        await send(letter);
        const done = letter.rooms.size === 0 || now().getTime() - letter.since > KEPT_MS;
        if (done && letters.get(key) === letter) letters.delete(key);
      }
    },
  };
}
