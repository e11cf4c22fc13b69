import { z } from 'zod';
import {
  type Environment,
  type EnvironmentProblem,
  environmentProblems,
  isWebAddress,
  withoutEmpty,
} from '../../src/config.js';

const schema = z.object({
  SLACK_BOT_TOKEN: z
    .string('set it: the bot token (xoxb-…), from the page "OAuth & Permissions" of the app')
    .regex(
      /^xoxb-\S+$/,
      'give the bot token, which begins with xoxb-: page "OAuth & Permissions" of the app',
    ),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S+$/, 'give the signing secret alone, as the page "Basic Information" of the app shows it')
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
    .refine(isWebAddress, 'give an https address: the tokens go there')
    .transform((value) => `${value.replace(/\/+$/, '')}/`)
    .default('https://slack.com/api/'),
  SLACK_STAFF_CHANNELS: z
    .string()
    .transform((value) => [...new Set(value.split(',').map((id) => id.trim()))].filter((id) => id !== ''))
    .refine(
      (ids) => ids.every((id) => /^[CG][A-Z0-9]{2,}$/.test(id)),
      'give channel ids, separated by commas: each begins with C or G and stands at the end of "View channel details"',
    )
    .default([]),
  // The main program's own, which says what is wrong with it.
  PUBLIC_URL: z
    .string()
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
});

/** One of these means that Slack is wanted. */
const WANTED = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_STAFF_CHANNELS',
] as const;

/** How Slack reaches us. */
export type Transport =
  /** `publicUrl` reaches this server; null where it is not said, which `check` tells and the start does without. */
  | { readonly mode: 'http'; readonly signingSecret: string; readonly publicUrl: string | null }
  | { readonly mode: 'socket'; readonly appToken: string };

export interface SlackSettings {
  readonly botToken: string;
  readonly transport: Transport;
  /** Ends with a slash. */
  readonly apiRoot: string;
  readonly staffChannels: readonly string[];
}

type Parsed = z.infer<typeof schema>;

/** Reads Slack's part of the environment; null where nothing says that Slack is wanted. */
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

/** One of the two says how Slack reaches us; with both, half of what people do might go to a server that is not there. */
function transportProblems(
  secret: string | undefined,
  appToken: string | undefined,
): readonly EnvironmentProblem[] {
  if (secret === undefined && appToken === undefined) {
    return [
      {
        variable: 'SLACK_APP_TOKEN',
        message:
          'set it (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP: one of them says how Slack reaches this server',
      },
    ];
  }
  if (secret !== undefined && appToken !== undefined) {
    return [
      {
        variable: 'SLACK_APP_TOKEN',
        message: 'take it out, or SLACK_SIGNING_SECRET: Socket Mode and HTTP exclude each other',
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
