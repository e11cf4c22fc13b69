import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  commandDefinition,
  hasOurOutline,
  registerCommands,
  sameCommands,
} from '../../../adapters/discord/commands.js';
import { botRequests, connections } from '../../../adapters/discord/rest.js';
import { COMMANDS } from '../../../src/conversation/event.js';
import { CONTENT_DIR } from '../../../src/paths.js';
import { loadPetition } from '../../../src/petition/load.js';
import { commandsSchema } from '../../fakes/discord/limits.js';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/server.js';

describe('the command on Discord', () => {
  const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });
  const definition = commandDefinition(petition);
  const [command] = commandsSchema.parse(definition);

  test('has every subcommand, described in each language that Discord has, and in both kinds of Spanish', () => {
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

  test('takes a receipt with "withdraw", and a language for a card', () => {
    const options = (name: string) => command?.options?.find((option) => option.name === name)?.options;
    expect(options('withdraw')?.map(({ name }) => name)).toEqual(['receipt']);
    expect(options('share')?.[0]?.choices?.map(({ name }) => name)).toEqual(
      petition.locales.map((locale) => petition.texts(locale).languageName),
    );
  });

  describe('is registered', () => {
    let discord: FakeDiscord;
    beforeEach(async () => {
      discord = await startDiscord();
    });
    afterEach(() => discord.stop());

    async function register(wanted = definition): Promise<string | null> {
      const way = connections();
      const { apiRoot, token, applicationId } = discord;
      try {
        const rest = botRequests({ apiRoot, token, applicationId }, way);
        return await registerCommands(rest(), applicationId, wanted);
      } finally {
        await way.close();
      }
    }

    test('once, and not again while it is the same', async () => {
      const id = await register();
      expect(await register()).toBe(id);
      expect(discord.registry.writes).toBe(1);
      expect(discord.registry.commands.map(hasOurOutline)).toEqual([true]);
    });

    test('anew when a word of it has changed, or when there is a stranger beside it', async () => {
      await register();
      const [ours] = definition;
      if (ours === undefined) throw new Error('no command');
      await register([{ ...ours, description: 'Another word' }]);
      expect(discord.registry.writes).toBe(2);
      expect(discord.registry.commands[0]?.description).toBe('Another word');
      discord.registry.commands.push({ id: '1', name: 'old', description: 'x', type: 1 });
      await register();
      expect(discord.registry.commands.map(({ name }) => name)).toEqual(['petition']);
    });
  });

  test('is told from another by what it says, not by what Discord adds or leaves out', () => {
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
