import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.js';

const ALL = ['ledger', 'telegram', 'total'];

describe('the words after "npm run bench --"', () => {
  it('name the parts, in any order, and all parts run where none is named', () => {
    expect(readArguments(['total', 'ledger'], ALL)).toEqual({ parts: ['total', 'ledger'], size: 'plain' });
    expect(readArguments([], ALL)).toEqual({ parts: ALL, size: 'plain' });
  });

  it('choose the size', () => {
    expect(readArguments(['--large', 'total'], ALL)).toEqual({ parts: ['total'], size: 'large' });
    expect(readArguments(['--quick'], ALL).size).toBe('quick');
  });

  it('are refused with the list of parts where one is unknown', () => {
    expect(() => readArguments(['telegramm', '--fast'], ALL)).toThrow(
      /^unknown: telegramm, --fast\n.*\nparts: ledger, telegram, total\n/,
    );
  });
});
