import { z } from 'zod';
import { type StaffRoom, staffRoomsSchema } from '../../src/channel/kit/staff-rooms.js';
import {
  type Environment,
  type EnvironmentProblem,
  environmentProblems,
  withoutEmpty,
} from '../../src/config.js';

const PUBLIC_API = 'https://api.telegram.org/';

const shape = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    // The token becomes part of an address. A local Bot API server may use tokens of another form.
    .regex(/^(?!bot)[^\s/?#]+$/i, 'give only the token, as @BotFather writes it: digits, a colon, letters'),
  TELEGRAM_MODE: z.enum(['polling', 'webhook'], 'give polling or webhook').default('polling'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{1,256}$/,
      'give 1 to 256 characters out of A–Z, a–z, 0–9, _ and -; "openssl rand -hex 32" makes a secret',
    )
    .optional(),
  // A local Bot API server is often on the same machine, over http. telegraf needs the final slash.
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'give the address of a Bot API server' })
    .transform((value) => value.replace(/\/*$/, '/'))
    .default(PUBLIC_API),
  TELEGRAM_STAFF_CHATS: staffRoomsSchema(
    /^-[1-9]\d{0,15}$/,
    'give the ids of groups, separated by commas: each begins with a minus sign. Where the bot has several petitions, ' +
      'add = and the name of one, as in -1001234567890=zefzafi',
  ),
  TELEGRAM_PROCESSES: z
    .string()
    .regex(/^([1-9]|1\d|2[0-8])$/, 'give how many processes share the webhook: 1 to 28')
    .transform(Number)
    .default(1),
  TELEGRAM_INLINE: z.enum(['on', 'off'], 'give on or off').default('off'),
};

const schema = z.object(shape);
const publicUrlSchema = z.object({
  PUBLIC_URL: z
    .string('set this variable to the https address to which Telegram delivers in webhook mode')
    .transform((value) => value.replace(/\/+$/, '')),
});

/** How updates arrive. */
export type Delivery =
  | { readonly mode: 'polling' }
  /** `url` is the address of this server; `secret` proves that a request comes from Telegram. */
  | { readonly mode: 'webhook'; readonly url: string; readonly secret: string };

export interface TelegramSettings {
  readonly token: string;
  readonly apiRoot: string;
  readonly delivery: Delivery;
  /** The groups in which staff are answered. */
  readonly staffChats: readonly StaffRoom[];
  /** How many processes share Telegram's limits. */
  readonly processes: number;
  /** Whether people can post the card in any chat, under their own name, by writing the bot's. */
  readonly inline: boolean;
}

/** Reads Telegram's environment variables; null if no token is set. */
export function readSettings(
  env: Environment,
): TelegramSettings | { readonly problems: readonly EnvironmentProblem[] } | null {
  const set = withoutEmpty(env);
  if (set.TELEGRAM_BOT_TOKEN === undefined) return null;
  const parsed = schema.safeParse(set);
  const problems = parsed.success ? [] : environmentProblems(parsed.error);
  if (set.TELEGRAM_MODE === 'webhook' && set.TELEGRAM_WEBHOOK_SECRET === undefined) {
    const message =
      'set this variable: the secret shows that a request is from Telegram; "openssl rand -hex 32" makes one';
    problems.push({ variable: 'TELEGRAM_WEBHOOK_SECRET', message });
  }
  const address = publicUrlSchema.safeParse(set);
  if (set.TELEGRAM_MODE === 'webhook' && !address.success)
    problems.push(...environmentProblems(address.error));
  if (!parsed.success || problems.length > 0) return { problems };
  const { TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, TELEGRAM_WEBHOOK_SECRET, TELEGRAM_PROCESSES } = parsed.data;
  const webhook =
    parsed.data.TELEGRAM_MODE === 'webhook' && address.success && TELEGRAM_WEBHOOK_SECRET !== undefined;
  return {
    token: TELEGRAM_BOT_TOKEN,
    apiRoot: TELEGRAM_API_ROOT,
    delivery: webhook
      ? { mode: 'webhook', url: address.data.PUBLIC_URL, secret: TELEGRAM_WEBHOOK_SECRET }
      : { mode: 'polling' },
    staffChats: parsed.data.TELEGRAM_STAFF_CHATS,
    // Only one process polls at a time, so it has the whole limit.
    processes: webhook ? TELEGRAM_PROCESSES : 1,
    inline: parsed.data.TELEGRAM_INLINE === 'on',
  };
}
