import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../fakes/discord/people.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { createDatabase } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth } from './support.js';

const ID = '123456789012345678';

/** Names that would do something on Discord, were they not read as words. */
const NAMES = [
  '@everyone',
  '@here',
  `<@${ID}>`,
  `<@!${ID}>`,
  `<@&${ID}>`,
  `<#${ID}>`,
  `</petition sign:${ID}>`,
  `<a:wave:${ID}>`,
  '<t:1700000000:R>',
  '**Amal**',
  '*Amal*',
  '__Amal__',
  '_Amal_',
  '~~Amal~~',
  '||Amal||',
  '`Amal`',
  '```Amal```',
  '# Amal',
  '-# Amal',
  '- Amal',
  '> Amal',
  '>>> Amal',
  '1. Amal',
  '[Amal](https://evil.example)',
  'Amal\\',
  '\\_Amal_',
  'أمل **X**',
];

/** Names that hold what nobody can see, or that turns text around. */
const INVISIBLE = [
  'Amal\u202Eevil',
  '\u200B\u200B\u200B',
  'A\u{E0041}mal',
  'Amal\u0000',
  '\uD800',
  '\u2800',
  'ʻ\u0335'.repeat(60),
];

describe('a name that is written into the form', async () => {
  const petition = await sample();
  let discord: FakeDiscord;
  let bot: Process;
  let stop: () => Promise<void>;
  let person: Person;

  beforeAll(async () => {
    ({ discord, bot, stop } = await startBoth({ databaseUrl: await createDatabase(), petition }));
    person = discord.person();
    await person.command('sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
  });
  afterAll(async () => {
    await stop();
  });

  /** Writes a name; the form is opened from the screen of the name or of its confirmation. */
  async function write(name: string): Promise<void> {
    const form = person.buttons.find(({ customId }) => customId?.includes('.write.'));
    const opened = await person.pressCode(form?.customId ?? '');
    expect(opened.kind).toBe('modal');
    expect((await person.submit(name)).kind).toBe('message');
  }

  test('is shown once more before it is signed with, as it was written', async () => {
    await write('Amal');
    expect(person.text).toContain('You are about to sign as \u2068Amal\u2069');
  });

  for (const name of NAMES) {
    test(`has no effect but to be read, or is refused: ${name}`, async () => {
      await write('Amal');
      const plain = person.reading.effects;
      await write(name);
      const { text, effects } = person.reading;
      if (text.includes('You are about to sign as')) {
        expect(text).toContain(`\u2068${name}\u2069`);
        expect(effects).toEqual(plain);
      } else expect(effects).not.toContain('mention');
    });
  }

  for (const name of INVISIBLE) {
    test(`is refused or cleaned where it holds what can't be seen: ${JSON.stringify(name)}`, async () => {
      await write(name);
      for (const hidden of ['\u202E', '\u200B', '\u0000', '\u2800', '\u{E0041}']) {
        expect(person.text).not.toContain(hidden);
      }
    });
  }

  test('pinged nobody, whatever it was', () => {
    expect(discord.messages.ringing()).toEqual([]);
    expect(bot.log.join('')).not.toContain('Amal');
  });
});
