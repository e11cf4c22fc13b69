import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCode } from '../../../src/conversation/code.js';
import type { Answer } from '../../fakes/discord/interactions.js';
import { buttonsOf, readingOf, type ShownButton, type StoredMessage } from '../../fakes/discord/messages.js';
import type { Person } from '../../fakes/discord/people.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { createDatabase } from '../../support/postgres.js';
import { differences, labelOf, readable, type Seen } from '../../transcripts/check.js';
import type { Label } from '../../transcripts/format.js';
import { type Line, loadTranscripts, type Transcript } from '../../transcripts/load.js';
import { fillIn } from '../../transcripts/placeholders.js';
import { sample } from '../../transcripts/sample.js';
import { createWorld, petitionIn, type World } from '../../transcripts/world.js';
import { type Process, startBoth } from './support.js';

/** Everybody on Discord has a name; this one can't stand under a letter, as if there were none. */
const NAMELESS = '__';

/** On Discord nobody can write to the bot but in a form. */
const playable = ({ engineOnly, freeText }: Transcript): boolean => !engineOnly && !freeText;

describe('through the gateway and a real ledger Discord plays:', async () => {
  const base = await sample();
  const transcripts = loadTranscripts().filter(playable);
  let world: World = createWorld(base);
  let discord: FakeDiscord;
  let bot: Process;
  let stop: () => Promise<void>;

  const petition = petitionIn(base, () => world);

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    ({ discord, bot, stop } = await startBoth({ databaseUrl, petition, now: () => world.now() }));
  });
  afterAll(async () => {
    await stop();
  });

  for (const transcript of transcripts) {
    test(transcript.title, async () => {
      world = createWorld(base);
      await bot.books.ledger.changeCampaign(world.campaign);
      const stage = new Stage(transcript, discord, bot);
      const found: string[] = [];
      for (const [number, step] of transcript.steps.entries()) {
        if ('world' in step) {
          world.change(step.world);
          await bot.books.ledger.changeCampaign(world.campaign);
          const { displayName } = step.world;
          if (displayName !== undefined) stage.person(displayName.of).name = displayName.is ?? NAMELESS;
        } else found.push(...(await stage.play(step)).map((line) => `step ${number + 1}: ${line}`));
      }
      expect(found).toEqual([]);
      await bot.database.query('DELETE FROM petition_sample.signatures');
    });
  }

  test('finds most of the transcripts playable', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(35);
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

class Stage {
  private readonly people: ReadonlyMap<string, Person>;
  private readonly last = new Map<string, Snapshot>();
  private readonly named = new Map<string, Snapshot>();

  constructor(
    private readonly transcript: Transcript,
    discord: FakeDiscord,
    private readonly bot: Process,
  ) {
    this.people = new Map(
      [...transcript.people].map(([name, { languages, displayName }]) => [
        name,
        discord.person({ locale: languages[0] ?? 'en-US', name: displayName ?? NAMELESS }),
      ]),
    );
  }

  person(name: string): Person {
    const person = this.people.get(name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person;
  }

  async play(line: Line): Promise<readonly string[]> {
    const receipts = new Map<string, string | null>();
    for (const name of this.people.keys()) receipts.set(name, await this.receiptOf(name));
    const filled = (text: string) => fillIn(text, (name) => receipts.get(name) ?? null);
    const answer = await this.act(line, filled);
    if (answer.kind !== 'message') throw new Error(`the tap ended as ${answer.kind}`);
    const { message } = answer;
    const snapshot = { message, text: readingOf(message.data).text, buttons: buttonsOf(message.data) };
    this.last.set(line.by, snapshot);
    if (line.as !== null) this.named.set(line.as, snapshot);
    if (line.expect === null) return [];
    const signed = (await this.receiptOf(line.by)) !== null;
    return differences(seen(snapshot), line.expect, {
      locale: line.localeAfter,
      signed,
      updates: this.transcript.updates,
      filled,
    });
  }

  private async act(line: Line, filled: (text: string) => string): Promise<Answer> {
    const { input } = line;
    const person = this.person(line.by);
    switch (input.kind) {
      case 'command':
        return person.command(
          input.command,
          input.argument === null ? {} : { receipt: filled(input.argument) },
        );
      case 'press':
        return this.press(line, input.button, input.from);
      case 'write':
        await this.press(line, input.into, input.from);
        return person.submit(filled(input.text));
      case 'say':
      case 'forge':
        throw new Error('not on Discord');
    }
  }

  private press(line: Line, wanted: Label | number, from: string | null): Promise<Answer> {
    const snapshot = from === null ? this.last.get(line.by) : this.named.get(from);
    const position = wanted === 'first' ? 1 : wanted;
    const button =
      typeof position === 'number'
        ? snapshot?.buttons[position - 1]
        : snapshot?.buttons.find(({ label }) => readable(label) === labelOf(line.locale, position));
    if (!snapshot || button?.customId === undefined) throw new Error(`no button ${JSON.stringify(wanted)}`);
    return this.person(line.by).pressCode(button.customId, snapshot.message);
  }

  private async receiptOf(name: string): Promise<string | null> {
    const { id } = this.person(name);
    const { signature } = await this.bot.books.ledger.read({ channel: 'discord', tenant: '', id });
    return signature?.receipt ?? null;
  }
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
