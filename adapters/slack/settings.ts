import { z } from 'zod';
import { type StaffRoom, staffRoomsSchema } from '../../src/channel/kit/staff-rooms.js';
import {
  type Environment,
  type EnvironmentProblem,
  environmentProblems,
  isWebAddress,
  withoutEmpty,
} from '../../src/config.js';

const schema = z.object({
  SLACK_BOT_TOKEN: z
    .string('set this variable to the bot token (xoxb-…), from the page "OAuth & Permissions" of the app')
    .regex(
      /^xoxb-\S+$/,
      'give the bot token, which begins with xoxb-: page "OAuth & Permissions" of the app',
    ),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S+$/, 'give only the signing secret, as the page "Basic Information" of the app shows it')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-\S+$/,
      'give the app-level token, which begins with xapp-: page "Basic Information" of the app',
    )
    .optional(),
  SLACK_API_ROOT: z
    .string()
    .refine(isWebAddress, 'give an https address, because the bot sends the tokens there')
    .transform((value) => `${value.replace(/\/+$/, '')}/`)
    .default('https://slack.com/api/'),
  SLACK_STAFF_CHANNELS: staffRoomsSchema(
    /^[CG][A-Z0-9]{2,}$/,
    'give channel ids, separated by commas: each begins with C or G; the end of "View channel details" shows it. ' +
      'Where the bot has several petitions, add = and the name of one, as in C012AB=zefzafi',
  ),
  // The main program reads this too and reports its problems.
  PUBLIC_URL: z
    .string()
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
});

/** Any of these means that Slack should run. */
const WANTED = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_STAFF_CHANNELS',
] as const;

/** How Slack delivers to us. */
export type Transport =
  /**
   * `publicUrl` is the address of this server; null if unset. The bot starts without it; `check` reports it.
   */
  | { readonly mode: 'http'; readonly signingSecret: string; readonly publicUrl: string | null }
  | { readonly mode: 'socket'; readonly appToken: string };

export interface SlackSettings {
  readonly botToken: string;
  readonly transport: Transport;
  /** Ends with a slash. */
  readonly apiRoot: string;
  /** The channels in which staff are answered. */
  readonly staffChannels: readonly StaffRoom[];
}

type Parsed = z.infer<typeof schema>;

/** Reads Slack's environment variables; null if none of them asks for Slack. */
export function readSettings(
  env: Environment,
): SlackSettings | { readonly problems: readonly EnvironmentProblem[] } | null {
  const set = withoutEmpty(env);
  if (!WANTED.some((variable) => set[variable] !== undefined)) return null;
  const parsed = schema.safeParse(set);
  const problems = [
    ...(parsed.success ? [] : environmentProblems(parsed.error)),
    ...transportProblems(set.SLACK_SIGNING_SECRET, set.SLACK_APP_TOKEN),
  ];
  const transport = parsed.success ? transportOf(parsed.data) : null;
  if (!parsed.success || transport === null || problems.length > 0) return { problems };
  const { SLACK_BOT_TOKEN, SLACK_API_ROOT, SLACK_STAFF_CHANNELS } = parsed.data;
  return {
    botToken: SLACK_BOT_TOKEN,
    transport,
    apiRoot: SLACK_API_ROOT,
    staffChannels: SLACK_STAFF_CHANNELS,
  };
}

/**
 * Exactly one of the two must be set. With both, Slack could deliver half of the events to a server that does
 * not exist.
 */
function transportProblems(
  secret: string | undefined,
  appToken: string | undefined,
): readonly EnvironmentProblem[] {
  if (secret === undefined && appToken === undefined) {
    return [
      {
        variable: 'SLACK_APP_TOKEN',
        message:
          'set this variable (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP: Slack reaches this server in one of these ways',
      },
    ];
  }
  if (secret !== undefined && appToken !== undefined) {
    return [
      {
        variable: 'SLACK_APP_TOKEN',
        message:
          'remove this variable (for HTTP) or SLACK_SIGNING_SECRET (for Socket Mode): only one may be set',
      },
    ];
  }
  return [];
}

function transportOf(parsed: Parsed): Transport | null {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken, PUBLIC_URL: publicUrl } = parsed;
  if (signingSecret !== undefined) return { mode: 'http', signingSecret, publicUrl: publicUrl ?? null };
  return appToken === undefined ? null : { mode: 'socket', appToken };
}
