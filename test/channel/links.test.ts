import { describe, expect, it } from 'vitest';
import { linkCode, linkProblems, readLink } from '../../src/channel/links.js';
import { sourceCodes } from '../../src/signatures/source-codes.js';
import { sample } from '../transcripts/sample.js';

const base = await sample();
const PEPPER = Buffer.alloc(32, 3);

function linked(id: string, ...sources: string[]) {
  const settings = { ...base.settings, sources };
  return { petition: { id, settings }, sources: sourceCodes(PEPPER, id, sources) };
}

/** Where a code leads: `petition source`. */
function leads(code: string, all: readonly ReturnType<typeof linked>[]): string | null {
  const read = readLink(code, all);
  return read === null ? null : `${read.served.petition.id} ${read.source}`;
}

describe('a link of a bot with several petitions', () => {
  const river = linked('river', 'poster', 'share');
  const secondRiver = linked('river-2', 'poster');
  const all = [river, secondRiver];

  it.each([
    ['river', 'river null'],
    ['river-poster', 'river poster'],
    ['river-2', 'river-2 null'],
    ['river-2-poster', 'river-2 poster'],
    ['river-2-unknown', 'river-2 unknown'],
    ['river-', 'river null'],
    ['share', 'river share'],
    ['poster', 'river poster'],
    ['riverside', null],
    ['RIVER', null],
    ['', null],
  ])('%j leads to %s', (code, where) => {
    expect(leads(code, all)).toBe(where);
  });

  it('of a place leads to the petition that made it, with its name or without', () => {
    const minted = secondRiver.sources.mint('telegram', '-100');
    expect(leads(minted, all)).toBe(`river-2 ${minted}`);
    expect(leads(linkCode('river-2', minted), all)).toBe(`river-2 ${minted}`);
  });

  it('fits in 64 characters, and leads there all the same', () => {
    const long = linked('a-petition-with-the-longest-name', 'with-the-longest-source-there-is');
    const both = [river, long];
    expect(linkProblems(both)).toEqual([]);
    for (const source of [long.sources.mint('telegram', '-100'), ...long.petition.settings.sources]) {
      const code = linkCode(long.petition.id, source);
      expect(code.length).toBeLessThanOrEqual(64);
      expect(leads(code, both)).toBe(`${long.petition.id} ${source}`);
    }
  });

  it('is refused where it would lead to another petition', () => {
    expect(linkProblems([linked('river', '2', 'poster'), linked('river-2')])).toEqual([
      expect.stringContaining('the link code river-2 of river would lead to river-2'),
    ]);
    expect(linkProblems(all)).toEqual([]);
  });
});
