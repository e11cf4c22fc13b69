import { type Day, daySchema } from '../day.js';
import type { AccountAge } from '../petition/change.js';
import { isUsualTag } from '../petition/formats.js';
import { isolated } from '../petition/isolate.js';
import { type Block, paragraph, text } from '../petition/rich-text.js';
import { prefixOf } from '../signatures/pseudonym.js';
import type { Quarantine } from '../signatures/quarantine-list.js';
import type { Selection } from '../signatures/selection.js';
import { valueName } from './breakdown.js';
import type { CommandWords } from './command-words.js';
import type { Voice } from './voice.js';

/** Selects signatures without a source; no source code can be `-`. */
const NO_SOURCE = '-';

/** The content's codes, and the longer codes made for places. */
const SOURCE = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** An adapter's channel. */
const PLATFORM = /^[a-z][a-z0-9-]{0,63}$/;

/** `2027-01-15`, or two dots with a day before, after or on both sides; telephones turn the dots into `…`. */
const DAYS = /^(?:(\d{4}-\d{2}-\d{2})|(\d{4}-\d{2}-\d{2})?(?:\.\.|…)(\d{4}-\d{2}-\d{2})?)$/u;

/** The ages of accounts as staff type them. */
const AGES: ReadonlyMap<string, AccountAge> = new Map([
  ['under-7-days', 'under-7-days'],
  ['7-to-30-days', 'under-30-days'],
  ['older', 'older'],
  ['unknown', 'unknown'],
]);

/** The options that say what to select. */
export const SELECTING = ['source', 'days', 'platform', 'language', 'age'] as const;

/**
 * Parses what to quarantine: a source or days as a word, and any other facts as options. Null if a fact makes no sense
 * or comes twice, or if there is none.
 */
export function parseSelection({ rest, options }: Pick<CommandWords, 'rest' | 'options'>): Selection | null {
  const [word, ...more] = rest;
  if (more.length > 0) return null;
  const facts = new Map(
    SELECTING.flatMap((name) => {
      const written = options.get(name);
      return written === undefined ? [] : [[name, written] as const];
    }),
  );
  if (word !== undefined) {
    const name = DAYS.test(word) ? ('days' as const) : 'source';
    if (facts.has(name)) return null;
    facts.set(name, word);
  }
  if (facts.size === 0) return null;
  const source = fact(facts, 'source', (written) =>
    written === NO_SOURCE ? '' : SOURCE.test(written) ? written : undefined,
  );
  const channel = fact(facts, 'platform', parsePlatform);
  const locale = fact(facts, 'language', (written) => (isUsualTag(written) ? written : undefined));
  const age = fact(facts, 'age', (written) => AGES.get(written));
  const days = fact(facts, 'days', parseDays);
  if ([source, channel, locale, age, days].includes(undefined)) return null;
  return {
    source: source ?? null,
    channel: channel ?? null,
    locale: locale ?? null,
    age: age ?? null,
    from: days?.from ?? null,
    until: days?.until ?? null,
  };
}

/** Parses one fact; null if it was not given, undefined if it makes no sense. */
function fact<T>(
  facts: ReadonlyMap<string, string>,
  name: string,
  parse: (written: string) => T | undefined,
): T | null | undefined {
  const written = facts.get(name);
  return written === undefined ? null : parse(written);
}

/** Reports name a platform with a capital, so people may type it like that. */
function parsePlatform(written: string): string | undefined {
  const channel = written.toLowerCase();
  return PLATFORM.test(channel) ? channel : undefined;
}

function parseDays(written: string): Pick<Selection, 'from' | 'until'> | undefined {
  const bound = (day: string | undefined) => (day === undefined ? null : daySchema.safeParse(day).data);
  const [, only, first = only, last = only] = DAYS.exec(written) ?? [];
  const from = bound(first);
  const until = bound(last);
  if (from === undefined || until === undefined) return undefined;
  if (from === null || until === null) return from === until ? undefined : { from, until };
  return from > until ? undefined : { from, until };
}

/** What a quarantine selects, in words. */
export function nameOf(voice: Voice, selection: Selection, hold: boolean): string {
  const { source, channel, locale, age } = selection;
  const what = [
    source === null ? null : voice.say('staff-what-source', { source: valueName(voice, 'source', source) }),
    channel === null
      ? null
      : voice.say('staff-what-platform', { platform: valueName(voice, 'channel', channel) }),
    locale === null ? null : voice.say('staff-what-language', { language: locale }),
    age === null ? null : voice.say('staff-what-age', { age: valueName(voice, 'age', age) }),
    daysOf(voice, selection),
  ]
    .filter((words) => words !== null)
    .join(' · ');
  return hold ? voice.say('staff-what-hold', { what }) : what;
}

function daysOf(voice: Voice, { from, until }: Selection): string | null {
  const written = (day: Day) => voice.day(new Date(day));
  if (from !== null && until !== null) {
    return voice.say('staff-what-days', { from: written(from), until: written(until) });
  }
  if (from !== null) return voice.say('staff-what-since', { from: written(from) });
  return until === null ? null : voice.say('staff-what-until', { until: written(until) });
}

/** A quarantine in the list: what, who, when and why. */
export function entryOf(voice: Voice, quarantine: Quarantine): Block[] {
  const { number, selection, hold, reason, setBy, setOn, released, holds } = quarantine;
  const lines = [
    [text(voice.say('staff-reason', { reason: isolated(reason) }))],
    voice.saying((when) =>
      voice.say('staff-list-set', { moment: when.dayAndTime(setOn), who: prefixOf(setBy) }),
    ),
    released === null
      ? [text(voice.say('staff-list-held', { count: holds }))]
      : voice.saying((when) =>
          voice.say('staff-list-released', {
            moment: when.dayAndTime(released.on),
            who: prefixOf(released.by),
          }),
        ),
  ];
  return [
    paragraph({
      kind: 'strong',
      children: [text(voice.say('staff-list-entry', { number, what: nameOf(voice, selection, hold) }))],
    }),
    { kind: 'list', ordered: false, items: lines },
  ];
}
