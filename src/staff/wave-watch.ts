import { type Block, paragraph, text } from '../petition/rich-text.js';
import { type SignedFlow, WATCHED, type Watched } from '../signatures/wave-flows.js';
import { type Alerts, alertMessage, overMessage } from './alerts.js';
import { columnAndName } from './breakdown.js';
import type { DeskContext } from './context.js';
import { hourOf, hoursFrom, shareOfHourBefore, startOfDay } from './hours.js';
import { MIN_SHOWN } from './small-counts.js';
import { usualOf } from './unusual.js';
import type { Voice } from './voice.js';

const WAVE = 'wave:';

/** How many days before today decide what is usual. */
const DAYS = 14;

/** A day is unusual only with this many times the signatures that an hour needs. */
const DAY_FLOOR = 5;

/** Telegram and Slack do not tell the age of an account: there we watch only the platform. */
const NO_AGE = 'unknown';

/** More signatures with one value than is usual. */
interface Wave {
  readonly key: string;
  readonly dimension: Watched;
  readonly value: string;
  readonly count: number;
  readonly usual: number;
}

/**
 * Tells staff if far more people than usual sign through one platform or source within an hour, or in one language or
 * with one age of accounts on this day. Waves that begin together are in one message.
 */
export async function watchWaves(desk: DeskContext, alerts: Alerts, observer: string): Promise<void> {
  const { voice, ledger, petition, now } = desk;
  const at = now();
  const hours = [hoursFrom(hourOf(at), -1), hourOf(at)].map((hour) => hour.getUTCHours());
  const flows = await ledger.staff.signedFlows(hoursFrom(startOfDay(at), -24 * DAYS), hours);
  const waves = wavesIn(flows, at, petition.settings.alerts.unusualPerHour);
  await alerts.raiseTogether(
    waves.map(({ key }) => key),
    observer,
    (begun) => {
      const told = newsIn(waves, begun);
      return told.length === 0
        ? null
        : alertMessage(
            voice,
            voice.say('staff-alert-wave'),
            listOf(told.map((wave) => lineOf(voice, wave))),
            paragraph(voice.say('staff-alert-wave-advice')),
          );
    },
  );
  const current = new Set(waves.map(({ key }) => key));
  const gone = (await alerts.raised(WAVE)).filter((key) => !current.has(key));
  await alerts.clearTogether(gone, observer, (ended) => {
    // Only the wave of an hour has a message at its end: the wave of a day ends with the day.
    const names = ended.filter((key) => isHourly(dimensionOf(key))).map((key) => nameOf(voice, key));
    return names.length === 0 ? null : overMessage(voice, voice.say('staff-alert-wave-over'), listOf(names));
  });
}

/**
 * What staff hear of the waves that have begun. If staff have already heard of a wave, a language that joins it is no
 * news: its people are the same. New accounts are always news.
 */
function newsIn(waves: readonly Wave[], begun: readonly string[]): readonly Wave[] {
  const fresh = waves.filter(({ key }) => begun.includes(key));
  const known = waves.some(({ key, dimension }) => isHourly(dimension) && !begun.includes(key));
  return fresh.filter(({ dimension }) => !known || dimension !== 'locale');
}

/** The waves at an instant. @param floor this many signatures an hour are never a wave */
function wavesIn(flows: readonly SignedFlow[], at: Date, floor: number): readonly Wave[] {
  const today = startOfDay(at);
  const counts = new Map(flows.map((flow) => [`${keyOf(flow)} ${flow.since.getTime()}`, flow.signed]));
  const beginning = Math.min(...flows.map(({ since }) => startOfDay(since).getTime()));
  const daysBefore = Array.from({ length: DAYS }, (_, index) => index + 1).filter(
    (back) => hoursFrom(today, -24 * back).getTime() >= beginning,
  );

  /** What one period has, and what is usual in it. */
  function measured(key: string, since: Date, least: number) {
    const in_ = (begin: Date) => counts.get(`${key} ${begin.getTime()}`) ?? 0;
    const history = daysBefore.map((back) => in_(hoursFrom(since, -24 * back)));
    return { count: in_(since), ...usualOf(history, least) };
  }

  /** This hour, the hour before, and the last sixty minutes (estimated from both), as with sources. */
  function inHours(key: string) {
    const hour = hourOf(at);
    const [running, before] = [measured(key, hour, floor), measured(key, hoursFrom(hour, -1), floor)];
    const sixty = {
      count: Math.floor(running.count + before.count * shareOfHourBefore(at)),
      usual: Math.max(running.usual, before.usual),
      limit: Math.max(running.limit, before.limit),
    };
    return [sixty, running, before].find(({ count, limit }) => count > limit);
  }

  function inDay(key: string) {
    const day = measured(key, today, floor * DAY_FLOOR);
    return day.count > day.limit ? day : undefined;
  }

  const values = new Map(flows.map((flow) => [keyOf(flow), flow]));
  return [...values].flatMap(([key, { dimension, value }]) => {
    if (dimension === 'all' || (dimension === 'age' && value === NO_AGE)) return [];
    const found = isHourly(dimension) ? inHours(key) : inDay(key);
    return found === undefined
      ? []
      : [{ key, dimension, value, count: found.count, usual: Math.round(found.usual) }];
  });
}

function keyOf({ dimension, value }: Pick<SignedFlow, 'dimension' | 'value'>): string {
  return `${WAVE}${dimension}:${value}`;
}

/** The value that an alert's key names, with its dimension. */
function nameOf(voice: Voice, key: string): string {
  const dimension = dimensionOf(key);
  return dimension === null ? key : columnAndName(voice, dimension, key.split(':').slice(2).join(':'));
}

function dimensionOf(key: string): Watched | null {
  const [, dimension = ''] = key.split(':');
  return isWatched(dimension) ? dimension : null;
}

function isHourly(dimension: Watched | null): boolean {
  return dimension !== null && WATCHED[dimension] === 'hour';
}

function isWatched(dimension: string): dimension is Watched {
  return dimension in WATCHED;
}

function listOf(lines: readonly string[]): Block {
  return { kind: 'list', ordered: false, items: lines.map((line) => [text(line)]) };
}

function lineOf(voice: Voice, { key, dimension, count, usual }: Wave): string {
  return voice.say(isHourly(dimension) ? 'staff-wave-hour' : 'staff-wave-day', {
    name: nameOf(voice, key),
    count,
    usual: usual < MIN_SHOWN ? voice.say('staff-wave-few', { count: MIN_SHOWN }) : voice.number(usual),
  });
}
