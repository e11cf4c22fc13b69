import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { NEW_CAMPAIGN, phaseAt } from '../../src/petition/petition.js';
import { person } from '../support/people.js';
import { withdraw, withLedger } from './campaign.js';
import { petition, signedBy } from './deliver.js';
import { run, usePlaces } from './support.js';

const places = usePlaces();

/** A day after everybody signed. */
const NOW = new Date('2026-03-20T23:59:00Z');

const newBooks = () =>
  signedBy(places, 'a PostgreSQL server', [{ name: 'Amal' }, { name: null }, { name: 'Ben' }]);

const campaignOf = (env: Environment) => withLedger(env, (ledger) => ledger.campaign());

describe('petition close', () => {
  it('ends signing once the name of the petition was typed, and opens it again', async () => {
    const { env } = await newBooks();
    const unsure = await run(['close'], env, { answer: 'yes', now: NOW });
    expect(unsure).toMatchObject({ code: 1, out: '' });
    expect(await run(['close'], env, { now: NOW })).toMatchObject({ code: 2, out: '' });
    expect(await campaignOf(env)).toEqual(NEW_CAMPAIGN);

    expect(await run(['close'], env, { answer: 'zefzafi', now: NOW })).toMatchObject({ code: 0 });
    expect(await campaignOf(env)).toEqual({ ...NEW_CAMPAIGN, closed: '2026-03-20' });
    expect(await run(['close', '--yes'], env, { now: NOW })).toMatchObject({ code: 1 });

    expect(await run(['close', '--reopen', '--yes'], env, { now: NOW })).toMatchObject({ code: 0 });
    expect(await campaignOf(env)).toEqual(NEW_CAMPAIGN);
    expect(await run(['close', '--reopen', '--yes'], env, { now: NOW })).toMatchObject({ code: 1 });
  });

  it('records the delivery, which closes the petition for good', async () => {
    const { env } = await newBooks();
    const ran = await run(['close', '--delivered', '2026-03-19'], env, { answer: 'zefzafi', now: NOW });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.err).toContain('Names will be erased on 2026-04-18');
    const campaign = await campaignOf(env);
    expect(campaign).toEqual({ ...NEW_CAMPAIGN, closed: '2026-03-20', delivered: '2026-03-19' });
    const reopened = await run(['close', '--reopen', '--yes'], env, { now: NOW });
    expect(reopened).toMatchObject({ code: 1, out: '' });
    expect(reopened.err).toContain('handed over on 2026-03-19');
    // Even where somebody writes the row by hand.
    expect(phaseAt(petition.settings, { ...campaign, closed: null }, new Date('2026-03-20'))).toBe('closed');
  });

  describe('corrects a delivery', () => {
    /** Campaign whose letter was delivered on the 10th of March; thirty days later is the 9th of April. */
    async function delivered() {
      const { env } = await newBooks();
      await run(['close', '--delivered', '2026-03-10', '--yes'], env, { now: NOW });
      return env;
    }
    const deliveredOn = async (env: Environment) => (await campaignOf(env)).delivered;

    it.each(['2026-03-10', '2026-03-09'])('to %s, which moves no erasure away', async (day) => {
      const env = await delivered();
      const ran = await run(['close', '--delivered', day], env, { answer: 'zefzafi', now: NOW });
      expect(ran.code).toBe(0);
      expect(ran.err).not.toContain('promised');
      expect(await deliveredOn(env)).toBe(day);
    });

    it('to a later day, once it is said which day people have been promised, and to which it moves', async () => {
      const env = await delivered();
      const later = ['close', '--delivered', '2026-03-15'];
      const unsure = await run(later, env, { answer: 'yes', now: NOW });
      expect(unsure).toMatchObject({ code: 1, out: '' });
      expect(unsure.err).toContain(
        'promised that their names are erased on 2026-04-09. That moves to 2026-04-14.',
      );
      expect(await run(later, env, { now: NOW })).toMatchObject({ code: 2, out: '' });
      expect(await deliveredOn(env)).toBe('2026-03-10');
      expect(await run(later, env, { answer: 'zefzafi', now: NOW })).toMatchObject({ code: 0 });
      expect(await deliveredOn(env)).toBe('2026-03-15');
    });

    it('to none at all, once it is said which day people have been promised', async () => {
      const env = await delivered();
      const unsure = await run(['close', '--undelivered'], env, { answer: 'yes', now: NOW });
      expect(unsure).toMatchObject({ code: 1, out: '' });
      expect(unsure.err).toContain(
        'promised that their names are erased on 2026-04-09. They will stay until',
      );
      expect(await run(['close', '--undelivered'], env, { now: NOW })).toMatchObject({ code: 2, out: '' });
      expect(await deliveredOn(env)).toBe('2026-03-10');
      expect(await run(['close', '--undelivered', '--yes'], env, { now: NOW })).toMatchObject({ code: 0 });
      expect(await campaignOf(env)).toEqual({ ...NEW_CAMPAIGN, closed: '2026-03-20' });
    });

    it.each([['--delivered', '2026-04-01'], ['--delivered', '2026-03-01'], ['--undelivered']])(
      'no more with %s %s from the day of erasure on, also where nothing was erased yet',
      async (...change) => {
        const env = await delivered();
        const eve = { now: new Date('2026-04-08T23:59:59Z') };
        expect(await run(['close', ...change], env, eve)).toMatchObject({ code: 2 });
        const ran = await run(['close', ...change, '--yes'], env, { now: new Date('2026-04-09T00:00:00Z') });
        expect(ran).toMatchObject({ code: 1, out: '' });
        expect(ran.err).toContain('erased on 2026-04-09, and that day has come');
        expect(await deliveredOn(env)).toBe('2026-03-10');
      },
    );
  });

  it('says how many signed too late to be in the letter', async () => {
    const { env } = await newBooks();
    await withLedger(env, async (_ledger, { query }) => {
      await query(
        "UPDATE petition_zefzafi.signatures SET day = '2026-03-12' WHERE key = (SELECT min(key) FROM petition_zefzafi.signatures)",
      );
    });
    const { err } = await run(['close', '--delivered', '2026-03-11'], env, { now: NOW });
    expect(err).toContain("1 signature is of a later day and can't have been in the letter");
  });

  it.each([
    ['2026-03-21', 'is in the future'],
    ['2026-02-28', 'before the first signature, which is of 2026-03-01'],
    ['2026-02-30', 'write a day as'],
    ['yesterday', 'write a day as'],
  ])('refuses a delivery on %s', async (day, said) => {
    const { env } = await newBooks();
    const ran = await run(['close', '--delivered', day, '--yes'], env, { now: NOW });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(said);
    expect(await campaignOf(env)).toEqual(NEW_CAMPAIGN);
  });
});

