import type { z } from 'zod';
import type { TIER } from './rate-limits.js';
import { CommandError } from './refusal.js';
import type { World } from './world.js';

/** The arguments of a call: texts, and JSON in texts. */
export type Arguments = Readonly<Record<string, unknown>>;

/** One method of the Web API. */
export interface Method {
  readonly tier: keyof typeof TIER;
  /** Whether it is limited by channel too. */
  readonly perChannel?: boolean;
  readonly token: 'bot' | 'app';
  /** The token needs one of these scopes; none if the list is empty. */
  scopes(args: Arguments, world: World): readonly string[];
  run(args: Arguments, world: World): object;
}

/** Reads arguments; throws `invalid_arguments`. */
export function read<T>(schema: z.ZodType<T>, args: Arguments): T {
  const parsed = schema.safeParse(args);
  if (parsed.success) return parsed.data;
  const messages = parsed.error.issues.map(({ path, message }) => `[ERROR] ${path.join('.')}: ${message}`);
  throw new CommandError('invalid_arguments', { response_metadata: { messages } });
}

/** An argument as JSON in a text, or as a value of a JSON body. */
export function json(value: unknown, otherwise: string): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new CommandError(otherwise);
  }
}
