import type { AnnouncementResult, Audience } from '../channel/announce.js';
import { announcement } from '../conversation/announcement.js';
import type { Locale } from '../petition/formats.js';
import { linksIn } from '../petition/links.js';
import type { Petition } from '../petition/petition.js';
import { plainText } from '../petition/plain.js';
import type { Block } from '../petition/rich-text.js';
import { plural } from './words.js';

/** How many people of an announcement's audience can get it from here. */
export interface Reach {
  readonly people: number;
  /** How many people are on each platform that is not configured here. */
  readonly away: ReadonlyMap<string, number>;
}

/** @param channels those that are configured here */
export function reachOf({ counts }: Audience, channels: readonly string[]): Reach {
  const away = new Map<string, number>();
  let here = 0;
  for (const [channel, locales] of counts) {
    const count = [...locales.values()].reduce((sum, one) => sum + one, 0);
    if (channels.includes(channel)) here += count;
    else away.set(channel, count);
  }
  return { people: here, away };
}

/** Who will get it, by channel and language. */
export function plan({ counts, people: total, unreadable }: Audience, reach: Reach): string {
  const columns = [...new Set([...counts.values()].flatMap((locales) => [...locales.keys()]))].sort();
  const digits = String(total).length;
  const lines = [...counts].sort(byName).map(([channel, locales]) => {
    const cells = columns.map((locale) => {
      const count = locales.get(locale);
      const width = locale.length + 1 + digits;
      return (count === undefined ? '' : `${locale} ${String(count).padStart(digits)}`).padEnd(width);
    });
    const away = reach.away.has(channel) ? '   (not configured here)' : '';
    return `${channel.padEnd(10)} ${cells.join('   ')}${away}`.trimEnd().concat('\n');
  });
  const spoiled =
    unreadable === 0
      ? ''
      : `${plural(unreadable, 'row is', 'rows are')} left out: unreadable, perhaps written under another pepper.\n`;
  return `${lines.join('')}${'together'.padEnd(10)} ${people(total)}\n${spoiled}`;
}

/** The message as it will be read, in each language, and where its links lead. */
export function preview(petition: Petition, texts: ReadonlyMap<Locale, readonly Block[]>): string {
  return [...texts]
    .map(([locale, blocks]) => {
      const { body, buttons } = announcement(petition, locale, blocks, 'sample');
      const labels = buttons.map(({ label }) => `[${label}]`);
      const links = linksIn(blocks).map(({ words, url }) => `${words} → ${url}\n`);
      const below = links.length === 0 ? '' : `\n${links.join('')}`;
      return `\n--- ${locale} ---\n\n${plainText(body)}\n\n${labels.join(' ')}\n${below}`;
    })
    .join('');
}

/**
 * The result, and what is left to do.
 * @param cutShort whether the operator ended it before everybody was told
 */
export function outcome(told: AnnouncementResult, left: Reach, cutShort: boolean): string {
  const lines = [
    cutShort
      ? `Interrupted: ${told.sent} sent, ${left.people} left. Run the same again to go on.`
      : `Sent to ${people(told.sent)}.`,
  ];
  if (told.gone > 0)
    lines.push(`No longer reachable, and their contacts were deleted: ${people(told.gone)}.`);
  if (told.kept > 0) {
    lines.push(
      `Not reachable; their contacts were kept, because nobody was reached there at all: ${people(told.kept)}.`,
    );
  }
  if (told.unknown > 0) {
    lines.push(
      `Perhaps reached: the platform's answer was lost. They count as told, so that nobody gets it twice: ${people(told.unknown)}.`,
    );
  }
  for (const [channel, code] of told.givenUp) {
    lines.push(`Sending on ${channel} stopped (${code}): npm run petition -- check says what is wrong.`);
  }
  for (const [channel, tried] of told.unreached) {
    lines.push(
      `Sending on ${channel} stopped: of the first ${people(tried)} none could be reached. Is this the bot with which ` +
        'they signed, and is it still where they signed? No contact was deleted.',
    );
  }
  if (left.people > 0 && !cutShort)
    lines.push(`Still to be told: ${people(left.people)}. Run the same again to go on.`);
  return `${[...lines, ...beyondReach(left)].join('\n')}\n`;
}

/** The answer for a finished announcement that nobody else can get from here. */
export function alreadySent(finished: string, reach: Reach): string {
  if (reach.away.size === 0) return `By ${finished} this was sent to everybody: nothing is left to do.\n`;
  const lines = [`By ${finished} this was sent to everybody who can be reached from here.`];
  return `${[...lines, ...beyondReach(reach)].join('\n')}\n`;
}

/** Who can't be told from here, and what to do about it. */
export function beyondReach({ away }: Reach): readonly string[] {
  return [...away]
    .sort(byName)
    .map(
      ([channel, count]) =>
        `Can't be reached from here: ${people(count)} on ${channel}. Set the platform's variables in .env, and run ` +
        'the same again.',
    );
}

/** `1 person`, `2 people`. */
export function people(count: number): string {
  return plural(count, 'person', 'people');
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
