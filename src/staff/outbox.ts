import type { Logger } from 'pino';
import { causeOf } from '../log.js';
import type { StaffMessage } from './desk.js';

/** A message that could not be delivered for this long is too old to matter. */
const KEPT_MS = 6 * 3_600_000;

/** This process's messages for staff. Each is delivered once in each of its rooms, with retries. */
export interface Outbox {
  /** @param key the subject: a new message replaces an undelivered one with the same key */
  put(key: string, message: StaffMessage, rooms: readonly string[]): void;
  /** Tries to deliver all messages. Do not call it again before it resolves. Never rejects. */
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
        log.warn(causeOf(error), 'a message to staff could not be delivered; it will be tried again');
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
