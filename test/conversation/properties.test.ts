import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { advance, current } from '../../src/conversation/advance.js';
import { MAX_CODE_BYTES, parseCode } from '../../src/conversation/code.js';
import { conversationSchema, HANDLED_EVENTS } from '../../src/conversation/conversation.js';
import type { Event } from '../../src/conversation/event.js';
import { formOf } from '../../src/conversation/form.js';
import type { Message } from '../../src/conversation/message.js';
import { checkName } from '../../src/conversation/name.js';
import { dayOf } from '../../src/day.js';
import type { Petition } from '../../src/petition/petition.js';
import type { WorldChange } from '../transcripts/format.js';
import { sample } from '../transcripts/sample.js';
import { createWorld } from '../transcripts/world.js';
import { anyCode, anyCodeFor, anyEvent, anyStanding, anyText } from './any.js';
import { Oracle } from './oracle.js';
import { People } from './people.js';

let petition: Petition;
beforeAll(async () => {
  petition = await sample();
});

/** What happens next: mostly somebody goes on, now and then the world turns or somebody tries something. */
type Happening =
  | { readonly kind: 'first' }
  | { readonly kind: 'button'; readonly which: number; readonly text: string | null }
  /** Goes on with correcting the name; asks for the own data where there is no button for that. */
  | { readonly kind: 'correct' }
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'world'; readonly change: WorldChange };

const ME = 'me';
const OTHER = 'other';

const worldChange = fc
  .oneof(
    fc.record({ phase: fc.constantFrom('upcoming', 'open', 'open', 'closed') }),
    fc.record({ days: fc.integer({ min: 1, max: 60 }) }),
    fc.record({
      edit: fc.record({
        text: fc.constantFrom('demands', 'letter', 'privacy', 'consent'),
        locale: fc.constantFrom('en', 'ar'),
      }),
    }),
    fc.record({
      story: fc.uniqueArray(fc.constantFrom('village', 'well', 'closure', 'river'), { minLength: 1 }),
    }),
    fc.record({ locales: fc.constantFrom<string[]>(['en', 'ar'], ['en'], ['ar'], ['ar', 'en']) }),
    fc.record({ forgotten: fc.constant(ME) }),
  )
  .map((change): WorldChange => change);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 24, arbitrary: fc.constant({ kind: 'first' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('button' as const),
      which: fc.nat(),
      text: fc.option(anyText, { nil: null }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: anyEvent(anyCode(fc.constantFrom('tag000', 'tag001'))),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('world' as const), change: worldChange }) },
);

/** Now and then three steps in a row: the own data, the button there, and a new choice. */
const happenings = fc
  .array(
    fc.oneof(
      { weight: 25, arbitrary: happening.map((one) => [one]) },
      { weight: 1, arbitrary: fc.constant(Array<Happening>(3).fill({ kind: 'correct' })) },
    ),
    { minLength: 8, maxLength: 60 },
  )
  .map((parts) => parts.flat());

/** One person's life with the petition. Checks every turn; gives how often a signature was made. */
function live(happenings: readonly Happening[]): { signatures: number; corrections: number } {
  const world = createWorld(petition);
  const people = new People(world.petition);
  const oracle = new Oracle();
  const codes: string[] = [];
  let last: Message | null = null;
  let signatures = 0;
  let corrections = 0;

  happenings.forEach((happening, index) => {
    if (happening.kind === 'world') {
      world.change(happening.change);
      if (happening.change.forgotten !== undefined) {
        people.forget(ME);
        oracle.ended();
      }
      return;
    }
    const event = { ...eventOf(happening, last, codes), id: `event-${index}` };
    const today = dayOf(world.now());
    const facts = people.facts(ME, today, event);
    oracle.did(world.petition, event);
    const { conversation, messages, change } = advance(world.petition, facts, event);

    expect(messages.length).toBeGreaterThan(0);
    expect(conversation.revision).toBe((facts.conversation?.revision ?? 0) + 1);
    expect(conversation.handled.at(-1)).toBe(event.id);
    expect(conversation.handled.length).toBeLessThanOrEqual(HANDLED_EVENTS);
    expect(conversationSchema.parse(JSON.parse(JSON.stringify(conversation)))).toEqual(conversation);
    expect(conversation.agreed === null || conversation.place.step === 'name').toBe(true);
    expect(oracle.objection(world.petition, facts, event, change)).toBeNull();
    for (const message of messages) {
      expectWellMade(world.petition, message);
      codes.push(...codesOf(message));
    }
    if (change.kind === 'sign' || change.kind === 'correct') {
      if (change.kind === 'sign') signatures += 1;
      else corrections += 1;
      oracle.signed(change.evidence.texts);
      if (change.name !== null) expect(checkName(change.name)).toEqual({ ok: true, name: change.name });
      expect(JSON.stringify({ ...conversation, handled: [] })).not.toContain(change.name ?? 'no name');
    }
    // Throws where there is nothing to sign over or to withdraw.
    people.commit(ME, today, conversation, change);
    if (change.kind === 'withdraw') oracle.signed(null);
    if (change.kind !== 'none' || conversation.place.step === 'welcome') oracle.ended();
    for (const message of messages) oracle.saw(world.petition, message);
    expect(current(world.petition, people.facts(ME, today, null)).length).toBeGreaterThan(0);
    last = messages[messages.length - 1] ?? null;
  });
  return { signatures, corrections };
}

