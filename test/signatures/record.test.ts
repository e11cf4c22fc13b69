import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, parseRecord } from '../../src/signatures/record.js';

const shown = (text: string) => ({ locale: 'en', version: text.repeat(64) });
const FOUR_TEXTS = { demands: shown('a'), letter: shown('b'), privacy: shown('c'), consent: shown('d') };
const RECORD = {
  nonce: 'bm9uY2U=',
  day: '2026-11-28',
  locale: 'en',
  channel: 'telegram',
  sealed: 'c2VhbGVk',
  evidence: {
    texts: FOUR_TEXTS,
    petition: { day: '2026-11-27', button: 'consent.agree' },
    name: { day: '2026-11-28' },
  },
};

describe('a signature of version 2, from before there was a short privacy notice', () => {
  const stored = JSON.stringify({ version: 2, ...RECORD });

  test('is read', () => {
    expect(parseRecord(stored, 'telegram')).toEqual({ version: 2, ...RECORD });
  });

  test('keeps its fingerprint, which its name is sealed with', () => {
    const record = parseRecord(stored, 'telegram');
    const texts = Object.entries(FOUR_TEXTS).map(([name, { locale, version }]) => [name, locale, version]);
    const said = ['2026-11-28', 'en', 'telegram', texts, '2026-11-27', 'consent.agree', '2026-11-28'];
    const expected = createHash('sha256').update(JSON.stringify(said)).digest('hex');
    expect(record && fingerprintOf(record)).toBe(expected);
  });
});

describe('a signature of version 3', () => {
  test('needs the short notice in its evidence', () => {
    expect(parseRecord(JSON.stringify({ version: 3, ...RECORD }), 'telegram')).toBeNull();
    const texts = { ...FOUR_TEXTS, notice: shown('e') };
    const whole = { version: 3, ...RECORD, evidence: { ...RECORD.evidence, texts } };
    expect(parseRecord(JSON.stringify(whole), 'telegram')).toEqual(whole);
  });

  test('has another fingerprint for another short notice', () => {
    const withNotice = (notice: string) => {
      const texts = { ...FOUR_TEXTS, notice: shown(notice) };
      const record = { version: 3, ...RECORD, evidence: { ...RECORD.evidence, texts } };
      const parsed = parseRecord(JSON.stringify(record), 'telegram');
      return parsed && fingerprintOf(parsed);
    };
    expect(withNotice('e')).not.toBe(withNotice('f'));
  });
});
