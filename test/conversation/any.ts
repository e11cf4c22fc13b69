import fc from 'fast-check';
import { type Conversation, STEPS } from '../../src/conversation/conversation.js';
import {
  type Action,
  COMMANDS,
  type Event,
  OPENINGS,
  type Surroundings,
} from '../../src/conversation/event.js';
import type { Facts } from '../../src/conversation/facts.js';
import { ACCOUNT_AGES } from '../../src/petition/change.js';
import { day } from '../support/day.js';

/** Anything that fits the types, for fast-check: whatever a store, a platform or a forger can come up with. */

export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'Amal',
    '\u202Ex',
    'a\ud800',
    '',
    'x'.repeat(5000),
    'RECPT-00001',
    'https://example.org',
    'Stop',
  ),
);

const anyLocale = fc.constantFrom('en', 'ar', 'fr', 'xx', '');
const tag = fc.stringMatching(/^[A-Za-z0-9_-]{6}$/);
const actions = [
  'forward',
  'whole',
  'privacy',
  'back',
  'home',
  'agree',
  'anonymous',
  'offered',
  'typed',
  'write',
  'receipt',
];
const moreActions = [
  'updates',
  'subscribe',
  'stop',
  'open',
  'withdraw',
  'keep',
  'ask',
  'resume',
  'language',
  'begin',
  'share',
  'mydata',
  'read',
  'command',
  'correct',
  'name',
];

/** Codes of the right form, whoever's and wherever from, and some of no form at all. */
export function anyCode(tags: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const wellFormed = code(tags, fc.constantFrom(...STEPS, 'note', 'update'), fc.integer({ min: 0, max: 40 }));
  return fc.oneof(
    { weight: 4, arbitrary: wellFormed },
    { weight: 1, arbitrary: fc.string({ maxLength: 80 }) },
  );
}

/** Codes that fit where somebody stands, as far as scope and revision go, and any others. */
export function anyCodeFor({ tag, conversation }: Facts): fc.Arbitrary<string> {
  const own = fc.constant(tag);
  if (conversation === null) return anyCode(own);
  const { place, screen, note } = conversation;
  return fc.oneof(
    { weight: 3, arbitrary: code(own, fc.constant(place.step), fc.constant(screen)) },
    { weight: 2, arbitrary: code(own, fc.constant('note'), fc.constant(note)) },
    { weight: 1, arbitrary: anyCode(own) },
  );
}

function code(
  tags: fc.Arbitrary<string>,
  scopes: fc.Arbitrary<string>,
  revisions: fc.Arbitrary<number>,
): fc.Arbitrary<string> {
  return fc
    .tuple(
      tags,
      revisions,
      scopes,
      fc.constantFrom(...actions, ...moreActions),
      fc.option(anyLocale, { nil: null }),
    )
    .map(([owner, revision, scope, action, argument]) =>
      [`${owner}${revision.toString(36)}`, scope, action, ...(argument === null ? [] : [argument])].join('.'),
    );
}

function anyAction(code: fc.Arbitrary<string>): fc.Arbitrary<Action> {
  return fc.oneof(
    fc
      .record(
        { command: fc.constantFrom(...COMMANDS), argument: anyText, source: fc.constantFrom('poster', 'x') },
        { requiredKeys: ['command'] },
      )
      .map((command) => ({ kind: 'command' as const, ...command })),
    code.map((pressed) => ({ kind: 'press' as const, code: pressed })),
    fc.record({ kind: fc.constant('form' as const), code, text: anyText }),
    fc.record({ kind: fc.constant('text' as const), text: anyText }),
  );
}

/** The page of this petition or of another, with every way to begin. */
const anyPage: fc.Arbitrary<Surroundings> = fc.record(
  {
    petition: fc.constantFrom('sample', 'other'),
    locale: anyLocale,
    open: fc.boolean(),
    opening: fc.constantFrom(...OPENINGS),
  },
  { requiredKeys: ['petition', 'locale', 'open'] },
);

