import { describe, expect, test } from 'vitest';
import { checkOutcome } from '../../src/cli/checks/outcome.js';
import { loadPetition } from '../../src/petition/load.js';
import { NEW_CAMPAIGN, type Petition } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import type { Settings } from '../../src/petition/settings.js';
import { writtenSigningTime } from '../../src/petition/signing-time.js';
import { statusAt } from '../../src/petition/status.js';
import { closingLines, introduction, shareText, totalLine } from '../../src/petition/status-texts.js';
import { day } from '../support/day.js';
import { ContentCopy, SAMPLE_CONTENT } from './content-copy.js';

function load(contentDir = SAMPLE_CONTENT): Petition {
  return loadPetition({ contentDir, petition: 'sample', organiser: null });
}
const petition = load();

/** The sample's settings with this end of signing. */
function closing(at: string | null): Settings {
  const { closes: _closes, ...settings } = petition.settings;
  return at === null ? settings : { ...settings, closes: writtenSigningTime.parse(at) };
}

function said(settings: Settings, now: string, locale = 'en'): string {
  const status = statusAt(settings, NEW_CAMPAIGN, new Date(now));
  return plainText(closingLines(petition.texts(locale), status)).replace(/[\u2066-\u2069]/g, '');
}

describe('when signing closes', () => {
  test('is counted down in days of the time zone in which it closes', () => {
    const settings = closing('2027-01-15T18:00 America/Toronto');
    // In Toronto it is still the 12th, in Casablanca the 13th.
    expect(said(settings, '2027-01-13T03:00:00Z')).toMatch(/^You can sign until 15 January 2027, 18:00/);
    expect(said(settings, '2027-01-13T06:00:00Z')).toMatch(/^Closes in 2 days/);
    expect(said(settings, '2027-01-15T04:00:00Z')).toMatch(/^Closes tomorrow/);
    expect(said(settings, '2027-01-15T22:59:00Z')).toBe('Closes today at 18:00 (Toronto time).');
    expect(said(settings, '2027-01-15T23:00:00Z')).toBe('');
  });

  test('stays the same hour over a change of clocks', () => {
    const settings = closing('2027-03-15T18:00 America/Toronto');
    expect(said(settings, '2027-03-13T12:00:00Z')).toContain('15 March 2027, 18:00 (Toronto time)');
    expect(said(settings, '2027-03-15T21:59:00Z')).toBe('Closes today at 18:00 (Toronto time).');
    expect(said(settings, '2027-03-15T22:00:00Z')).toBe('');
  });

  test('names the time zone in the language of the reader', () => {
    const settings = closing('2027-01-15T18:00 Africa/Casablanca');
    expect(said(settings, '2027-01-15T12:00:00Z')).toBe('Closes today at 18:00 (Casablanca time).');
    expect(said(settings, '2027-01-15T12:00:00Z', 'ar')).toContain('18:00 (توقيت المغرب)');
    expect(said(closing('2027-01-15T18:00 UTC'), '2027-01-15T12:00:00Z')).toBe(
      'Closes today at 18:00 (UTC).',
    );
  });

  test('includes the whole day where there is no hour', () => {
    expect(said(closing('2027-01-15'), '2027-01-15T23:59:00Z')).toMatch(
      /^Closes today: .*end of the day \(UTC\)/,
    );
    expect(said(closing('2027-01-15'), '2027-01-16T00:00:00Z')).toBe('');
  });

  test('is told in the last days before the names are erased, where nothing else closes the petition', () => {
    const settings = { ...closing(null), keepUntil: day('2027-06-01') };
    expect(said(settings, '2027-05-01T12:00:00Z')).toBe('');
    expect(said(settings, '2027-05-31T12:00:00Z')).toMatch(/^Closes today/);
    expect(said(settings, '2027-06-01T00:00:00Z')).toBe('');
  });

  test('is not told while nobody can sign', () => {
    const status = statusAt(closing('2027-01-15'), { ...NEW_CAMPAIGN, paused: true }, new Date('2027-01-14'));
    expect(status.closing).toBeNull();
  });
});

describe('an outcome', () => {
  const closed = { phase: 'closed', delivered: day('2027-01-20'), closing: null } as const;
  const open = { phase: 'open', delivered: null, closing: null } as const;

  function withOutcome(): ContentCopy {
    const copy = new ContentCopy();
    copy.write('sample/en/outcome.md', 'The well is **open** again.');
    copy.write('sample/ar/outcome.md', 'فُتحت البئر من جديد.');
    return copy;
  }

  test('takes the place of the texts that ask people to sign, from the closing on', () => {
    using copy = withOutcome();
    const told = load(copy.dir);
    const texts = told.texts('en');
    expect(plainText(introduction(texts, closed))).toBe('The well is open again.');
    expect(plainText(introduction(texts, open))).not.toContain('open again');
    expect(shareText(texts, closed)).toContain('what came of it');
    expect(shareText(texts, open)).toBe(texts.share);
    expect(totalLine(told, texts, closed, 785)).toBe('In all, 785 people took action.');
  });

  test('is optional: without it a closed petition has its own text, and says when the letter was handed over', () => {
    const texts = petition.texts('en');
    expect(texts.outcome).toBeNull();
    expect(plainText(introduction(texts, closed))).toContain('handed over on 20 January 2027');
    expect(shareText(texts, closed)).toBe(
      `${texts.headline} – the story, the demands and the letter, to read here.`,
    );
  });

  test('is mentioned by check, as something that waits while the petition is open', () => {
    using copy = withOutcome();
    expect(checkOutcome(petition, 'open')).toEqual([]);
    expect(checkOutcome(load(copy.dir), 'open')).toMatchObject([{ ok: true, warning: true }]);
    expect(checkOutcome(load(copy.dir), 'closed')[0]).not.toHaveProperty('warning');
  });
});
