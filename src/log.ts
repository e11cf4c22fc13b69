import { type Logger, pino } from 'pino';

/** The one log: JSON lines on standard output. What is logged are codes; see `causeOf` for errors. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * What may be logged of an unexpected error: its class, its code, and where it was thrown. Never its message, which
 * can hold what a person wrote, a token or an address.
 */
export function causeOf(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.message === '' ? error.stack : error.stack?.split(error.message).at(-1);
  const at = /^\s+at .*$/m.exec(frames ?? '')?.[0].trim();
  return { error: error.name, ...(code === undefined ? {} : { code }), ...(at === undefined ? {} : { at }) };
}