function eventOf(
  happening: Exclude<Happening, { kind: 'world' }>,
  last: Message | null,
  codes: string[],
): Event {
  if (happening.kind === 'event') return happening.event;
  if (happening.kind === 'correct') {
    const wanted = [/\.note\.correct$/, /\.name\.typed$/, /\.name\.anonymous$/, /\.consent\.agree$/];
    const code = wanted.flatMap((one) =>
      last === null ? [] : codesOf(last).filter((code) => one.test(code)),
    )[0];
    const action = code === undefined ? ({ kind: 'command', command: 'mydata' } as const) : press(code);
    return { id: '', action, displayName: 'Amal', languages: ['en'], canBeMessaged: true };
  }
  const first = last === null ? undefined : codesOf(last)[0];
  if (happening.kind === 'first') {
    const action = first === undefined ? ({ kind: 'command', command: 'sign' } as const) : press(first);
    return { id: '', action, displayName: 'Amal', languages: ['en'], canBeMessaged: true };
  }
  // Any button of any message so far, most often a late one.
  const code = codes.at(-1 - (happening.which % Math.max(codes.length, 1))) ?? 'nothing yet';
  const action =
    happening.text === null ? press(code) : ({ kind: 'form', code, text: happening.text } as const);
  return { id: '', action, displayName: 'Amal', languages: ['ar'], canBeMessaged: true };
}

function press(code: string): Event['action'] {
  return { kind: 'press', code };
}

function codesOf(message: Message): readonly string[] {
  return message.buttons.flatMap((button) => (button.kind === 'link' ? [] : [button.code]));
}

function expectWellMade(among: Petition, message: Message): void {
  expect(among.locales).toContain(message.locale);
  expect(message.direction).toBe(among.texts(message.locale).direction);
  expect(message.body.length).toBeGreaterThan(0);
  for (const button of message.buttons) {
    expect(button.label).not.toBe('');
    if (button.kind === 'link') continue;
    expect(Buffer.byteLength(button.code)).toBeLessThanOrEqual(MAX_CODE_BYTES);
    expect(parseCode(button.code)).not.toBeNull();
    expect(formOf(among, button.code)).toEqual(button.kind === 'form' ? button.form : null);
  }
}

describe('any events in any order', () => {
  test('every event is answered, and nobody signs without having seen and agreed to the current texts', () => {
    let signatures = 0;
    let corrections = 0;
    fc.assert(
      fc.property(happenings, (life) => {
        const lived = live(life);
        signatures += lived.signatures;
        corrections += lived.corrections;
      }),
      { numRuns: 400 },
    );
    // Else none of this would say anything.
    expect(signatures).toBeGreaterThan(50);
    expect(corrections).toBeGreaterThan(10);
  });

  test('no valid state and no event makes a turn throw', () => {
    fc.assert(
      fc.property(
        anyStanding.chain((facts) => anyEvent(anyCodeFor(facts)).map((event) => [facts, event] as const)),
        ([facts, event]) => {
          const turn = advance(petition, facts, event);
          expect(turn.messages.length).toBeGreaterThan(0);
          expect(conversationSchema.parse(JSON.parse(JSON.stringify(turn.conversation)))).toEqual(
            turn.conversation,
          );
          for (const message of turn.messages) expectWellMade(petition, message);
          for (const message of current(petition, facts)) expectWellMade(petition, message);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("another person's buttons never sign", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 20 }), (choices) => {
        const world = createWorld(petition);
        const people = new People(world.petition);
        const today = dayOf(world.now());
        const does = (person: string, action: Event['action'], id: string) => {
          const event = { id, action };
          const turn = advance(world.petition, people.facts(person, today, event), event);
          people.commit(person, today, turn.conversation, turn.change);
          return turn.messages[0];
        };
        let mine = does(ME, { kind: 'command', command: 'sign' }, 'begin');
        does(OTHER, { kind: 'command', command: 'sign' }, 'begin');
        choices.forEach((choice, index) => {
          const codes = codesOf(mine);
          const code = codes[choice % Math.max(codes.length, 1)] ?? '';
          const theirs = does(OTHER, press(code), `theirs ${index}`);
          expect(theirs.role).toBe('screen');
          expect(people.conversation(OTHER).place.step).toBe('welcome');
          mine = does(ME, press(code), `mine ${index}`);
        });
        expect(people.hasSigned(OTHER)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
