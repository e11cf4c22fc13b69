import type { Environment, EnvironmentProblem } from '../config.js';
import type { Adapter, AdapterContext, Limits } from './adapter.js';
import type { Courier, CourierContext } from './courier.js';

/** One line of what `check` found. */
export interface CheckLine {
  readonly ok: boolean;
  /** It works, and there is something that the operator should know. */
  readonly warning?: true;
  readonly subject: string;
  /** What was found and, where it is not well, what to do. */
  readonly message: string;
}

/** A platform whose variables are set and make sense. */
export interface ConfiguredPlatform {
  readonly channel: string;
  readonly limits: Limits;
  create(context: AdapterContext): Adapter;
  /** Where the platform lets us write to people of our own accord. Connects to nothing before its first delivery. */
  courier?(context: CourierContext): Courier;
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

/** Reads every platform's part of the environment: those that are configured, and all that is wrong. */
export function configurePlatforms(
  platforms: readonly Platform[],
  env: Environment,
): { readonly configured: readonly ConfiguredPlatform[]; readonly problems: readonly EnvironmentProblem[] } {
  const results = platforms.map((platform) => platform.configure(env)).filter((result) => result !== null);
  return {
    configured: results.filter((result) => 'create' in result),
    problems: results.flatMap((result) => ('problems' in result ? result.problems : [])),
  };
}
