import type { Environment, EnvironmentProblem } from '../config.js';
import type { Adapter, AdapterContext } from './adapter.js';

/** One line of what `check` found. */
export interface CheckLine {
  readonly ok: boolean;
  readonly subject: string;
  /** What was found and, where it is not well, what to do. */
  readonly message: string;
}

/** A platform whose variables are set and make sense. */
export interface ConfiguredPlatform {
  readonly channel: string;
  create(context: AdapterContext): Adapter;
  /** Looks at tokens and settings on the platform itself; for the operator. */
  check(): Promise<readonly CheckLine[]>;
}

/** What the main program knows of a platform: how to read its part of the environment. */
export interface Platform {
  /** Null where none of its variables is set. */
  configure(
    env: Environment,
  ): ConfiguredPlatform | { readonly problems: readonly EnvironmentProblem[] } | null;
}
