import { expect, it } from 'vitest';
import { hasAddress } from '../../../src/conversation/address.js';
import { CONTENT_DIR } from '../../../src/paths.js';
import type { OpenedSignature } from '../../../src/signatures/export/collect.js';
import { readNameLists } from '../../../src/signatures/export/name-lists.js';
import { reviewNames } from '../../../src/signatures/export/review.js';
import { day } from '../../support/day.js';

const lists = readNameLists(CONTENT_DIR);
const DAY = day('2026-03-01');
const SHOWN = { locale: 'en', version: 'a' };

function signedAs(name: string | null, locale = 'en'): OpenedSignature {
  return {
    name,
    omitted: null,
    button: 'name.typed',
    locale,
    channel: 'telegram',
    status: 'counted',
    day: DAY,
    evidence: {
      texts: { demands: SHOWN, letter: SHOWN, privacy: SHOWN, consent: SHOWN },
      petition: { day: DAY, button: 'consent.agree' },
      name: { day: DAY },
    },
  };
}

function review(...signatures: readonly OpenedSignature[]) {
  return reviewNames(signatures, { lists, locales: ['en', 'fr', 'ar', 'es', 'nl', 'de'], hasAddress });
}

it.each([
  ['Mickey Mouse', ['joke name']],
  ['mickey  MOUSE Jr.', ['joke name']],
  ['Max Mustermann', ['joke name']],
  ['فلان الفلاني', ['joke name']],
  ['Donald Trump', ['famous name']],
  ['President Emmanuel Macron', ['famous name']],
  ['محمد السّادس', ['famous name']],
  ['Geert  Wilders', ['famous name']],
  ['Peter Arschloch', ['profanity']],
  ['Un Connard', ['profanity']],
  ['شرموطة', ['profanity']],
  ['casino777.com', ['link or address']],
  ['@amal', ['link or address']],
  ['A', ['single letters']],
  ['A. B.', ['single letters']],
  ['AMAL BENALI', ['all capitals']],
  ['DONALD DUCK', ['joke name', 'all capitals']],
])('a person should look at %s', (name, found) => {
  expect(review(signedAs(name))).toEqual([{ name, found, signatures: 1, locales: ['en'] }]);
});

it.each([
  'Amal Benali',
  'Nasser Zefzafi',
  'J. R. R. Tolkien-Smith',
  'Dickson Cockburn',
  'Charles Duchesse',
  'آمال بنت عبد الرحمٰن',
  '王小明',
  'JO',
  'McDonald',
  'Donald Duckworth',
  'Élise L’Écuyer',
])('nothing is wrong with %s', (name) => {
  expect(review(signedAs(name))).toEqual([]);
});

it('same names are found in every spelling, with their number and languages, after all others', () => {
  expect(
    review(
      signedAs('Amal'),
      signedAs('Amal', 'fr'),
      signedAs('amál'),
      signedAs('Nadia'),
      signedAs(null),
      signedAs(null),
      signedAs('Homer Simpson'),
    ),
  ).toEqual([
    { name: 'Homer Simpson', found: ['joke name'], signatures: 1, locales: ['en'] },
    { name: 'Amal', found: ['same name, 3 times'], signatures: 2, locales: ['en', 'fr'] },
    { name: 'amál', found: ['same name, 3 times'], signatures: 1, locales: ['en'] },
  ]);
});
