import { z } from 'zod';
import { addYears, type Day, dayOf, daySchema } from '../day.js';
import { isUsualTag } from './formats.js';
import {
  beginningOf,
  endOf,
  type SigningTime,
  signingTimeSchema,
  startOf,
  writtenSigningTime,
} from './signing-time.js';

// Each check's message is a remedy. It is printed after the value that was found.

const httpsUrl = z.url({ protocol: /^https$/, error: 'write an address that begins with https://' });
const phrase = (example: string) => {
  const error = `write it as text: ${example}`;
  return z.string(error).trim().min(1, error);
};
/** What stands beside a picture or in its place. Discord takes a card of 4,000 characters, and 1,024 of what a picture shows. */
const caption = (example: string, most: number) =>
  phrase(example).max(most, `write at most ${most} characters`);
/** A page's or source's name. It is stored with conversations and used in links and file names. */
const code = z
  .string('write 1 to 32 of a–z, 0–9 and -, beginning with a letter or digit')
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'write 1 to 32 of a–z, 0–9 and -, beginning with a letter or digit');
const tag = 'write a language tag in its usual form: en, pt-BR';
/** It also names a folder, so it must not lead to another folder. */
const localeTag = z
  .string(tag)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, { error: tag, abort: true })
  .refine(isUsualTag, tag);
/** The languages of a petition. */
export const localesSchema = z
  .array(localeTag, 'write a list of language tags: [en, fr]')
  .min(1, 'name at least one language')
  .check(distinct);
const codes = (error: string) => z.array(code, error).check(distinct);
const count = 'write a whole number, 0 or more';
const goal = 'write whole numbers above 0';
const positive = 'write a whole number above 0';
/** A limit on signatures that may be left out. */
const limit = (usual: number) => z.int(positive).positive(positive).default(usual);
const offset = z.strictObject(
  {
    count: z.int(count).nonnegative(count),
    source: phrase('where the count was read'),
    day: daySchema,
    /** Where people can check the count. */
    link: httpsUrl.optional(),
  },
  'write count, source and day below it',
);
const offsets = z
  .array(offset)
  .min(1, 'name at least one count; if there is nothing to add, set its count to 0')
  .check(apart);
const retention = 'write a whole number from 1 to 30';
const age = 'write a whole number from 13 to 21';
const pictureFile = 'write the name of a file in this folder: portrait.jpg';
const pictureAlt = 'write what the picture shows, in each language: en: A man speaks to a crowd.';
const lastDay = z.iso
  .date('write the day on which all names are erased at the latest: 2028-11-01')
  .brand<'Day'>();

/** Names are kept for at most this many years after the opening. */
const KEPT_YEARS = 2;

const shape = z.strictObject({
  /** The languages, best known first; each has a folder and an interface file. */
  locales: localesSchema,
  /** The story's pages by name, in their order: `story/<name>.md` in each locale. */
  story: codes('write a list of the names of the pages').min(1, 'name at least one page'),
  /** When signing begins and ends: the first and the last day (UTC), or an hour. Leave out for no limit. */
  opens: writtenSigningTime.optional(),
  closes: writtenSigningTime.optional(),
  /** Actions counted elsewhere: one count or a list of them. Every public total includes them. */
  offset: z.unknown().transform((written, context) => {
    const alone = !Array.isArray(written);
    const parsed = offsets.safeParse(alone ? [written] : written);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      // The place in the file: a single count is not an entry of a list.
      const path = alone ? issue.path.slice(1) : issue.path;
      const { code, message } = issue;
      if (code === 'unrecognized_keys') context.issues.push({ code, keys: issue.keys, path, input: {} });
      else context.issues.push({ code: 'custom', message, path, input: written });
    }
    return z.NEVER;
  }),
  /** Totals to reach, growing. */
  goals: z
    .array(z.int(goal).positive(goal), 'write a list of totals to reach: [1000, 2500]')
    .min(1, 'name at least one goal')
    .check(growing),
  /** Codes that deep links may carry. Each is counted separately. */
  sources: codes('write a list of codes, or [] for none'),
  /** When staff are alerted. */
  alerts: z
    .strictObject(
      {
        sourcePerHour: limit(500),
        sourcePerDay: limit(3_000),
        unusualPerHour: limit(100),
      },
      'write sourcePerHour, sourcePerDay or unusualPerHour below it',
    )
    .prefault({}),
  /** The language of messages to staff; by default the first. */
  staffLanguage: z.string(tag).optional(),
  /** Days after delivery on which the names are erased. */
  retentionDays: z.int(retention).min(1, retention).max(30, retention),
  /**
   * The day on which all names are erased at the latest (UTC), even if the letter was never delivered. Nobody can
   * sign from that day on.
   */
  keepUntil: lastDay,
  /** The age from which people may sign. The notices say it; nobody is asked for their age. */
  minimumAge: z.int(age).min(13, age).max(21, age).default(16),
  /** Where the facts come from; named on the page. */
  factsSource: z.strictObject(
    {
      organisation: phrase('who reports the facts'),
      title: phrase('what the report is called'),
      url: httpsUrl.optional(),
    },
    'write organisation and title below it',
  ),
  /** A picture of the case, which the petition may use. */
  picture: z
    .strictObject(
      {
        /** Its name in the petition's folder. */
        file: z.string(pictureFile).regex(/^[a-z0-9][a-z0-9_-]{0,63}\.(jpg|jpeg|png)$/, pictureFile),
        credit: caption('who made the picture', 200),
        licence: caption('the terms on which you may use it', 200),
        /** What it shows, by language. */
        alt: z.record(z.string(), caption('what the picture shows', 500), pictureAlt),
      },
      'write file, credit, licence and alt below it',
    )
    .optional(),
  /** Where signers can sign up for Write for Rights. Without it, nobody is invited. */
  writeForRightsUrl: httpsUrl.optional(),
});

