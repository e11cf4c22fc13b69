import { describe, expect, test } from 'vitest';
import { parseCode } from '../../../src/conversation/code.js';
import { keepsTheContract, NAMELESS, receiptOf } from '../../channel/contract.js';
import type { Answer } from '../../fakes/discord/interactions.js';
import { buttonsOf, readingOf, type ShownButton, type StoredMessage } from '../../fakes/discord/messages.js';
import type { Person } from '../../fakes/discord/people.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { createDatabase } from '../../support/postgres.js';
import type { Seen } from '../../transcripts/check.js';
import type { Actor, Shown } from '../../transcripts/player.js';
import { type Process, startBoth } from './support.js';

describe('through the gateway and a real ledger Discord plays:', async () => {
  let discord: FakeDiscord;

  await keepsTheContract({
    // On Discord nobody can write to the bot but in a form.
    playable: ({ freeText }) => !freeText,
    atLeast: 35,
    async start(petition, now) {
      const both = await startBoth({ databaseUrl: await createDatabase(), petition, now });
      const { bot, stop } = both;
      discord = both.discord;
      return {
        bot,
        stop,
        actor: (_name, { languages, displayName }) =>
          actor(discord.person({ locale: languages[0] ?? 'en-US', name: displayName ?? NAMELESS }), bot),
      };
    },
  });

  test('pinged nobody, and showed nothing to anybody else', () => {
    expect(discord.messages.ringing()).toEqual([]);
    expect(discord.messages.public()).toEqual([]);
  });
});

/** An answer as it stood when it came: on Discord the next one takes its place. */
interface Snapshot {
  readonly message: StoredMessage;
  readonly text: string;
  readonly buttons: readonly ShownButton[];
}

function actor(person: Person, bot: Process): Actor<Snapshot> {
  const press = (on: Snapshot, index: number): Promise<Answer> => {
    const code = on.buttons[index]?.customId;
    if (code === undefined) throw new Error(`button ${index} has no code`);
    return person.pressCode(code, on.message);
  };
  const impossible = async () => {
    throw new Error('not on Discord');
  };
  return {
    command: async (command, argument) =>
      shown(await person.command(command, argument === null ? {} : { receipt: argument })),
    press: async (on, index) => shown(await press(on, index)),
    async write(on, index, text) {
      await press(on, index);
      return shown(await person.submit(text));
    },
    say: impossible,
    forge: impossible,
    rename: (name) => {
      person.name = name ?? NAMELESS;
    },
    receipt: () => receiptOf(bot, 'discord', person.id),
  };
}

function shown(answer: Answer): Shown<Snapshot> {
  if (answer.kind !== 'message') throw new Error(`the tap ended as ${answer.kind}`);
  const { message } = answer;
  const snapshot = { message, text: readingOf(message.data).text, buttons: buttonsOf(message.data) };
  return { seen: seen(snapshot), labels: snapshot.buttons.map(({ label }) => label), message: snapshot };
}

function seen({ text, buttons }: Snapshot): Seen {
  const code = buttons.find(({ customId }) => customId !== undefined)?.customId;
  const scope = code === undefined ? null : (parseCode(code)?.scope ?? null);
  return {
    role: scope === null || scope === 'note' ? 'note' : 'screen',
    step: scope === 'note' || scope === 'update' ? null : scope,
    text,
    buttons: buttons.map(({ label }) => label),
  };
}
