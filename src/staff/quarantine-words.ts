import { type Day, daySchema } from '../day.js';
import { isolated } from '../petition/isolate.js';
import { type Block, paragraph, text } from '../petition/rich-text.js';
import { prefixOf } from '../signatures/pseudonym.js';
import type { Quarantine, Selection } from '../signatures/quarantines.js';
import type { Voice } from './voice.js';

/** Selects signatures without a source; no source code can be `-`. */
const NO_SOURCE = '-';

/** The content's codes, and the longer codes made for places. */
const SOURCE = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** `2027-01-15`, or two days with two dots between; telephones turn the dots into `…`. */
const DAYS = /^(\d{4}-\d{2}-\d{2})(?:(?:\.\.|…)(\d{4}-\d{2}-\d{2}))?$/u;

/** Parses what to quarantine; null for anything that is neither a source nor days. */
export function parseSelection(word: string): Selection | null {
  const [days, first, last = first] = DAYS.exec(word) ?? [];
  if (days !== undefined) {
    const from = daySchema.safeParse(first).data;
    const until = daySchema.safeParse(last).data;
    if (from === undefined || until === undefined || from > until) return null;
    return { source: null, from, until };
  }
  if (word === NO_SOURCE) return { source: '', from: null, until: null };
  return SOURCE.test(word) ? { source: word, from: null, until: null } : null;
}

/** What a quarantine selects, in words. */
export function nameOf(voice: Voice, { source, from, until }: Selection, hold: boolean): string {
  if (source === null) {
    const written = (bound: Day | null) => (bound === null ? '…' : voice.day(new Date(bound)));
    return voice.say('staff-what-days', { from: written(from), until: written(until) });
  }
  const code = source === '' ? voice.say('staff-row-no-source') : source;
  return voice.say(hold ? 'staff-what-source-hold' : 'staff-what-source', { source: code });
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
