import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReceipt, receiptFrom } from '../../src/signatures/receipt.js';

const receipts = fc
  .string()
  .map((seed) => receiptFrom(createHash('sha256').update(seed).digest('base64url')));

describe('a receipt', () => {
  it('is four groups of five characters that are hard to confuse', () => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
      }),
    );
  });

  it('carries the first hundred bits of the hash', () => {
    const hash = (hex: string) => Buffer.from(hex.padEnd(64, 'f'), 'hex').toString('base64url');
    expect(receiptFrom(hash('00'.repeat(32)))).toBe('00000-00000-00000-00000');
    expect(receiptFrom(hash('ff'.repeat(32)))).toBe('ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ');
    expect(receiptFrom(hash('0000000000000000000000001'))).toBe('00000-00000-00000-00001');
    expect(receiptFrom(hash('8000000000000000000000000'))).toBe('G0000-00000-00000-00000');
  });

  it('is read in any spelling', () => {
    fc.assert(
      fc.property(receipts, fc.constantFrom('', ' ', '  ', '-', '–', '\u00a0'), (receipt, between) => {
        const loose = receipt.replaceAll('-', between);
        expect(parseReceipt(loose)).toBe(receipt);
        expect(parseReceipt(` ${loose.toLowerCase()}\n`)).toBe(receipt);
        expect(parseReceipt(loose.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(receipt);
        expect(parseReceipt(loose.replaceAll('0', 'o').replaceAll('1', 'I'))).toBe(receipt);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['too short', '00000-00000-00000-0000'],
    ['too long', '00000-00000-00000-000000'],
    ['with a letter that receipts do not have', 'UUUUU-00000-00000-00000'],
    ['other words', 'please withdraw mine'],
    ['dashes alone', '-'.repeat(20)],
    ['far too much', '0'.repeat(1_000_000)],
  ])('is not %s', (_, text) => {
    expect(parseReceipt(text)).toBeNull();
  });
});
