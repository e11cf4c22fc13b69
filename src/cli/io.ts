import { createInterface } from 'node:readline/promises';
import type { Environment } from '../config.js';

/**
 * 0: done, and all is well. 1: it failed, or a check found something wrong. 2: the arguments make no sense. 130: it was
 * interrupted; shells use this code after Ctrl-C.
 */
export type ExitCode = 0 | 1 | 2 | 130;

/** The operator pressed Ctrl-C instead of answering a question. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** A command's input and output. */
export interface CommandIo {
  readonly env: Environment;
  /** Standard output: the result. */
  write(text: string): void;
  /** Standard error: what went wrong, and progress. */
  complain(text: string): void;
  /**
   * Asks the person at the terminal; null without a terminal. The end of the input (Ctrl-D) is an empty answer.
   * @throws Interrupted at Ctrl-C
   */
  ask(question: string): Promise<string | null>;
  now(): Date;
}

/** This process's own environment and terminal. */
export function processIo(): CommandIo {
  // A reader such as `head` closes the pipe when it has seen enough. That is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    env: process.env,
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    ask: async (question) =>
      process.stdin.isTTY ? askAt({ input: process.stdin, output: process.stderr }, question) : null,
    now: () => new Date(),
  };
}

/**
 * Asks the person at a terminal. The end of the input (Ctrl-D) is an empty answer.
 * @throws Interrupted at Ctrl-C
 */
export async function askAt(
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
  question: string,
): Promise<string> {
  const terminal = createInterface({ ...streams, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once('SIGINT', () => reject(new Interrupted()));
      terminal.once('close', () => resolve(''));
      terminal.question(question).then(resolve, reject);
    });
  } finally {
    terminal.close();
  }
}
