import type { Platform } from '../channel/platform.js';
import type { CommandIo, ExitCode } from './io.js';

/** What every command gets. */
export interface CommandContext {
  readonly io: CommandIo;
  readonly platforms: readonly Platform[];
  /** The values of the options that all commands about one petition share. */
  readonly asked: { petition?: string };
  /** Sets the exit code; without it, 0. */
  finish(code: ExitCode): void;
}
