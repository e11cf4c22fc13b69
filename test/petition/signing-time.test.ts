import { describe, expect, test } from 'vitest';
import { createFormats, plainRules } from '../../src/petition/formats.js';
import { closingMoment, NEW_CAMPAIGN, openingMoment, phaseAt } from '../../src/petition/petition.js';
import type { Settings } from '../../src/petition/settings.js';
import {
  beginningOf,
  endOf,
  formatSigningTime,
  type SigningTime,
  writtenSigningTime,
} from '../../src/petition/signing-time.js';
import { day } from '../support/day.js';
import { sample } from '../transcripts/sample.js';

const petition = await sample();

function read(written: string): SigningTime {
  return writtenSigningTime.parse(written);
}

function remedyFor(written: unknown): string | undefined {
  return writtenSigningTime.safeParse(written).error?.issues[0]?.message;
}

describe('a time in the settings', () => {
  test('is a whole day in UTC, from its beginning to its end', () => {
    const time = read('2027-01-15');
    expect(beginningOf(time)).toEqual(new Date('2027-01-15T00:00:00Z'));
    expect(endOf(time)).toEqual(new Date('2027-01-16T00:00:00Z'));
  });

  test.each([
    ['2027-01-15T18:00 America/Toronto', '2027-01-15T23:00:00Z'],
    ['2027-07-15T18:00 America/Toronto', '2027-07-15T22:00:00Z'],
    ['2027-01-15T18:00 UTC', '2027-01-15T18:00:00Z'],
    ['2027-01-15T00:30 Asia/Kolkata', '2027-01-14T19:00:00Z'],
    ['2027-01-15T00:30 Pacific/Kiritimati', '2027-01-14T10:30:00Z'],
    // The hours right before and after a change of clocks in Toronto, in spring and in autumn.
    ['2027-03-14T01:59 America/Toronto', '2027-03-14T06:59:00Z'],
    ['2027-03-14T03:00 America/Toronto', '2027-03-14T07:00:00Z'],
    ['2027-11-07T00:59 America/Toronto', '2027-11-07T04:59:00Z'],
    ['2027-11-07T02:00 America/Toronto', '2027-11-07T07:00:00Z'],
    // Clocks in Casablanca go back an hour for Ramadan.
    ['2027-02-07T04:00 Africa/Casablanca', '2027-02-07T04:00:00Z'],
  ])('%s is the moment %s', (written, moment) => {
    expect(beginningOf(read(written))).toEqual(new Date(moment));
    expect(endOf(read(written))).toEqual(new Date(moment));
  });

  test.each([
    ['2027-03-14T02:30 America/Toronto', 'clocks in America/Toronto skip this one on that day'],
    ['2027-11-07T01:30 America/Toronto', 'clocks in America/Toronto show this one twice on that day'],
    ['2027-10-31T02:00 Europe/Amsterdam', 'clocks in Europe/Amsterdam show this one twice on that day'],
    ['2027-01-15T18:00 America/Rif', 'write a time zone that Node.js knows'],
    ['2027-01-15T18:00 +01:00', 'write a time zone that Node.js knows'],
    ['2027-01-15T18:00', 'an hour with its time zone'],
    ['2027-01-15T24:00 UTC', 'an hour with its time zone'],
    ['2027-02-30T18:00 UTC', 'an hour with its time zone'],
    ['2027-02-30', 'write a day as 2027-01-15'],
    ['soon', 'write a day as 2027-01-15'],
    [20270115, 'write a day as 2027-01-15'],
  ])('%s is refused, with what to write instead', (written, remedy) => {
    expect(remedyFor(written)).toContain(remedy);
  });

  test.each([
    ['2027-01-15', 'fr', '15 janvier 2027'],
    ['2027-01-15T18:00 America/Toronto', 'fr', '15 janvier 2027 à 18:00 (heure de l’Est nord-américain)'],
    ['2027-01-15T18:00 Europe/Amsterdam', 'nl', '15 januari 2027 om 18:00 (Midden-Europese tijd)'],
    ['2027-01-15T18:00 Africa/Casablanca', 'es', '15 de enero de 2027 a las 18:00 (hora de Marruecos)'],
    ['2027-01-15T18:00 UTC', 'de', '15. Januar 2027 um 18:00 (Koordinierte Weltzeit)'],
  ])('%s reads in %s: %s', (written, locale, shown) => {
    expect(formatSigningTime(createFormats(plainRules(locale)), read(written)).replaceAll(/\s/g, ' ')).toBe(
      shown,
    );
  });
});

describe('the phase', () => {
  const between: Settings = {
    ...petition.settings,
    opens: read('2027-01-15T18:00 America/Toronto'),
    closes: read('2027-03-14T03:00 America/Toronto'),
    keepUntil: day('2028-11-01'),
  };

  test.each([
    ['2027-01-15T22:59:59.999Z', 'upcoming'],
    ['2027-01-15T23:00:00Z', 'open'],
    ['2027-03-14T06:59:59.999Z', 'open'],
    ['2027-03-14T07:00:00Z', 'closed'],
  ])('at %s is %s where hours are set', (moment, phase) => {
    expect(phaseAt(between, NEW_CAMPAIGN, new Date(moment))).toBe(phase);
  });

  test('has the moments at which it changes', () => {
    expect(openingMoment(between)).toEqual(new Date('2027-01-15T23:00:00Z'));
    expect(closingMoment(between)).toEqual(new Date('2027-03-14T07:00:00Z'));
    const unlimited = { ...between, opens: undefined, closes: undefined };
    expect([openingMoment(unlimited), closingMoment(unlimited)]).toEqual([null, null]);
  });

  test('is closed from the last day for the names on, also while it is paused', () => {
    const unlimited = { ...between, opens: undefined, closes: undefined };
    expect(phaseAt(unlimited, NEW_CAMPAIGN, new Date('2028-10-31T23:59:59Z'))).toBe('open');
    expect(phaseAt(unlimited, NEW_CAMPAIGN, new Date('2028-11-01T00:00:00Z'))).toBe('closed');
    expect(phaseAt(unlimited, { ...NEW_CAMPAIGN, paused: true }, new Date('2028-11-01'))).toBe('closed');
  });
});
