import { dayOf } from '../day.js';
import { isolated } from '../petition/isolate.js';
import { type Block, heading, paragraph } from '../petition/rich-text.js';
import { prefixOf } from '../signatures/pseudonym.js';
import { MIN_SELECTED, type Refusal } from '../signatures/quarantine-refusal.js';
import type { CommandWords } from './command-words.js';
import { type Confirmations, confirmationTime, type Order } from './confirmations.js';
import type { DeskContext } from './context.js';
import type { StaffMember, StaffMessage } from './desk.js';
import { misunderstood } from './help.js';
import { totalNow } from './public-total.js';
import { entryOf, nameOf, parseSelection, SELECTING } from './quarantine-words.js';

/** In characters: a sentence or two. */
const MAX_REASON = 300;

/** As many as fit in a message on every platform. */
const MAX_LISTED = 12;

type SetAside = Extract<Order, { kind: 'set-aside' }>;
type Release = Extract<Order, { kind: 'release' }>;

/** Who asks, where, and the store of open confirmations. */
export interface Asker {
  readonly who: StaffMember;
  readonly room: string;
  readonly confirmations: Confirmations;
}

/** `quarantine`: counts what would be set aside and asks for confirmation, or lists all quarantines. */
export async function quarantineMessage(
  desk: DeskContext,
  asker: Asker,
  { rest, options }: CommandWords,
): Promise<StaffMessage> {
  const { voice, now } = desk;
  if (rest[0] === 'list' && rest.length === 1 && options.size === 0) return listMessage(desk);
  const selection = parseSelection({ rest, options });
  if (selection === null) return misunderstood(voice, voice.say('staff-problem-selection'));
  const reason = options.get('reason') ?? '';
  const hold = options.has('hold');
  if (reason === '' || [...reason].length > MAX_REASON) {
    return misunderstood(voice, voice.say('staff-problem-reason', { most: MAX_REASON }));
  }
  if (hold && selection.until !== null && selection.until < dayOf(now())) {
    return misunderstood(voice, voice.say('staff-problem-hold'));
  }
  const known = ['reason', 'hold', ...SELECTING];
  const unknown = [...options].some(
    ([name, value]) => !known.includes(name) || (name === 'hold' && value !== ''),
  );
  if (unknown) return misunderstood(voice, voice.say('staff-problem-extra'));
  return askToSetAside(desk, asker, { kind: 'set-aside', selection, hold, reason, expected: null });
}

/** `release`: counts what would be counted again, and asks for confirmation. */
export async function releaseMessage(
  desk: DeskContext,
  asker: Asker,
  { rest, options }: CommandWords,
): Promise<StaffMessage> {
  const { voice } = desk;
  const [written = '', ...more] = rest;
  if (!/^#?\d{1,9}$/.test(written) || more.length > 0 || options.size > 0) {
    return misunderstood(voice, voice.say('staff-problem-number'));
  }
  return askToRelease(desk, asker, Number(written.replace('#', '')));
}

/** Does the confirmed quarantine. If other signatures match by now, shows the new count and asks again. */
export async function setAside(desk: DeskContext, asker: Asker, order: SetAside): Promise<StaffMessage> {
  const { voice, ledger } = desk;
  const { staff } = ledger;
  const done = await staff.quarantines.setAside({ ...order, by: staff.keyed(asker.who) });
  if (done === 'changed') return changed(desk, await askToSetAside(desk, asker, order));
  if ('refused' in done) return refusal(desk, order, done);
  const { number, moving } = done;
  return newsWithTotal(desk, asker, [
    paragraph(voice.say('staff-quarantine-done', { number, count: moving })),
  ]);
}

/** Does the confirmed release, in the same way. */
export async function release(desk: DeskContext, asker: Asker, order: Release): Promise<StaffMessage> {
  const { voice, ledger } = desk;
  const { staff } = ledger;
  const { number } = order;
  const done = await staff.quarantines.release({ ...order, by: staff.keyed(asker.who) });
  if (done === 'changed') return changed(desk, await askToRelease(desk, asker, number));
  return newsWithTotal(desk, asker, [
    paragraph(voice.say('staff-release-done', { number, count: done.moving })),
    ...(done.staying === 0 ? [] : [paragraph(voice.say('staff-release-staying', { count: done.staying }))]),
  ]);
}

/**
 * Rounds a count down to tens. What was only shown leaves no trace: by exact counts, staff could compare selections
 * that differ by one person.
 */
const rounded = (count: number) => count - (count % MIN_SELECTED);

