import { describe, expect, test } from 'vitest';
import { buttonsOf, type Person } from '../../fakes/telegram/people.js';
import { examplePetition } from '../../support/example.js';
import { type Process, standFor, until } from './support.js';

const EXAMPLE = 'Example: Reopen the library of Sampletown';

describe('a bot with several petitions', () => {
  const stand = standFor();
  const start = () => stand.start({ others: [examplePetition()] });

  const labels = (person: Person) => buttonsOf(person.last).map(({ text }) => text);
  const press = (person: Person, button: string | number) => person.answerTo(() => person.presses(button));
  const says = (person: Person, text: string) => person.answerTo(() => person.says(text));

  /** Presses the first button until something is said, or a button says it. */
  async function walkTo(person: Person, words: string): Promise<void> {
    for (
      let presses = 0;
      ![person.last.text, ...labels(person)].some((one) => one.includes(words));
      presses += 1
    ) {
      if (presses === 10) throw new Error(`no way to ${words} from ${person.last.text}`);
      await press(person, 0);
    }
  }

  async function signs(person: Person, link: string): Promise<void> {
    await says(person, `/start ${link}`);
    await walkTo(person, 'Your signature is recorded');
  }

  const counts = async ({ campaigns }: Process) =>
    Promise.all(campaigns.map(({ ledger }) => ledger.counted()));

  test('lets a person choose, sign, and choose another, but never the same one again', async () => {
    const bot = await start();
    const person = stand.telegram.person();
    await says(person, '/start');
    expect(person.last.text).toContain('Choose a petition');
    expect(labels(person)).toHaveLength(2);
    await press(person, 'Example');
    expect(person.last.text).toContain(EXAMPLE);
    await walkTo(person, 'Your signature is recorded');
    expect(await counts(bot)).toEqual([0, 1]);
    expect(person.last.text).toContain('One more petition here needs you.');
    await press(person, 'Choose another petition');
    expect(person.last.text).toContain('You have signed this petition.');
    expect(labels(person)[0]).not.toContain('Example');
    await press(person, 0);
    await walkTo(person, 'Your signature is recorded');
    expect(await counts(bot)).toEqual([1, 1]);
    expect(person.last.text).not.toContain('needs you');
  });

  test('follows a link to its petition, and counts the source there', async () => {
    const bot = await start();
    await signs(stand.telegram.person(), 'example-poster');
    const [first, second] = await Promise.all(bot.campaigns.map(({ ledger }) => ledger.breakdown()));
    expect(first?.source).toEqual({});
    expect(second?.source).toEqual({ poster: 1 });
  });

  test('shares a link that names the petition', async () => {
    await start();
    const person = stand.telegram.person();
    await says(person, '/start example');
    await says(person, '/share');
    expect(person.last.text).toContain('https://t.me/petition_test_bot?start=example-share');
  });

  test('keeps the buttons of both petitions alive in one chat, and takes a text for the one pressed last', async () => {
    const bot = await start();
    const person = stand.telegram.person();
    await says(person, '/start sample');
    const former = person.last;
    await says(person, '/start example');
    await walkTo(person, 'Sign without a name');
    // The former screen is edited where it stands.
    expect((await person.answerTo(() => person.presses(0, former))).text).toContain('The village');
    // The example's screen asks for a name. It is no longer the one that was pressed last.
    await says(person, 'Samira');
    expect(person.last.text).not.toContain('Sampletown');
    expect(await counts(bot)).toEqual([0, 0]);
  });

  test('asks which signature to withdraw, or withdraws all', async () => {
    const bot = await start();
    const person = stand.telegram.person();
    await signs(person, 'sample');
    await signs(person, 'example');
    await says(person, '/withdraw');
    expect(person.last.text).toContain('Which signature do you want to take back?');
    await press(person, 'Take all 2 back');
    await press(person, 'Yes, take all of them back');
    await until(async () => (await counts(bot)).every((count) => count === 0));
    // One message from each petition.
    await until(
      () => person.received.filter(({ text }) => text.includes('has been taken back')).length === 2,
    );
  });

  test('finds a receipt in whichever petition it belongs to', async () => {
    const bot = await start();
    const [signer, other] = [stand.telegram.person(), stand.telegram.person()];
    await signs(signer, 'example');
    const { signature } =
      (await bot.campaigns[1]?.ledger.read({ channel: 'telegram', tenant: '', id: String(signer.id) })) ?? {};
    await says(other, '/start sample');
    await says(other, `/withdraw ${signature?.receipt}`);
    expect(other.last.text).toContain('The signature with this receipt has been taken back');
    expect(await counts(bot)).toEqual([0, 0]);
  });

  test('posts the card of the petition that a group asks for, and a list if it names none', async () => {
    const bot = await start();
    const group = stand.telegram.group();
    const person = stand.telegram.person();
    group.hears(person, '/petition example');
    await until(() => group.received.length === 1);
    expect(group.received[0]?.text).toContain(EXAMPLE);
    const link = new URL(group.received[0]?.keyboard[0]?.[0]?.url ?? '').searchParams.get('start') ?? '';
    expect(link).toMatch(/^example-at-/);
    expect(bot.campaigns[1]?.sources.accepts(link.slice('example-'.length))).toBe(true);
    group.hears(person, '/petitions');
    await until(() => group.received.length === 2);
    expect(group.received[1]?.keyboard.flat()).toHaveLength(2);
  });
});
