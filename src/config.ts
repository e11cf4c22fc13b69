import { z } from 'zod';
import type { AlertWebhook } from './channel/alert-webhook.js';
import { parseLogKey } from './log-of-totals/key.js';
import { OperatorError } from './operator-error.js';
import { type HostingCountry, parseHostingCountry } from './petition/hosting-country.js';
import type { Organiser } from './petition/petition.js';
import { petitionNameProblem } from './petition/petition-name.js';
import { type Parsed, parsePepper, parseRecipients } from './signatures/keys.js';
import { parseServerAddress } from './storage/server-address.js';

/** The environment as Node.js gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One thing in the environment that is missing or wrong. */
export interface EnvironmentProblem {
  readonly variable: string;
  /** What is wrong and how to mend it, in one line. */
  readonly message: string;
}

/** Everything that is wrong with the environment. */
export class EnvironmentError extends OperatorError {
  override readonly name = 'EnvironmentError';
  constructor(readonly problems: readonly EnvironmentProblem[]) {
    super(problems.map(({ variable, message }) => `${variable}: ${message}`).join('\n'));
  }
}

/** A zod check of a string, from a parser that gives its own error messages. */
function parsedBy<Value>(parse: (text: string) => Parsed<Value>) {
  return z.string().transform((text, context) => {
    const result = parse(text);
    if (result.ok) return result.value;
    context.addIssue(result.message);
    return z.NEVER;
  });
}

/** The address itself, where it can be read. */
function serverAddress(text: string): Parsed<string> {
  const parsed = parseServerAddress(text);
  return parsed.ok ? { ok: true, value: text } : parsed;
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to,
      `give a whole number from ${from} to ${to}`,
    )
    .transform(Number);

/** Whether people can safely be sent to an address: https, or http where it leads to this machine. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

const webAddress = z.string().refine(isWebAddress, 'give an https address');

const contact = z
  .string()
  .refine(
    (value) => z.email().safeParse(value).success || isWebAddress(value),
    'give an e-mail address or an https address at which people can reach you',
  );

const petitionName = z.string().check(({ value, issues }) => {
  const message = petitionNameProblem(value);
  if (message !== null) issues.push({ code: 'custom', input: value, message });
});

/** Several petitions' names, separated by commas. */
const petitionNames = z.string().transform((text, context): readonly [string, ...string[]] => {
  const [first = '', ...others] = text.split(',').map((name) => name.trim());
  const names = [first, ...others];
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  const problem =
    names.map(petitionNameProblem).find((rule) => rule !== null) ??
    (repeated === undefined ? undefined : `name ${repeated} only once`);
  if (problem === undefined) return [first, ...others];
  context.addIssue(problem);
  return z.NEVER;
});

/** The petition that is served if the environment names none. */
const DEFAULT_PETITION = 'zefzafi';

/** The variables that do not depend on the platforms. */
const schema = z.object({
  DATABASE_URL: parsedBy(serverAddress).optional(),
  DATA_DIR: z.string().default('./data'),
  PETITION: petitionName.optional(),
  PETITIONS: petitionNames.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  PUBLIC_URL: webAddress.transform((value) => value.replace(/\/+$/, '')).optional(),
  TRUST_PROXY: wholeNumber(0, 16).default(0),
  WEB_CHAT: z.enum(['on', 'off'], 'give on or off').optional(),
  PUBLIC_REFRESH_SECONDS: wholeNumber(0, 3600).optional(),
  ALERT_WEBHOOK_URL: webAddress.optional(),
  ALERT_WEBHOOK_SECRET: z
    .string()
    .min(24, 'give 24 characters or more; openssl rand -hex 32 makes one')
    .optional(),
  METRICS_TOKEN: z.string().min(16, 'give 16 characters or more; openssl rand -hex 24 makes one').optional(),
  IDENTITY_PEPPER: parsedBy(parsePepper).optional(),
  SEAL_RECIPIENTS: parsedBy(parseRecipients).optional(),
  LOG_SIGNING_KEY: parsedBy(parseLogKey).optional(),
  ORGANISER_NAME: z.string().trim().min(1).max(200, 'give at most 200 characters').optional(),
  ORGANISER_CONTACT: contact.optional(),
  PRIVACY_URL: webAddress.optional(),
  HOSTING_COUNTRY: parsedBy(parseHostingCountry).optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'give one of trace, debug, info, warn, error, fatal, silent',
    )
    .default('info'),
});

