import { writeSync } from 'node:fs';
import { type Logger, pino } from 'pino';

const STANDARD_OUTPUT = 1;

/** Creates the log: JSON lines on standard output. Log codes only; see `causeOf` for errors. */
export function createLog(level: string, descriptor = STANDARD_OUTPUT): Logger {
  const destination = { write: lossyWriter(descriptor) };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/**
 * Writes lines, and drops lines that can't be written: the disk is full, or the reader of a pipe has gone. pino's own
 * destination would throw, and at the end of the process it would retry without end. When writing works again, one
 * line says how many were dropped.
 */
function lossyWriter(descriptor: number): (line: string) => void {
  let dropped = 0;
  let torn = false;

  function write(line: string): boolean {
    let rest = Buffer.from(line);
    try {
      // A disk that fills up may take only part of a line.
      while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
      torn = false;
      return true;
    } catch {
      torn ||= rest.length < Buffer.byteLength(line);
      return false;
    }
  }

  return (line) => {
    if (dropped > 0) {
      const lost = JSON.stringify({
        level: 40,
        time: new Date().toISOString(),
        dropped,
        msg: 'lines were lost',
      });
      if (write(`${torn ? '\n' : ''}${lost}\n`)) dropped = 0;
    }
    if (dropped > 0 || !write(line)) dropped += 1;
  };
}

/**
 * The parts of an unexpected error that may be logged: its class, its code, and where it was thrown. Never its message:
 * it can hold a person's words, a token or an address.
 */
export function causeOf(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.message === '' ? error.stack : error.stack?.split(error.message).at(-1);
  const at = /^\s+at .*$/m.exec(frames ?? '')?.[0].trim();
  return { error: error.name, ...(code === undefined ? {} : { code }), ...(at === undefined ? {} : { at }) };
}
