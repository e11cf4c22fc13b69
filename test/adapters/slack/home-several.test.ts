import { describe, expect, it } from 'vitest';
import { homeView } from '../../../adapters/slack/home.js';
import { servedPetitions } from '../../../src/channel/served-petitions.js';
import { NEW_CAMPAIGN, type Petition } from '../../../src/petition/petition.js';
import { statusAt } from '../../../src/petition/status.js';
import { examplePetition } from '../../support/example.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const base = examplePetition();

function homeOf(count: number) {
  const petitionAt = (index: number): { readonly petition: Petition } => ({
    petition: { ...base, id: `case-${index}` },
  });
  const [first, ...others] = [
    petitionAt(0),
    ...Array.from({ length: count - 1 }, (_, at) => petitionAt(at + 1)),
  ];
  if (first === undefined) throw new RangeError('a bot has a petition');
  const petitions = servedPetitions([first, ...others]);
  const told = petitions.all.map((served) => ({
    served,
    status: statusAt(base.settings, NEW_CAMPAIGN, NOW),
    total: 1_234,
  }));
  return homeView(petitions, told, 'en').blocks;
}

/** How many buttons have this label. */
const buttons = (blocks: ReturnType<typeof homeOf>, label: string) =>
  JSON.stringify(blocks).split(JSON.stringify(label)).length - 1;

describe('the Home tab of many petitions', () => {
  it('has a button for each of 18', () => {
    const blocks = homeOf(18);
    expect(buttons(blocks, 'Read and sign')).toBe(18);
    expect(buttons(blocks, 'More petitions')).toBe(0);
  });

  it.each([20, 40, 100])('shows as many of %i as Slack has room for, and leads to the others', (count) => {
    const blocks = homeOf(count);
    expect(blocks.length).toBeLessThanOrEqual(100);
    expect(buttons(blocks, 'More petitions')).toBe(1);
  });
});
