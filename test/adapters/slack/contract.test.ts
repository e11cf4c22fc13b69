import { describe, expect, test } from 'vitest';
import { parseCode } from '../../../src/conversation/code.js';
import { keepsTheContract, NAMELESS, receiptOf } from '../../channel/contract.js';
import { buttonsOf, readingOf, type ShownButton, type StoredMessage } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import type { Answer } from '../../fakes/slack/taps.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { createDatabase } from '../../support/postgres.js';
import type { Seen } from '../../transcripts/check.js';
import type { Transcript } from '../../transcripts/load.js';
import type { Actor, Shown } from '../../transcripts/player.js';
import { MODES, type Process, startBoth } from './support.js';

/**
 * On Slack nobody can write to the app but in a form, nor be written to later, and a handle is all that it learns of
 * a name and of a language: so everybody is spoken to in the first language until they choose.
 */
function playable({ freeText, updates, people }: Transcript): boolean {
  const speakEnglish = [...people.values()].every(({ languages }) => languages[0]?.startsWith('en'));
  return !freeText && !updates && speakEnglish;
}

describe.for(MODES)('by %s and with a real ledger Slack plays:', async (mode) => {
  let slack: FakeSlack;
  /** All transcripts are played in one channel, in which the app is not. */
  let channel: Channel;

  await keepsTheContract({
    playable,
    atLeast: 33,
    async start(petition, now) {
      const both = await startBoth({ databaseUrl: await createDatabase(), petition, mode, now });
      const { bot, stop } = both;
      slack = both.slack;
      channel = slack.channel({ botIn: false });
      return {
        bot,
        stop,
        actor: (_name, { displayName }) =>
          actor(slack.person({ handle: displayName ?? NAMELESS }), channel, bot, slack.teamId),
      };
    },
  });

  test('pinged nobody, showed nothing to anybody else, and was refused nothing', () => {
    expect(slack.messages.ringing()).toEqual([]);
    expect(slack.messages.inChannel(channel.id)).toEqual([]);
    expect(slack.responseUrls.refusals).toEqual([]);
  });
});

/** An answer as it stood when it came: on Slack the next one takes its place. */
interface Snapshot {
  readonly message: StoredMessage;
  readonly text: string;
  readonly buttons: readonly ShownButton[];
}

function actor(person: Person, channel: Channel, bot: Process, teamId: string): Actor<Snapshot> {
  const press = (on: Snapshot, index: number): Promise<Answer> => {
    const button = on.buttons[index];
    if (button === undefined) throw new Error(`there is no button ${index}`);
    return person.pressCode(button, on.message);
  };
  const impossible = async () => {
    throw new Error('not on Slack');
  };
  return {
    command: async (command, argument) =>
      shown(
        await person.command(channel, '/petition', argument === null ? command : `${command} ${argument}`),
      ),
    press: async (on, index) => shown(await press(on, index)),
    async write(on, index, text) {
      await press(on, index);
      return shown(await person.submit(text));
    },
    say: impossible,
    forge: impossible,
    rename: (name) => person.rename(name ?? NAMELESS),
    receipt: () => receiptOf(bot, 'slack', person.id, teamId),
  };
}

function shown(answer: Answer): Shown<Snapshot> {
  if (answer.kind !== 'message') throw new Error(`the tap ended as ${answer.kind}`);
  const { message } = answer;
  const snapshot = { message, text: readingOf(message.data).text, buttons: buttonsOf(message.data.blocks) };
  return { seen: seen(snapshot), labels: snapshot.buttons.map(({ label }) => label), message: snapshot };
}

/** Without the button that posts a card: it is Slack's own, and belongs to no conversation. */
function seen({ text, buttons }: Snapshot): Seen {
  const own = buttons.filter(({ value }) => !value?.startsWith('card:'));
  const code = own.find(({ value }) => value !== undefined)?.value;
  const scope = code === undefined ? null : (parseCode(code)?.scope ?? null);
  return {
    role: scope === null || scope === 'note' ? 'note' : 'screen',
    step: scope === 'note' || scope === 'update' ? null : scope,
    text,
    buttons: own.map(({ label }) => label),
  };
}
