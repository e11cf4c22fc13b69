import type { Environment, EnvironmentProblem } from '../config.js';
import type { Adapter, AdapterContext, Limits } from './adapter.js';
import type { Courier, CourierContext } from './courier.js';

/** One line of the output of `check`. */
export interface CheckLine {
  readonly ok: boolean;
  /** It works, but the operator should know something. */
  readonly warning?: true;
  readonly subject: string;
  /** What was found and, if it is wrong, what to do. */
  readonly message: string;
}

/** A platform whose variables are set and valid. */
export interface ConfiguredPlatform {
  readonly channel: string;
  readonly limits: Limits;
  create(context: AdapterContext): Promise<Adapter>;
  /**
   * Present if we may send messages without a request from the person. Connects to nothing before its first
   * delivery.
   */
  courier?(context: CourierContext): Promise<Courier>;
  /** Checks tokens and settings on the platform itself, for the operator. */
  check(): Promise<readonly CheckLine[]>;
}

/** What the main program knows about a platform: how to read its environment variables. */
export interface Platform {
  /** Recorded with every signature. */
  readonly channel: string;
  /** Its proper name, in every language: `Telegram`. */
  readonly name: string;
  /** Null if none of its variables is set. */
  configure(
    env: Environment,
  ): ConfiguredPlatform | { readonly problems: readonly EnvironmentProblem[] } | null;
}

/** What a platform is made of. The functions that import load its client library, which takes a third of a second. */
interface PlatformParts<Settings, Pace> extends Pick<Platform, 'channel' | 'name'> {
  readonly limits: Limits;
  /** Null if none of its variables is set. */
  readSettings(env: Environment): Settings | { readonly problems: readonly EnvironmentProblem[] } | null;
  adapter(): Promise<{
    createAdapter(settings: Settings, context: AdapterContext, pace: Pace): Adapter;
    readonly PACE: Pace;
  }>;
  /** Given if we may send messages without a request from the person. */
  courier?(): Promise<{ createCourier(settings: Settings, context: CourierContext): Courier }>;
  check(): Promise<{ check(settings: Settings): Promise<readonly CheckLine[]> }>;
}

/** A platform that loads its client library only when it is used. */
export function lazyPlatform<Settings extends object, Pace>(parts: PlatformParts<Settings, Pace>): Platform {
  const { channel, name, limits, readSettings, adapter, courier, check } = parts;
  return {
    channel,
    name,
    configure(env) {
      const settings = readSettings(env);
      if (settings === null || 'problems' in settings) return settings;
      return {
        channel,
        limits,
        async create(context) {
          const { createAdapter, PACE } = await adapter();
          return createAdapter(settings, context, PACE);
        },
        ...(courier && { courier: async (context) => (await courier()).createCourier(settings, context) }),
        check: async () => (await check()).check(settings),
      };
    },
  };
}

/** Reads every platform's environment variables. Returns the configured platforms and all problems. */
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