async function askToSetAside(desk: DeskContext, asker: Asker, order: SetAside): Promise<StaffMessage> {
  const { voice, ledger } = desk;
  const { selection, hold, reason } = order;
  const counted = await ledger.staff.quarantines.count(selection);
  if ('refused' in counted) return refusal(desk, order, counted);
  const { moving, staying, fingerprint } = counted;
  const already = rounded(staying);
  const code = await asker.confirmations.keep(
    { ...order, expected: hold ? null : fingerprint },
    asker.who,
    asker.room,
  );
  return voice.message(
    [
      heading(voice.say('staff-quarantine-heading', { what: nameOf(voice, selection, hold) })),
      paragraph(voice.say('staff-quarantine-count', { count: rounded(moving) })),
      ...(already === 0 ? [] : [paragraph(voice.say('staff-quarantine-already', { count: already }))]),
      ...(hold ? [paragraph(voice.say('staff-quarantine-hold'))] : []),
      paragraph(voice.say('staff-reason', { reason: isolated(reason) })),
      paragraph(voice.say('staff-quarantine-kept')),
      ...confirmationTime(desk),
    ],
    {
      confirm: {
        code,
        label: voice.say('staff-button-set-aside'),
        cancelLabel: voice.say('staff-button-cancel'),
      },
    },
  );
}

/** Says why a selection is not set aside. It never tells how many signatures match. */
function refusal({ voice, sources }: DeskContext, { selection }: SetAside, why: Refusal): StaffMessage {
  const least = MIN_SELECTED;
  const { source } = selection;
  const isUnknown = source !== null && source !== '' && !sources.accepts(source);
  const said =
    why.refused === 'near'
      ? voice.say('staff-quarantine-near', { number: why.number, least })
      : voice.say(isUnknown ? 'staff-quarantine-unknown' : 'staff-quarantine-few', { least });
  return voice.message([paragraph(said)], { refused: true });
}

/**
 * A released quarantine that still holds signatures, because its release broke off, can be released again.
 */
async function askToRelease(desk: DeskContext, asker: Asker, number: number): Promise<StaffMessage> {
  const { voice, ledger } = desk;
  const { quarantines } = ledger.staff;
  const found = (await quarantines.list()).find((quarantine) => quarantine.number === number);
  if (found === undefined) {
    return voice.message([paragraph(voice.say('staff-release-unknown', { number }))], { refused: true });
  }
  const { selection, hold, reason, released } = found;
  const { moving, staying, fingerprint } = await quarantines.countHeld(number);
  if (released !== null && moving + staying === 0) {
    return voice.message([paragraph(voice.say('staff-release-already', { number }))]);
  }
  const order: Release = { kind: 'release', number, expected: hold ? null : fingerprint };
  const code = await asker.confirmations.keep(order, asker.who, asker.room);
  return voice.message(
    [
      heading(voice.say('staff-release-heading', { number, what: nameOf(voice, selection, hold) })),
      paragraph(voice.say('staff-release-count', { count: moving })),
      ...(staying === 0 ? [] : [paragraph(voice.say('staff-release-staying', { count: staying }))]),
      paragraph(voice.say('staff-reason', { reason: isolated(reason) })),
      ...confirmationTime(desk),
    ],
    {
      confirm: {
        code,
        label: voice.say('staff-button-release'),
        cancelLabel: voice.say('staff-button-cancel'),
      },
    },
  );
}

async function listMessage({ voice, ledger }: DeskContext): Promise<StaffMessage> {
  const all = await ledger.staff.quarantines.list();
  if (all.length === 0) return voice.message([paragraph(voice.say('staff-list-none'))]);
  // Quarantines in force come first: staff can still decide about them.
  const ordered = [
    ...all.filter(({ released }) => released === null),
    ...all.filter(({ released }) => released !== null),
  ];
  const older = ordered.length - MAX_LISTED;
  return voice.message([
    heading(voice.say('staff-list-heading')),
    ...ordered.slice(0, MAX_LISTED).flatMap((quarantine) => entryOf(voice, quarantine)),
    ...(older <= 0 ? [] : [paragraph(voice.say('staff-list-older', { count: older }))]),
  ]);
}

function changed({ voice }: DeskContext, message: StaffMessage): StaffMessage {
  const { body, confirm, refused } = message;
  if (refused) return message;
  return voice.message(
    [paragraph(voice.say('staff-confirm-changed')), ...body],
    confirm === undefined ? {} : { confirm },
  );
}

/** Tells the room what was done, by whom (the same short id as in the list), and the new total. */
async function newsWithTotal(desk: DeskContext, { who }: Asker, done: Block[]): Promise<StaffMessage> {
  const { voice, ledger } = desk;
  const total = await totalNow(desk);
  const by = prefixOf(ledger.staff.keyed(who));
  return voice.message(
    [
      ...done,
      paragraph(voice.say('staff-done-by', { who: by })),
      paragraph(voice.say('staff-total-heading', { total })),
    ],
    { news: true },
  );
}
