import { expect, it } from 'vitest';
import type { StaffMessage } from '../../src/staff/desk.js';
import { plainMessage } from '../../src/staff/plain.js';
import { disordered, disorderedBlocks } from '../support/bidi.js';
import { onEachDatabase } from '../support/databases.js';
import { act, person, signOnce } from '../support/people.js';
import { sample } from '../transcripts/sample.js';
import { AMAL, openStage, ROOM } from './stage.js';

const base = await sample();
const petition = { ...base, settings: { ...base.settings, staffLanguage: 'ar' } };

/** What staff can ask, and what they can get wrong. */
const ASKED = [
  'help',
  'total',
  'report today',
  'report all',
  'report yesterday',
  'milestones on',
  'milestones maybe',
  'digest on 09:00 Africa/Casablanca',
  'digest on 25:00 Nowhere',
  'digest off',
  'quarantine',
  'quarantine poster',
  'quarantine poster --reason "a script" --hold',
  'quarantine 2027-01-15..2027-01-20 --reason سبب',
  'quarantine 2027-01-15 --reason x --hold',
  'quarantine - --reason "2 of them, (really)"',
  'quarantine --age under-7-days --platform discord --reason odd',
  'quarantine --age older --platform discord --language fr --days 2026-02-01.. --source radio --reason odd --hold',
  'quarantine --days ..2026-03-31 --reason odd',
  'quarantine 2026-02-20.. --platform telegram --reason odd',
  'quarantine list',
  'release',
  'release 99',
  'pause',
  'resume',
  'nonsense',
];

/** As Slack and the command line write a command. */
const COMMANDS = [(command: string) => command, (command: string) => `/petition ${command}`];

function disorderedIn(message: StaffMessage): readonly string[] {
  return [
    ...COMMANDS.flatMap((command) => disorderedBlocks(message.body, command)),
    ...disordered(plainMessage(message)),
    ...[message.confirm?.label, message.confirm?.cancelLabel, message.picture?.alt, message.picture?.title]
      .filter((words) => words !== undefined)
      .flatMap(disordered),
  ];
}

onEachDatabase('what staff read in Arabic', (test) => {
  it('is displayed in order: commands, options, days, times, codes and numbers', async () => {
    const stage = openStage(petition, test.another(), test.newSchema());
    for (let who = 0; who < 24; who += 1) {
      const source = who % 2 === 0 ? 'poster' : null;
      await act(stage.ledger, person(who, who % 3 === 0 ? 'discord' : 'telegram'), signOnce({ source }));
    }
    const messages: StaffMessage[] = [];
    for (const words of ASKED) {
      const asked = await stage.desk.ask(words, AMAL, ROOM);
      messages.push(asked);
      if (asked.confirm !== undefined) {
        messages.push(await stage.desk.confirm(asked.confirm.code, AMAL, ROOM));
      }
    }
    expect(messages.every(({ direction }) => direction === 'rtl')).toBe(true);
    expect([...new Set(messages.flatMap(disorderedIn))]).toEqual([]);
  });
});
