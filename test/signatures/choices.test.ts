import { expect, it } from 'vitest';
import { addDays, type Day } from '../../src/day.js';
import { openChoices } from '../../src/signatures/choices.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { PEPPER, person, TODAY } from '../support/people.js';

onEachDatabase('the choice of a petition', (test) => {
  const open = (today: Day = TODAY, pepper: Buffer = PEPPER) =>
    openChoices(test.database, pepper, () => new Date(`${today}T12:00:00Z`));
  const rows = (sql: string) => rowsOf(test, 'petitions_bot')(sql);
  let people = 0;
  const someone = () => {
    people += 1;
    return person(people);
  };

  it('is the last one, also for another process', async () => {
    const amal = someone();
    const choices = open();
    expect(await choices.read(amal)).toBeNull();
    await choices.write(amal, { petition: 'river', locale: 'en' });
    await choices.write(amal, { petition: 'well', locale: 'ar' });
    expect(await open().read(amal)).toEqual({ petition: 'well', locale: 'ar' });
    expect(await choices.read(someone())).toBeNull();
  });

  it('can be deleted', async () => {
    const amal = someone();
    const choices = open();
    await choices.write(amal, { petition: 'river', locale: 'en' });
    await choices.erase(amal);
    await choices.erase(amal);
    expect(await choices.read(amal)).toBeNull();
  });

  it('expires after 30 days, and the row is deleted then', async () => {
    const amal = someone();
    await open().write(amal, { petition: 'river', locale: 'en' });
    expect(await open(addDays(TODAY, 30)).read(amal)).not.toBeNull();
    const later = open(addDays(TODAY, 31));
    expect(await later.read(amal)).toBeNull();
    expect(await later.deleteExpired()).toBeGreaterThan(0);
    expect(await later.deleteExpired()).toBe(0);
  });

  it('of many people at once is each their own', async () => {
    const crowd = Array.from({ length: 300 }, someone);
    const choices = open();
    const chosen = (index: number) => ({ petition: `case-${index % 7}`, locale: 'en' });
    await Promise.all(crowd.map((who, index) => choices.write(who, chosen(index))));
    const read = await Promise.all(crowd.map((who) => choices.read(who)));
    expect(read).toEqual(crowd.map((_, index) => chosen(index)));
  });

  it('stands in no row in the clear, and can be read under its own pepper and its own key alone', async () => {
    const [amal, bea] = [someone(), someone()];
    const choices = open();
    await choices.write(amal, { petition: 'a-telling-name', locale: 'en' });
    await choices.write(bea, { petition: 'river', locale: 'ar' });
    const dump = JSON.stringify(await rows('SELECT * FROM @choices'));
    expect(dump).not.toContain('telling');
    expect(await open(TODAY, Buffer.alloc(32, 1)).read(amal)).toBeNull();
    const lengths = await rows('SELECT DISTINCT length(value) AS n FROM @choices');
    expect(lengths).toHaveLength(1);
    await rows(
      `UPDATE @choices SET value = (SELECT value FROM @choices other WHERE other.key <> choices.key LIMIT 1)`,
    );
    expect(await choices.read(amal)).toBeNull();
  });
});
