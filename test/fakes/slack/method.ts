import type { z } from 'zod';
import type { TIER } from './rate-limits.js';
import { CommandError } from './refusal.js';
import type { World } from './world.js';

/** A call's arguments, as they came: everything is text, and what is not is JSON in text. */
export type Arguments = Readonly<Record<string, unknown>>;

/** One method of the Web API. */
export interface Method {
  readonly tier: keyof typeof TIER;
  /** Whether its channel has a pace of its own. */
  readonly perChannel?: boolean;
  readonly token: 'bot' | 'app';
  /** Any one of these lets the call through; none are needed where there are none. */
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

/** An argument that is JSON in text, or came in a JSON body as it is. */
export function json(value: unknown, otherwise: string): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new CommandError(otherwise);
  }
}