const spoken = z.object({ staffLanguage: z.string(), locales: z.array(z.string()) });
const period = z.object({ opens: signingTimeSchema.optional(), closes: signingTimeSchema.optional() });
const kept = period.extend({ keepUntil: daySchema });
const reach = z.object({ offset: z.array(z.object({ count: z.int() })), goals: z.array(z.int()).min(1) });

/** `content/<petition>/petition.yaml`: what is the same in every language. */
export const settingsSchema = shape
  .refine(({ staffLanguage, locales }) => staffLanguage === undefined || locales.includes(staffLanguage), {
    path: ['staffLanguage'],
    error: 'write one of `locales`',
    when: ({ value }) => spoken.safeParse(value).success,
  })
  .refine(({ opens, closes }) => !opens || !closes || beginningOf(opens) < endOf(closes), {
    path: ['closes'],
    error: 'write a time after `opens`, or the same day',
    when: ({ value }) => period.safeParse(value).success,
  })
  .refine(({ closes, keepUntil }) => !closes || endOf(closes) <= startOf(keepUntil), {
    path: ['closes'],
    error: 'write a time before `keepUntil`: nobody can sign once the names are to be erased',
    when: ({ value }) => kept.safeParse(value).success,
  })
  .check(describedPicture)
  .refine(({ opens, keepUntil }) => !opens || isKeptInBounds(keepUntil, opens), {
    path: ['keepUntil'],
    error: 'write a day after `opens`, at most two years after it',
    when: ({ value }) => kept.safeParse(value).success,
  })
  .refine(({ goals, offset }) => (goals[0] ?? 0) > countOf(offset), {
    path: ['goals', 0],
    error: 'begin above the offset: a goal is a total, and the offset is part of it',
    when: ({ value }) => reach.safeParse(value).success,
  });
export type Settings = z.infer<typeof settingsSchema>;

function isKeptInBounds(keepUntil: Day, opens: SigningTime): boolean {
  const opening = beginningOf(opens);
  return opening < startOf(keepUntil) && keepUntil <= addYears(dayOf(opening), KEPT_YEARS);
}

/**
 * The latest `keepUntil` for settings without `opens`: such a petition opens when it is started. It can't have
 * opened before the last day on which an offset was read, so a start with a clock that is behind is not refused.
 * @returns null where `opens` is set, since the schema has looked at that
 */
export function latestKeepUntil({ opens, offset }: Settings, today: Day): Day | null {
  if (opens !== undefined) return null;
  const latest = offset.reduce((last, { day }) => (day > last ? day : last), today);
  return addYears(latest, KEPT_YEARS);
}

/** The sum of several counts. */
export function countOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Reports every entry that repeats an earlier one. */
function distinct({ value, issues }: z.core.ParsePayload<string[]>): void {
  value.forEach((entry, index) => {
    if (value.indexOf(entry) === index) return;
    issues.push({ code: 'custom', input: entry, path: [index], message: 'name each only once' });
  });
}

/** Reports every source that an earlier count has: `offset --set` finds a count by its source. */
function apart({ value, issues }: z.core.ParsePayload<{ readonly source: string }[]>): void {
  value.forEach(({ source }, index) => {
    if (value.findIndex((other) => other.source === source) === index) return;
    issues.push({ code: 'custom', input: source, path: [index, 'source'], message: 'name each only once' });
  });
}

/** Reports every language in which the picture is not described, and every other one. */
function describedPicture({
  value,
  issues,
}: z.core.ParsePayload<Pick<z.infer<typeof shape>, 'locales' | 'picture'>>): void {
  const { locales, picture } = value;
  if (picture === undefined) return;
  const described = Object.keys(picture.alt);
  const report = (locale: string, message: string) =>
    issues.push({ code: 'custom', input: picture.alt[locale], path: ['picture', 'alt', locale], message });
  for (const locale of locales)
    if (!described.includes(locale)) report(locale, 'write what the picture shows, in this language');
  for (const locale of described)
    if (!locales.includes(locale)) report(locale, 'take it away, or add the language to `locales`');
}

/** Reports every entry that is not greater than the entry before it. */
function growing({ value, issues }: z.core.ParsePayload<number[]>): void {
  value.forEach((entry, index) => {
    const before = value[index - 1];
    if (before === undefined || entry > before) return;
    issues.push({ code: 'custom', input: entry, path: [index], message: `write a number above ${before}` });
  });
}
