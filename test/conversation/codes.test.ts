import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Code, parseCode, writeCode } from '../../src/conversation/code.js';
import { STEPS } from '../../src/conversation/conversation.js';
import { formOf } from '../../src/conversation/form.js';
import type { Petition } from '../../src/petition/petition.js';
import { sample } from '../transcripts/sample.js';

describe("a button's code", () => {
  test('holds the tag of a person, the revision of a screen, and an action', () => {
    const code: Code = { tag: 'k3Xp_-', revision: 51, scope: 'story', action: 'forward', argument: null };
    expect(writeCode(code)).toBe('k3Xp_-1f.story.forward');
    expect(parseCode('k3Xp_-1f.story.forward')).toEqual(code);
  });

  test('can carry a language', () => {
    expect(parseCode('k3Xp_-0.note.language.pt-BR')).toEqual({
      tag: 'k3Xp_-',
      revision: 0,
      scope: 'note',
      action: 'language',
      argument: 'pt-BR',
    });
  });

  test('is parsed back to what was written', () => {
    const codes = fc.record({
      tag: fc.stringMatching(/^[A-Za-z0-9_-]{6}$/),
      revision: fc.maxSafeNat(),
      scope: fc.constantFrom(...STEPS, 'note' as const, 'update' as const),
      action: fc.constantFrom('forward', 'agree', 'anonymous'),
      argument: fc.constantFrom(null, 'en', 'pt-BR'),
    });
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseCode(writeCode(code))).toEqual(code);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['words', 'hello'],
    ['no revision', 'k3Xp_-.story.forward'],
    ['a revision with a zero in front', 'k3Xp_-01.story.forward'],
    ['a revision in capitals', 'k3Xp_-1F.story.forward'],
    ['a revision beyond counting', 'k3Xp_-zzzzzzzzzzz.story.forward'],
    ['a step that there is not', 'k3Xp_-1.stories.forward'],
    ['a property of every object', 'k3Xp_-1.constructor.forward'],
    ['no action', 'k3Xp_-1.story.'],
    ['an action in capitals', 'k3Xp_-1.story.Forward'],
    ['an empty argument', 'k3Xp_-1.story.forward.'],
    ['too many parts', 'k3Xp_-1.story.forward.en.ar'],
    ['a line break behind it', 'k3Xp_-1.story.forward\n'],
    ['a space before it', ' k3Xp_-1.story.forward'],
    ['another digit of one', 'k3Xp_-１.story.forward'],
    ['65 characters', `k3Xp_-1.note.language.${'a'.repeat(43)}`],
  ])('is nothing that holds %s', (_what, code) => {
    expect(parseCode(code)).toBeNull();
  });
});

describe("the form that a button opens follows from its code alone, in the code's language", () => {
  let petition: Petition;
  beforeAll(async () => {
    petition = await sample();
  });

  test('for a name and for a receipt', () => {
    const { words } = petition.texts('ar');
    expect(formOf(petition, 'k3Xp_-5.name.write.ar')?.title).toBe(words.say('name-form-title'));
    expect(formOf(petition, 'k3Xp_-5.note.receipt.ar')?.title).toBe(words.say('receipt-form-title'));
  });

  test.each([
    ['presses only', 'k3Xp_-5.name.anonymous'],
    ['has the action of a form, at another step', 'k3Xp_-5.story.write.en'],
    ['names no language', 'k3Xp_-5.name.write'],
    ['names a language that the petition does not have', 'k3Xp_-5.name.write.fr'],
    ['was made up', 'whatever'],
  ])('and for none that %s', (_what, code) => {
    expect(formOf(petition, code)).toBeNull();
  });
});
