import { expect, it } from 'vitest';
import type { AccountAge } from '../../src/petition/change.js';
import type { Petition } from '../../src/petition/petition.js';
import { onEachDatabase } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, person, signOnce } from '../support/people.js';
import { sample } from '../transcripts/sample.js';
import { AMAL, BILAL, openStage, ROOM, type Stage, textOf } from './stage.js';

const petition = await sample();

onEachDatabase('what staff ask and do', (test) => {
  const begin = (over: { now?: () => Date; petition?: Petition; schema?: string } = {}): Stage =>
    openStage(over.petition ?? petition, test.another(), over.schema ?? test.newSchema(), over);
  const sign = (stage: Stage, who: number, source: string | null = null, locale = 'en') =>
    act(stage.ledger, person(who), signOnce({ source, locale }));

  it('`total` shows the total, its offset and collected part, the pace, and the next goal', async () => {
    const stage = begin();
    for (let who = 0; who < 12; who += 1) await sign(stage, who);
    await act(stage.ledger, person(0), () => ({ kind: 'withdraw' }));
    const said = await stage.ask('total');
    expect(said).toContain('The total: 111');
    expect(said).toContain('Counted elsewhere: 100. Collected here: 11.');
    expect(said).toMatch(/Signed today, since 00:00 UTC: 12\./);
    expect(said).toMatch(/This hour, since \d\d:00 UTC: 12\./);
    expect(said).toContain('Growth of the total in the last 24 hours: 11.');
    expect(said).toContain(
      'The next goal is 200: 89 to go. At the pace of the last 24 hours, it will be reached around',
    );
    // All are of one platform: a table would say no more than the total.
    expect(said).not.toContain('Telegram');
  });

  it('`total` makes no forecast from too few signatures', async () => {
    const stage = begin();
    for (let who = 0; who < 9; who += 1) await sign(stage, who);
    expect(await stage.ask('total')).toContain('Too few signatures in the last 24 hours to say');
  });

  it('`total` leaves signatures set aside since out of the pace', async () => {
    const stage = begin();
    for (let who = 0; who < 30; who += 1) await sign(stage, who, who < 25 ? 'poster' : null);
    await stage.do('quarantine poster --reason "a script"');
    const said = await stage.ask('total');
    expect(said).toContain('Growth of the total in the last 24 hours: 5.');
    expect(said).toContain('Too few signatures in the last 24 hours to say');
    await stage.do('release 1');
    expect(await stage.ask('total')).toContain('Growth of the total in the last 24 hours: 30.');
  });

  it('`quarantine` shows a count and changes nothing before it is confirmed', async () => {
    const stage = begin();
    for (let who = 0; who < 15; who += 1) await sign(stage, who, who < 13 ? 'poster' : null);
    const asked = await stage.desk.ask('quarantine poster --reason "a script, I think"', AMAL, ROOM);
    // Only what is done is told to the last one.
    expect(textOf(asked)).toContain('Signatures that would leave the total: at least 10.');
    expect(asked.confirm?.code).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(await stage.ledger.counted()).toBe(15);

    const news = await stage.desk.confirm(asked.confirm?.code ?? '', AMAL, ROOM);
    expect([asked.news, news.news]).toEqual([undefined, true]);
    const done = textOf(news);
    expect(done).toMatch(/^Recorded under staff code [\w-]+: it stands for one member of staff/m);
    expect(done).toContain('Quarantine 1 is in force. Signatures that left the total: 13.');
    expect(done).toContain('The total: 102');
    expect(await stage.ledger.counted()).toBe(2);

    const listed = await stage.ask('quarantine list');
    expect(listed).toContain('Quarantine 1: source poster');
    expect(listed).toContain('a script, I think');
    expect(listed).toContain('Held now: 13.');
    expect(listed).not.toContain(AMAL.id);

    expect(await stage.ask('release 1')).toContain('Signatures that would count again: 13.');
    expect(await stage.do('release 1')).toContain(
      'Quarantine 1 is released. Signatures that count again: 13.',
    );
    expect(await stage.ledger.counted()).toBe(15);
    expect(await stage.ask('release 1')).toContain('has been released before');
  });

  it('`quarantine` accepts days, signatures without a code, and the punctuation of telephones', async () => {
    const stage = begin();
    for (let who = 0; who < 32; who += 1) await sign(stage, who, who < 12 ? null : 'poster');
    const takes = async (words: string, count: number) =>
      expect(await stage.ask(words)).toContain(`would leave the total: at least ${count}.`);
    // Signatures are made on the day that test people live on.
    await takes('quarantine 2026-03-01 --reason odd', 30);
    await takes('quarantine 2026-02-01…2026-03-31 —reason odd', 30);
    expect(await stage.ask('quarantine 2026-03-02..2026-03-09 --reason odd')).toContain('Fewer than 10');
    await takes('Quarantine - —reason “many words here”', 10);
    expect(await stage.ask('quarantine poster --hold --reason many words here')).toContain('many words here');
  });

  it('`quarantine` takes several facts together, and says them in the question and in the list', async () => {
    const stage = begin({ now: () => new Date('2026-03-01T12:00:00Z') });
    const people = async (first: number, channel: string, accountAge: AccountAge, locale: string) => {
      for (let who = first; who < first + 12; who += 1) {
        await act(stage.ledger, person(who, channel), signOnce({ source: 'poster', locale, accountAge }));
      }
    };
    await people(0, 'discord', 'under-7-days', 'fr');
    await people(20, 'discord', 'under-30-days', 'en');
    await people(40, 'telegram', 'unknown', 'fr');
    const command =
      'quarantine --source poster --days 2026-03-01.. --platform discord --age under-7-days ' +
      '--language fr --reason new accounts within minutes --hold';
    const what =
      'source poster · platform Discord · language fr · account age: under 7 days · since 1 March 2026 (UTC), ' +
      'new ones too';
    const asked = await stage.ask(command);
    expect(asked).toContain(`Set aside ${what}?`);
    expect(asked).toContain('Why: new accounts within minutes');
    expect(asked).toContain('New ones of this kind are set aside as they come');
    expect(await stage.do(command)).toContain('Signatures that left the total: 12.');
    expect(await stage.ask('quarantine list')).toContain(`Quarantine 1: ${what}`);
    // A new one of the same kind does not count, and its person is told that.
    await act(
      stage.ledger,
      person(60, 'discord'),
      signOnce({
        source: 'poster',
        locale: 'fr',
        accountAge: 'under-7-days',
      }),
    );
    expect((await stage.ledger.read(person(60, 'discord'))).signature?.status).toBe('set-aside');
    expect(await stage.ledger.counted()).toBe(24);
    expect(await stage.do('quarantine --age 7-to-30-days --platform Discord --reason odd')).toContain(
      'Signatures that left the total: 12.',
    );
    expect(await stage.ask('quarantine list')).toContain('platform Discord · account age: 7 to 30 days');
  });

  it('`quarantine` refuses so few that they could be one person, and does not tell how many', async () => {
    const stage = begin();
    for (let who = 0; who < 9; who += 1) await sign(stage, who, 'poster');
    const few = await stage.ask('quarantine poster --reason odd');
    expect(few).toContain('Fewer than 10 signatures would leave the total by this.');
    expect(few).not.toContain('9');
    expect(await stage.ask('quarantine --language ar --reason odd --hold')).toBe(few);
    await sign(stage, 9, 'poster');
    await stage.do('quarantine poster --reason odd');
    await sign(stage, 10, null);
    const near = await stage.ask('quarantine --platform telegram --reason odd');
    expect(near).toContain('This selection and that of quarantine 1 differ by fewer than 10 signatures');
    await stage.do('release 1');
    expect(await stage.ask('quarantine --platform telegram --reason odd')).toBe(near);
    expect(await stage.do('quarantine poster --reason odd --hold')).toContain('Quarantine 2 is in force.');
  });

  it('a confirmation counts once, for the member who asked, in the same room, within ten minutes', async () => {
    let time = new Date('2026-03-01T12:00:00Z');
    const schema = test.newSchema();
    const stage = begin({ now: () => time, schema });
    const other = begin({ now: () => time, schema });
    for (let who = 0; who < 10; who += 1) await sign(stage, who, 'poster');
    const codeOf = async (words: string) => {
      const { confirm } = await stage.desk.ask(words, AMAL, ROOM);
      if (confirm === undefined) throw new Error('nothing to confirm');
      return confirm.code;
    };
    const nothing = 'There is nothing to confirm here';
    const code = await codeOf('quarantine poster --reason odd');
    expect(textOf(await stage.desk.confirm(code, BILAL, ROOM))).toContain(nothing);
    expect(textOf(await stage.desk.confirm(code, { ...AMAL, tenant: 'T2' }, ROOM))).toContain(nothing);
    expect(textOf(await stage.desk.confirm(code, AMAL, 'C2'))).toContain(nothing);
    expect(textOf(await stage.desk.confirm('made-up', AMAL, ROOM))).toContain(nothing);
    expect(await stage.ledger.counted()).toBe(10);

    const late = await codeOf('pause');
    time = new Date('2026-03-01T12:10:00Z');
    expect(textOf(await stage.desk.confirm(late, AMAL, ROOM))).toContain(nothing);
    expect((await stage.ledger.campaign()).paused).toBe(false);

    // Pressed twice at once, in two processes.
    const again = await codeOf('quarantine poster --reason odd');
    const answers = await Promise.all(
      [stage, other].map(async ({ desk }) => textOf(await desk.confirm(again, AMAL, ROOM))),
    );
    expect(answers.filter((answer) => answer.includes('is in force'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes(nothing))).toHaveLength(1);
    expect(await stage.ledger.staff.quarantines.list()).toHaveLength(1);
  });

  it('a confirmation is for exactly the counted signatures; if they change, the desk asks again', async () => {
    const stage = begin();
    for (let who = 0; who < 19; who += 1) await sign(stage, who, 'poster');
    const asked = await stage.desk.ask('quarantine poster --reason odd', AMAL, ROOM);
    await sign(stage, 20, 'poster');
    const anew = await stage.desk.confirm(asked.confirm?.code ?? '', AMAL, ROOM);
    expect(anew.news).toBeUndefined();
    expect(textOf(anew)).toContain('Meanwhile signatures came or went, so nothing was done.');
    expect(textOf(anew)).toContain('Signatures that would leave the total: at least 20.');
    expect(await stage.ledger.counted()).toBe(20);
    await stage.desk.confirm(anew.confirm?.code ?? '', AMAL, ROOM);
    expect(await stage.ledger.counted()).toBe(0);
  });

  it('`pause` stops signing once it is confirmed, and `resume` opens it again', async () => {
    const stage = begin();
    expect(await stage.ask('resume')).toBe('Signing is not paused.');
    await stage.desk.ask('pause', AMAL, ROOM);
    expect((await stage.ledger.campaign()).paused).toBe(false);
    expect(await stage.do('pause')).toContain('Signing is paused on every platform.');
    expect((await stage.ledger.campaign()).paused).toBe(true);
    expect(await stage.ask('pause')).toContain('paused already');
    const paused = await stage.ask('total');
    expect(paused).toContain('Signing is paused.');
    expect(paused).toMatch(/Since .+ UTC, by staff code [\w-]+/);
    expect(paused).not.toContain(AMAL.id);
    await stage.do('resume');
    expect((await stage.ledger.campaign()).paused).toBe(false);
    await stage.ledger.changeCampaignState({ closed: day('2026-03-01') });
    expect(await stage.ask('pause')).toContain('The petition has been closed since 1 March 2026');
  });

  it('speaks the language that the settings name', async () => {
    const stage = begin({
      petition: { ...petition, settings: { ...petition.settings, staffLanguage: 'ar' } },
    });
    const message = await stage.desk.ask('total', AMAL, ROOM);
    expect(message).toMatchObject({ locale: 'ar', direction: 'rtl' });
    expect(textOf(message)).toContain('المجموع: 100');
  });
});
