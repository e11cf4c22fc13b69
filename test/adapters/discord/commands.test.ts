import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  commandDefinition,
  commandMention,
  FURTHER_TAGS,
  USUAL_TAGS,
} from '../../../adapters/discord/commands.js';
import { hasOurOutline, registerCommands, sameCommands } from '../../../adapters/discord/registration.js';
import { botRequests, connections } from '../../../adapters/discord/rest.js';
import { COMMANDS } from '../../../src/conversation/event.js';
import { CONTENT_DIR } from '../../../src/paths.js';
import { loadPetition } from '../../../src/petition/load.js';
import { commandsSchema } from '../../fakes/discord/limits.js';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/server.js';

describe('the commands on Discord', () => {
  const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });
  const definition = commandDefinition(petition, USUAL_TAGS);
  const [command, card, milestones] = commandsSchema.parse(definition);

  test('have every subcommand, described in each language that Discord has, and in both kinds of Spanish', () => {
    expect(command?.options?.map(({ name }) => name)).toEqual([...COMMANDS]);
    for (const option of command?.options ?? []) {
      const tags = Object.keys(option.description_localizations ?? {});
      expect(tags).toEqual(expect.arrayContaining(['fr', 'es-ES', 'es-419']));
      expect(tags).not.toContain('ar');
    }
    const sign = command?.options?.[0]?.description_localizations;
    expect(sign?.['es-419']).toBe(petition.texts('es').words.say('command-sign'));
  });

  test('can be used in servers, in direct messages, and by those who installed it for themselves', () => {
    expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  test('take a receipt with "withdraw", and a language for a card', () => {
    const withdraw = command?.options?.find(({ name }) => name === 'withdraw');
    expect(withdraw).toMatchObject({ options: [{ name: 'receipt' }] });
    expect(card?.options).toMatchObject([
      { name: 'language', choices: petition.locales.map((locale) => ({ value: locale })) },
    ]);
  });

  test('are three, so that a server can forbid cards without forbidding to sign', () => {
    expect(card).toMatchObject({ name: 'petition-card', contexts: [0, 2], integration_types: [0, 1] });
    expect(JSON.stringify(command)).not.toContain('petition-card');
  });

  test('offer milestone posts only to members who manage the server, and only where the bot is installed', () => {
    expect(milestones).toMatchObject({
      name: 'petition-milestones',
      contexts: [0],
      integration_types: [0],
      default_member_permissions: 32,
      options: [{ name: 'on' }, { name: 'off' }],
    });
  });

  test('are described in Arabic too where Discord may take it', () => {
    const [full] = commandsSchema.parse(commandDefinition(petition, [...USUAL_TAGS, ...FURTHER_TAGS]));
    const words = petition.texts('ar').words;
    expect(full?.description_localizations).toMatchObject({ ar: words.say('command-petition') });
  });

  test('are written so that a tap fills them in, as soon as their ids are known', () => {
    const ids = new Map([
      ['petition', '1'],
      ['petition-milestones', '3'],
    ]);
    expect(commandMention('sign', ids)).toBe('</petition sign:1>');
    expect(commandMention('petition-milestones off', ids)).toBe('</petition-milestones off:3>');
    expect(commandMention('petition-card', ids)).toBe('`/petition-card`');
    expect(commandMention('sign', new Map())).toBe('`/petition sign`');
  });

  describe('are registered', () => {
    let discord: FakeDiscord;
    beforeEach(async () => {
      discord = await startDiscord();
    });
    afterEach(() => discord.stop());

    async function register(): Promise<string | undefined> {
      const way = connections();
      const { apiRoot, token, applicationId } = discord;
      try {
        const rest = botRequests({ apiRoot, token, applicationId }, way);
        return (await registerCommands(rest(), applicationId, petition)).get('petition');
      } finally {
        await way.close();
      }
    }

    test('once, and not again while it is the same', async () => {
      const id = await register();
      expect(await register()).toBe(id);
      expect(discord.registry.writes).toBe(1);
      expect(discord.registry.commands.map(hasOurOutline)).toEqual([true, false, false]);
      expect(discord.registry.commands[0]?.description_localizations).toHaveProperty('ar');
    });

    test('without Arabic where Discord refuses it, and not again while they are the same', async () => {
      discord.registry.onlyAppLanguages = true;
      const id = await register();
      expect(id).toBe(discord.registry.commands[0]?.id);
      expect(discord.registry.commands[0]?.description_localizations).not.toHaveProperty('ar');
      await register();
      expect(discord.registry.writes).toBe(1);
    });

    test('again when a word of them has changed, or when there is another beside them', async () => {
      await register();
      const [ours] = discord.registry.commands;
      if (ours === undefined) throw new Error('no command');
      ours.description = 'Another word';
      await register();
      expect(discord.registry.writes).toBe(2);
      expect(discord.registry.commands[0]?.description).not.toBe('Another word');
      discord.registry.commands.push({ id: '1', name: 'old', description: 'x', type: 1 });
      await register();
      expect(discord.registry.commands.map(({ name }) => name)).toEqual([
        'petition',
        'petition-card',
        'petition-milestones',
      ]);
    });
  });

  test('are told from others by what it says, not by what Discord adds or leaves out', () => {
    const wanted = [{ name: 'a', description: 'b', options: [], nsfw: false, contexts: [0, 1] }];
    expect(
      sameCommands([{ id: '1', version: '2', name: 'a', description: 'b', contexts: [0, 1] }], wanted),
    ).toBe(true);
    expect(sameCommands([{ name: 'a', description: 'b', contexts: [0] }], wanted)).toBe(false);
    expect(sameCommands([{ name: 'a', description: 'c', contexts: [0, 1] }], wanted)).toBe(false);
    expect(sameCommands([], wanted)).toBe(false);
    expect(sameCommands([{ name: 'a', description: 'b', contexts: null }], wanted)).toBe(false);
  });
});