describe('petition purge', () => {
  /** Campaign whose letter was delivered; thirty days later is the 19th of April. */
  async function delivered() {
    const books = await newBooks();
    await run(['close', '--delivered', '2026-03-20', '--yes'], books.env, { now: NOW });
    return books;
  }
  const at = (day: string) => ({ now: new Date(`${day}T00:00:01Z`) });

  it('waits for the day after delivery, and without one for the last day for the names', async () => {
    const { env } = await newBooks();
    const undelivered = await run(['purge', '--yes'], env, at('2028-10-31'));
    expect(undelivered).toMatchObject({ code: 1, out: '' });
    expect(undelivered.err).toContain('to be erased on 2028-11-01, and today is 2028-10-31');
    expect(undelivered.err).toContain('No delivery is recorded, so that day is `keepUntil`');
    expect((await run(['purge', '--dry-run'], env, at('2028-10-31'))).out).toMatch(
      /^3 sealed names and 1 data key: to be erased on 2028-11-01\.\nNo delivery is recorded/,
    );
    const books = await delivered();
    const early = await run(['purge', '--yes'], books.env, at('2026-04-18'));
    expect(early).toMatchObject({ code: 1, out: '' });
    expect(early.err).toContain('to be erased on 2026-04-19');
    expect((await run(['purge', '--dry-run'], books.env, at('2026-04-18'))).out).toBe(
      '3 sealed names and 1 data key: to be erased on 2026-04-19.\n',
    );
  });

  it('erases the names on their last day; an earlier delivery can still be recorded', async () => {
    const { env } = await newBooks();
    expect(await run(['purge', '--yes'], env, at('2028-11-01'))).toMatchObject({ code: 0 });
    expect(await campaignOf(env)).toEqual({ ...NEW_CAMPAIGN, erased: '2028-11-01' });
    const reopened = await run(['close', '--reopen', '--yes'], env, at('2028-11-02'));
    expect(reopened.err).toContain('the names were erased on 2028-11-01');
    const recorded = await run(['close', '--delivered', '2028-10-20', '--yes'], env, at('2028-11-02'));
    expect(recorded).toMatchObject({ code: 0 });
    expect(recorded.out).toContain('Delivered on 2028-10-20. The names were erased on 2028-11-01.');
    const again = await run(['close', '--delivered', '2028-10-19', '--yes'], env, at('2028-11-02'));
    expect(again.err).toContain('nothing can be changed any more');
  });

  it('erases names after a delivery no later than on their last day', async () => {
    const { env } = await newBooks();
    const late = await run(['close', '--delivered', '2028-10-20', '--yes'], env, at('2028-10-21'));
    expect(late.out).toContain('The names are erased on 2028-11-01');
    const undone = await run(['close', '--undelivered', '--yes'], env, at('2028-10-22'));
    expect(undone).toMatchObject({ code: 0 });
  });

  it('erases the names and keeps the count; then nobody can export, and everybody can withdraw', async () => {
    const { env, identity } = await delivered();
    const dry = await run(['purge', '--dry-run'], env, at('2026-04-19'));
    expect(dry.out).toBe('3 sealed names and 1 data key: to be erased now.\n');
    expect(await run(['purge'], env, at('2026-04-19'))).toMatchObject({ code: 2, out: '' });
    const ran = await run(['purge'], env, { ...at('2026-04-19'), answer: 'zefzafi' });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toContain('Erased: 3 names and 1 data key. The count is as it was.');
    expect(ran.out).toContain('VACUUM FULL petition_zefzafi.signatures');

    expect((await run(['total'], env)).out).toMatch(/collected\s+3/);
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
    const exported = await run(['export', '--identity', identity, '--out', places.folder()], env);
    expect(exported).toMatchObject({ code: 1, out: '' });
    expect(exported.err).toContain('3 names have been erased');
    expect((await run(['purge', '--yes'], env, at('2026-04-20'))).out).toContain('nothing is left to do');
    const undone = await run(['close', '--undelivered', '--yes'], env, at('2026-04-20'));
    expect(undone.err).toContain('the names were erased on 2026-04-19');
    await withLedger(env, async (ledger) => {
      await withdraw(ledger, person(0));
      expect(await ledger.counted()).toBe(2);
    });
  });
});