/** Required as soon as a platform is configured, each with the message for when it is missing. */
const REQUIRED_FOR_PLATFORMS = {
  IDENTITY_PEPPER: 'set it: the key of the pseudonyms; npm run petition -- keygen makes one',
  SEAL_RECIPIENTS: 'set it: who can read the names; npm run petition -- keygen makes a key pair',
  ORGANISER_NAME: 'set it: who runs this channel, as the privacy notice names them',
  ORGANISER_CONTACT: 'set it: the e-mail or https address at which people who signed reach the organiser',
  PRIVACY_URL: 'set it: the https address of your full privacy policy',
  HOSTING_COUNTRY:
    'set it: the country where the data are stored, as the privacy notice names it, for example CA or Germany',
} as const;

export interface Configuration {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** One or several, each a folder under `content/`. The first one keeps what belongs to the whole bot. */
  readonly petitions: readonly [string, ...string[]];
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly trustProxy: number;
  /** Whether the page has the preview chat. */
  readonly webChat: boolean;
  /** How often public numbers move; 0: at once. */
  readonly publicRefreshSeconds: number;
  /** Where messages for staff go besides the platforms, and what signs them. */
  readonly alertWebhook: AlertWebhook | null;
  readonly metricsToken: string | null;
  /** Null only in a preview, which makes its own. */
  readonly pepper: Buffer | null;
  readonly recipients: readonly string[] | null;
  /** Signs the public log of the total; null: there is no log. */
  readonly logKey: Buffer | null;
  /** Null only in a preview. */
  readonly organiser: Organiser | null;
  /** Where the data are stored. Null only in a preview. */
  readonly hostingCountry: HostingCountry | null;
  readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  /** True where no platform is configured: signatures are a trial and never count in a campaign. */
  readonly preview: boolean;
}

/**
 * The problems that a zod check of the environment found, by variable. Values are never repeated: they may be
 * secrets.
 */
export function environmentProblems(error: z.ZodError): EnvironmentProblem[] {
  return error.issues.map((issue) => ({ variable: String(issue.path[0]), message: issue.message }));
}

/** Variables that are set to nothing count as not set, as they do in a copied `.env.example`. */
export function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

/**
 * Reads the variables that belong to no platform.
 * @param platforms how many platforms are configured
 * @returns the configuration, or every problem
 */
export function readConfiguration(
  env: Environment,
  platforms: number,
): { readonly configuration: Configuration | null; readonly problems: readonly EnvironmentProblem[] } {
  const parsed = schema.safeParse(withoutEmpty(env));
  const problems = parsed.success ? [] : environmentProblems(parsed.error);
  if (platforms > 0) {
    for (const [variable, message] of Object.entries(REQUIRED_FOR_PLATFORMS)) {
      if (withoutEmpty(env)[variable] === undefined) problems.push({ variable, message });
    }
  }
  if (parsed.success && parsed.data.PETITION !== undefined && parsed.data.PETITIONS !== undefined) {
    problems.push({ variable: 'PETITIONS', message: 'set either PETITION or PETITIONS, not both' });
  }
  const { ALERT_WEBHOOK_URL: alertUrl, ALERT_WEBHOOK_SECRET: alertSecret } = withoutEmpty(env);
  if ((alertUrl === undefined) !== (alertSecret === undefined)) {
    problems.push({
      variable: alertUrl === undefined ? 'ALERT_WEBHOOK_URL' : 'ALERT_WEBHOOK_SECRET',
      message: 'set ALERT_WEBHOOK_URL and ALERT_WEBHOOK_SECRET, or neither: every message is signed',
    });
  }
  if (!parsed.success || problems.length > 0) return { configuration: null, problems };
  const value = parsed.data;
  const organiser =
    value.ORGANISER_NAME && value.ORGANISER_CONTACT && value.PRIVACY_URL
      ? { name: value.ORGANISER_NAME, contact: value.ORGANISER_CONTACT, privacyUrl: value.PRIVACY_URL }
      : null;
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = value;
  const configuration: Configuration = {
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: value.DATA_DIR,
    petitions: value.PETITIONS ?? [value.PETITION ?? DEFAULT_PETITION],
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL ?? null,
    trustProxy: value.TRUST_PROXY,
    webChat: value.WEB_CHAT === undefined ? platforms === 0 : value.WEB_CHAT === 'on',
    publicRefreshSeconds: value.PUBLIC_REFRESH_SECONDS ?? (platforms === 0 ? 0 : 60),
    alertWebhook: url === undefined || secret === undefined ? null : { url, secret },
    metricsToken: value.METRICS_TOKEN ?? null,
    pepper: value.IDENTITY_PEPPER ?? null,
    recipients: value.SEAL_RECIPIENTS ?? null,
    logKey: value.LOG_SIGNING_KEY ?? null,
    organiser,
    hostingCountry: value.HOSTING_COUNTRY ?? null,
    logLevel: value.LOG_LEVEL,
    preview: platforms === 0,
  };
  return { configuration, problems: [] };
}
