import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { EPHEMERAL, type ModalData, messageSchema, modalSchema, problemsOf } from './limits.js';
import type { Messages, StoredMessage } from './messages.js';
import { snowflake } from './snowflake.js';

/** Discord's refusals. */
export interface CommandError {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}
const ALREADY_ACKNOWLEDGED: CommandError = {
  status: 400,
  code: 40060,
  message: 'Interaction has already been acknowledged.',
};
const UNKNOWN_INTERACTION: CommandError = { status: 404, code: 10062, message: 'Unknown interaction' };
export const UNKNOWN_MESSAGE: CommandError = { status: 404, code: 10008, message: 'Unknown Message' };
const INVALID_TOKEN: CommandError = { status: 401, code: 50027, message: 'Invalid Webhook Token' };
export const MISSING_ACCESS: CommandError = { status: 403, code: 50001, message: 'Missing Access' };
export const MISSING_PERMISSIONS: CommandError = { status: 403, code: 50013, message: 'Missing Permissions' };
const invalid = (message: string): CommandError => ({ status: 400, code: 50035, message });

/** How a person's tap ended, as that person sees it. */
export type Answer =
  | {
      readonly kind: 'message';
      readonly message: StoredMessage;
      readonly deferred: boolean;
      readonly ms: number;
    }
  | { readonly kind: 'modal'; readonly modal: ModalData; readonly ms: number }
  /** What is suggested while a person fills in an option. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[]; readonly ms: number }
  /** "This interaction failed." */
  | { readonly kind: 'failed'; readonly ms: number };

/** One tap, from the moment when Discord told the bot about it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: 'command' | 'press' | 'form' | 'typing';
  readonly personId: string;
  readonly channelId: string;
  /** The message whose button was pressed, or from which a form was opened. */
  readonly message: StoredMessage | null;
  /** Whether the server shows this app's answers to the person alone. */
  readonly onlyPrivate: boolean;
  readonly begun: number;
  /** The type of the first callback. */
  acknowledged: number | null;
  /** The moment of the first callback, in milliseconds after the tap. */
  acknowledgedAfter: number | null;
  /** The message that `@original` means. */
  original: StoredMessage | null;
  /** True after a deferred answer, before its text. */
  waiting: boolean;
  modal: ModalData | null;
  readonly answered: Promise<Answer>;
  readonly answer: (answer: Answer) => void;
}

const choiceSchema = z.object({ name: z.string().min(1).max(100), value: z.string().max(100) });
export type Choice = z.infer<typeof choiceSchema>;

const callbackSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal(4), data: messageSchema }),
  z.object({ type: z.literal(5), data: z.object({ flags: z.number().optional() }).optional() }),
  z.object({ type: z.literal(6) }),
  z.object({ type: z.literal(7), data: messageSchema }),
  z.object({ type: z.literal(8), data: z.object({ choices: z.array(choiceSchema).max(25) }) }),
  z.object({ type: z.literal(9), data: modalSchema }),
]);

/** All taps of one fake Discord. Each may be answered once, before the deadline; its token expires later. */
export class Interactions {
  readonly #byToken = new Map<string, Interaction>();
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Callbacks that were refused, by code. */
  readonly refusals: number[] = [];

  constructor(
    readonly messages: Messages,
    readonly deadlineMs: number,
    readonly tokenLifeMs: number,
  ) {}

