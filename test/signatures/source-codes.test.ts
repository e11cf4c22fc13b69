import { describe, expect, it } from 'vitest';
import { sourceCodes } from '../../src/signatures/source-codes.js';

const pepper = Buffer.alloc(32, 1);
const codes = sourceCodes(pepper, 'zefzafi', ['newsletter']);

describe('codes of sources', () => {
  it('are accepted when the content names them, and not otherwise', () => {
    expect(codes.accepts('newsletter')).toBe(true);
    expect(codes.accepts('news')).toBe(false);
    expect(codes.accepts('')).toBe(false);
  });

  it('of a place are the same each time, and differ with the place, channel, petition and pepper', () => {
    const code = codes.mint('chat', '123456789012345678');
    expect(codes.mint('chat', '123456789012345678')).toBe(code);
    expect(codes.mint('chat', '123456789012345679')).not.toBe(code);
    expect(codes.mint('other', '123456789012345678')).not.toBe(code);
    expect(sourceCodes(Buffer.alloc(32, 2), 'zefzafi', []).mint('chat', '123456789012345678')).not.toBe(code);
    expect(sourceCodes(pepper, 'another', []).mint('chat', '123456789012345678')).not.toBe(code);
  });

  it('fit a deep link and do not show the place', () => {
    const code = codes.mint('chat', '123456789012345678');
    expect(code).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(code).not.toContain('12345');
  });

  it('are refused if they were made up or changed', () => {
    const code = codes.mint('chat', '1');
    expect(codes.accepts(code)).toBe(true);
    const flipped = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    expect(codes.accepts(flipped)).toBe(false);
    expect(codes.accepts(code.toUpperCase())).toBe(false);
    expect(codes.accepts(`${code}0`)).toBe(false);
    expect(sourceCodes(Buffer.alloc(32, 2), 'zefzafi', []).accepts(code)).toBe(false);
  });
});
