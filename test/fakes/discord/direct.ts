import type { CommandError } from './interactions.js';
import { messageSchema, problemsOf } from './limits.js';
import type { Messages, StoredMessage } from './messages.js';

/** A person to whom the bot may or may not write. */
interface Reachable {
  readonly id: string;
  readonly place: { readonly channelId: string };
  /** False if the person has blocked the bot, or accepts no messages from strangers. */
  takesMessages: boolean;
}

const UNKNOWN_USER: CommandError = { status: 404, code: 10013, message: 'Unknown User' };
const UNKNOWN_CHANNEL: CommandError = { status: 404, code: 10003, message: 'Unknown Channel' };
const CLOSED: CommandError = { status: 403, code: 50007, message: 'Cannot send messages to this user' };

/** The bot's direct messages to people. */
export class DirectMessages {
  readonly #people = new Map<string, Reachable>();

  constructor(readonly messages: Messages) {}

  add(person: Reachable): void {
    this.#people.set(person.id, person);
  }

  /** Deletes an account. */
  remove(personId: string): void {
    this.#people.delete(personId);
  }

  /** Opens the channel to a person, even if the person accepts no messages. */
  open(personId: unknown): { readonly id: string; readonly type: 1 } | CommandError {
    const person = this.#people.get(String(personId));
    return person === undefined ? UNKNOWN_USER : { id: person.place.channelId, type: 1 };
  }

  send(channelId: string, body: unknown): StoredMessage | CommandError {
    const person = [...this.#people.values()].find(({ place }) => place.channelId === channelId);
    if (person === undefined) return UNKNOWN_CHANNEL;
    if (!person.takesMessages) return CLOSED;
    const parsed = messageSchema.safeParse(body);
    if (!parsed.success) return { status: 400, code: 50035, message: problemsOf(parsed.error) };
    return this.messages.add(channelId, person.id, parsed.data);
  }
}
