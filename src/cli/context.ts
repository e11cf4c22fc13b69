import type { Platform } from '../channel/platform.js';
import type { CommandIo, ExitCode } from './io.js';

/** What every command is given. */
export interface CommandContext {
  readonly io: CommandIo;
  readonly platforms: readonly Platform[];
  /** Sets the exit code; without it, 0. */
  finish(code: ExitCode): void;
}
