import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchFlow } from '../../src/staff/flow-watch.js';
import { startDatabase, type TestDatabase } from '../support/databases.js';
import { sample } from '../transcripts/sample.js';
import { listening, openStage } from './stage.js';

const petition = await sample();
const hour = (number: number, minute = 0) => new Date(Date.UTC(2026, 2, 10, number, minute));

let test: TestDatabase;
beforeAll(async () => {
  test = await startDatabase('embedded');
});
afterAll(() => test.remove());

/** A campaign with movements by the hour; `look` gives what staff hear at a time. */
async function begin() {
  const schema = test.newSchema();
  let time = hour(12);
  const { context, ledger } = openStage(petition, test.database, schema, { now: () => time });
  const { alerts, heard } = listening(context);
  await ledger.counted();
  return {
    ledger,
    context,
    async move(movement: 'signed' | 'left', since: Date, count: number) {
      await test.database.query(
        `INSERT INTO ${schema}.tally (dimension, value, movement, since, count)
         VALUES ('channel', 'telegram', $1, $2::timestamp, $3)`,
        [movement, since.toISOString().slice(0, 19), count],
      );
    },
    async look(at: Date) {
      time = at;
      await watchFlow(context, alerts, 'job');
      return heard();
    },
    at: (moment: Date) => {
      time = moment;
    },
  };
}

describe('a sudden stop', () => {
  it('is told once an hour has passed in which many signed yesterday, and again when people sign', async () => {
    const { move, look } = await begin();
    await move('signed', hour(10 - 24), 45);
    await move('signed', hour(9), 60);
    expect(await look(hour(10, 59))).toEqual([]);
    expect(await look(hour(11))).toEqual([
      expect.stringContaining(
        'Nobody has signed since 10:00 UTC. Yesterday, in the hour after that time, the number of signatures was 45.',
      ),
    ]);
    expect(await look(hour(11, 30))).toEqual([]);
    // The day after, yesterday was silent too: the alert stays.
    expect(await look(hour(11 + 24))).toEqual([]);
    await move('signed', hour(11 + 24), 1);
    expect(await look(hour(11 + 24, 5))).toEqual(['All is well again\nPeople are signing again.']);
  });

  it('is no news at an hour that was calm yesterday, nor where signing was paused meanwhile', async () => {
    const { move, look, ledger, context, at } = await begin();
    await move('signed', hour(10 - 24), 29);
    await move('signed', hour(12 - 24), 300);
    expect(await look(hour(11, 30))).toEqual([]);

    at(hour(12, 40));
    await ledger.staff.revise('pausing', () => ({
      keep: {
        on: hour(12, 40).toISOString(),
        by: context.ledger.staff.keyed({ channel: 'cli', tenant: '', id: 'x' }),
      },
      result: null,
    }));
    expect(await look(hour(13, 30))).toEqual([]);
  });

  it('ends when nobody can sign any more', async () => {
    const { move, look, ledger } = await begin();
    await move('signed', hour(10 - 24), 45);
    expect(await look(hour(11, 30))).toHaveLength(1);
    await ledger.changeCampaignState({ paused: true });
    expect(await look(hour(11, 40))).toEqual([expect.stringContaining('Nobody can sign now')]);
  });
});

describe('a wave of withdrawals', () => {
  it('is told once, also across the full hour, and when it is over', async () => {
    const { move, look } = await begin();
    await move('signed', hour(9), 30);
    await move('left', hour(9), 15);
    expect(await look(hour(9, 50))).toEqual([]);
    await move('left', hour(10), 8);
    expect(await look(hour(10, 10))).toEqual([
      expect.stringContaining('Signatures taken back within an hour: 20.'),
    ]);
    expect(await look(hour(10, 11))).toEqual([]);
    expect(await look(hour(11, 30))).toEqual([
      'All is well again\nThe number of signatures taken back is ordinary again.',
    ]);
  });

  it('is no news where far more people sign', async () => {
    const { move, look } = await begin();
    await move('signed', hour(9), 200);
    await move('left', hour(9), 40);
    expect(await look(hour(9, 50))).toEqual([]);
  });
});
