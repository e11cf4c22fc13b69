import { expect, it } from 'vitest';
import { parseOmissions } from '../../../src/signatures/export/omissions.js';

it('reads receipts and names with their reasons, however a person separates them', () => {
  const text = [
    '\uFEFF# asked for by mail',
    'Amal Benali, asked by mail',
    '',
    'ABCDE-FGHJK-MNPQR-STVWX;a joke\r',
    'Ben\tnot a person',
    '"Smith, John","a joke, we think"',
    'Þe <b>"quoted"</b>, odd',
    'Ann #2, a joke',
  ].join('\n');
  expect(parseOmissions(text).map(({ line, who, reason }) => [line, who, reason])).toEqual([
    [2, 'Amal Benali', 'asked by mail'],
    [4, 'ABCDE-FGHJK-MNPQR-STVWX', 'a joke'],
    [5, 'Ben', 'not a person'],
    [6, 'Smith, John', 'a joke, we think'],
    [7, 'Þe <b>"quoted"</b>', 'odd'],
    [8, 'Ann #2', 'a joke'],
  ]);
});

it('reads the lines of a review that have a reason', () => {
  const text =
    '"name","reason","found","signatures","languages"\r\n"\'=SUM(A1)","a joke","link","1","en"\r\n';
  expect(parseOmissions(text)).toEqual([{ line: 2, who: "'=SUM(A1)", reason: 'a joke' }]);
});

it('names every line that is wrong, and repeats no name', () => {
  const text = 'Amal\nBen,\n,a joke\nSmith, John, a joke\nFine, a joke\n';
  expect(() => parseOmissions(text)).toThrow(
    [
      'line 1: no reason stands behind it: write it after a comma',
      'line 2: no reason stands behind it: write it after a comma',
      'line 3: no receipt and no name stands before the reason',
      'line 4: it has more than two parts: put the name, or the reason, between "quotes"',
      'Nothing was written: mend the file and run it again.',
    ].join('\n'),
  );
});

it('says where a quotation mark is not closed', () => {
  expect(() => parseOmissions('Amal, a joke\n"Ben, a joke\nChloé, a joke\n')).toThrow(
    /^line \d: a quotation mark opens a part and does not close it/,
  );
});