export function anyEvent(code: fc.Arbitrary<string>): fc.Arbitrary<Event> {
  return fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 12 }),
      action: anyAction(code),
      displayName: anyText,
      languages: fc.array(fc.oneof(anyLocale, anyText), { maxLength: 3 }),
      accountAge: fc.constantFrom(...ACCOUNT_AGES),
      updates: fc.constant(true as const),
      page: anyPage,
    },
    { requiredKeys: ['id', 'action'] },
  );
}

const anyShown = fc.record({ locale: anyLocale, version: fc.oneof(fc.constant('?'), fc.string()) });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyDay = fc.constantFrom(day('2026-03-10'), day('2028-02-29'), day('9999-12-31'));

const anyConversation: fc.Arbitrary<Conversation> = fc.record({
  version: fc.constant(1 as const),
  revision: fc.integer({ min: 1, max: 40 }),
  locale: anyLocale,
  place: fc.oneof(
    fc.record({
      step: fc.constant('welcome' as const),
      after: maybe(fc.constantFrom('withdrawn' as const, 'cancelled' as const, 'declined' as const)),
    }),
    fc.record({ step: fc.constant('story' as const), page: fc.constantFrom('village', 'gone', '') }),
    fc.record({
      step: fc.constantFrom('whole' as const, 'letter' as const, 'consent' as const, 'thanks' as const),
    }),
    fc.record({ step: fc.constant('name' as const), offered: maybe(anyText), typed: maybe(anyText) }),
  ),
  screen: fc.integer({ min: 0, max: 40 }),
  made: maybe(fc.string()),
  note: fc.integer({ min: 0, max: 40 }),
  shown: fc.record({
    story: fc.array(fc.constantFrom('village', 'well', 'closure', 'gone')),
    demands: maybe(anyShown),
    letter: maybe(anyShown),
    notice: maybe(anyShown),
    privacy: maybe(anyShown),
    consent: maybe(anyShown),
  }),
  agreed: maybe(fc.record({ day: anyDay, notice: maybe(anyShown), privacy: anyShown, consent: anyShown })),
  correcting: fc.boolean(),
  question: maybe(fc.oneof(fc.constant('receipt' as const), fc.record({ typed: anyText }))),
  source: maybe(fc.string()),
  handled: fc.array(fc.string(), { maxLength: 30 }),
});

const anyEvidence = fc.record({
  texts: fc.record({
    demands: anyShown,
    letter: anyShown,
    notice: anyShown,
    privacy: anyShown,
    consent: anyShown,
  }),
  petition: fc.record({ day: anyDay, button: fc.string() }),
  name: fc.record({ day: anyDay }),
});

export const anyStanding: fc.Arbitrary<Facts> = fc.record({
  conversation: maybe(anyConversation),
  signature: maybe(
    fc.record({
      day: anyDay,
      locale: anyLocale,
      status: fc.constantFrom('counted', 'set-aside'),
      evidence: anyEvidence,
      sealed: fc.boolean(),
      receipt: fc.string(),
    }),
  ),
  formerConsent: maybe(anyText),
  updates: maybe(
    fc.record({ evidence: maybe(fc.record({ text: anyShown, day: anyDay, button: fc.string() })) }),
  ),
  formerUpdates: maybe(anyText),
  total: fc.nat(),
  now: fc.date({ noInvalidDate: true }),
  today: anyDay,
  phase: fc.constantFrom('upcoming', 'open', 'paused', 'closed'),
  delivered: maybe(anyDay),
  closing: maybe(
    fc.record({
      day: anyDay,
      time: maybe(fc.constantFrom('00:00', '18:00')),
      zone: fc.constantFrom('UTC', 'America/Toronto', 'Africa/Casablanca'),
      daysLeft: fc.nat({ max: 9 }),
    }),
  ),
  erased: maybe(anyDay),
  tag,
  receiptFound: maybe(fc.boolean()),
  nextReceipt: fc.string(),
  preview: fc.boolean(),
});