  begin(what: Pick<Interaction, 'kind' | 'personId' | 'channelId' | 'message' | 'onlyPrivate'>): Interaction {
    let settle: (answer: Answer) => void = () => undefined;
    const answered = new Promise<Answer>((resolve) => {
      settle = resolve;
    });
    const interaction: Interaction = {
      ...what,
      id: snowflake(),
      token: randomBytes(48).toString('base64url'),
      begun: performance.now(),
      acknowledged: null,
      acknowledgedAfter: null,
      original: null,
      waiting: false,
      modal: null,
      answered,
      answer: settle,
    };
    this.#byToken.set(interaction.token, interaction);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (interaction.acknowledged === null) settle({ kind: 'failed', ms: age(interaction) });
    }, this.deadlineMs);
    this.#timers.add(timer);
    return interaction;
  }

  /** Takes the first callback. Returns null if it is accepted. */
  acknowledge(id: string, token: string, body: unknown): CommandError | null {
    const refusal = this.#acknowledge(id, token, body);
    if (refusal !== null) this.refusals.push(refusal.code);
    return refusal;
  }

  #acknowledge(id: string, token: string, body: unknown): CommandError | null {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.id !== id) return UNKNOWN_INTERACTION;
    if (interaction.acknowledged !== null) return ALREADY_ACKNOWLEDGED;
    if (age(interaction) > this.deadlineMs) return UNKNOWN_INTERACTION;
    const parsed = callbackSchema.safeParse(body);
    if (!parsed.success) return invalid(problemsOf(parsed.error));
    const callback = parsed.data;
    const { message } = interaction;
    if ((callback.type === 6 || callback.type === 7) && message === null) return invalid('type');
    if (callback.type === 9 && interaction.kind === 'form') return invalid('type');
    if ((callback.type === 8) !== (interaction.kind === 'typing')) return invalid('type');
    interaction.acknowledged = callback.type;
    interaction.acknowledgedAfter = age(interaction);
    if (callback.type === 5 || callback.type === 6) {
      interaction.waiting = true;
      const flags = callback.type === 5 ? (callback.data?.flags ?? 0) & EPHEMERAL : 0;
      interaction.original =
        callback.type === 6
          ? message
          : this.messages.add(interaction.channelId, interaction.personId, { flags });
      return null;
    }
    if (callback.type === 8) {
      interaction.answer({ kind: 'choices', choices: callback.data.choices, ms: age(interaction) });
      return null;
    }
    if (callback.type === 9) {
      interaction.modal = callback.data;
      interaction.answer({ kind: 'modal', modal: callback.data, ms: age(interaction) });
      return null;
    }
    if (callback.type === 4) {
      const forced = interaction.onlyPrivate ? EPHEMERAL : 0;
      const data = { ...callback.data, flags: (callback.data.flags ?? 0) | forced };
      interaction.original = this.messages.add(interaction.channelId, interaction.personId, data);
    } else if (message !== null) {
      this.messages.change(message, callback.data);
      interaction.original = message;
    }
    this.#tell(interaction, interaction.original);
    return null;
  }

  /** The message that `@original` means; null if none was shown. */
  originalOf(token: string): StoredMessage | null {
    return this.#byToken.get(token)?.original ?? null;
  }

  #tell(interaction: Interaction, message: StoredMessage | null): void {
    if (message === null) return;
    interaction.answer({ kind: 'message', message, deferred: interaction.waiting, ms: age(interaction) });
  }

  #alive(token: string): Interaction | null {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.acknowledged === null) return null;
    return age(interaction) <= this.tokenLifeMs ? interaction : null;
  }

  /** Sends a follow-up message by an interaction's token. */
  follow(token: string, body: unknown): StoredMessage | CommandError {
    const interaction = this.#alive(token);
    if (interaction === null) return INVALID_TOKEN;
    const parsed = messageSchema.safeParse(body);
    if (!parsed.success) return invalid(problemsOf(parsed.error));
    const message = this.messages.add(interaction.channelId, interaction.personId, parsed.data);
    this.#tell(interaction, message);
    return message;
  }

  /** Finds a message that an interaction's token may read: `@original`, or a follow-up. */
  read(token: string, id: string): StoredMessage | CommandError {
    const interaction = this.#alive(token);
    if (interaction === null) return INVALID_TOKEN;
    const message = id === '@original' ? interaction.original : this.messages.find(id);
    return message === null || message === undefined || message.deleted ? UNKNOWN_MESSAGE : message;
  }

  /** Edits `@original` or a follow-up by an interaction's token. */
  edit(token: string, id: string, body: unknown): StoredMessage | CommandError {
    const interaction = this.#alive(token);
    if (interaction === null) return INVALID_TOKEN;
    const message = id === '@original' ? interaction.original : this.messages.find(id);
    if (message === null || message === undefined || message.deleted) return UNKNOWN_MESSAGE;
    const flags = { flags: message.data.flags };
    const parsed = messageSchema.safeParse(body instanceof Object ? { ...flags, ...body } : body);
    if (!parsed.success) return invalid(problemsOf(parsed.error));
    this.messages.change(message, parsed.data);
    this.#tell(interaction, message);
    return message;
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

function age(interaction: Interaction): number {
  return performance.now() - interaction.begun;
}
