import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCode } from '../../../src/conversation/code.js';
import { buttonsOf, readingOf, type ShownButton, type StoredMessage } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import type { Answer } from '../../fakes/slack/taps.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { createDatabase } from '../../support/postgres.js';
import { differences, labelOf, readable, type Seen } from '../../transcripts/check.js';
import type { Label } from '../../transcripts/format.js';
import { type Line, loadTranscripts, type Transcript } from '../../transcripts/load.js';
import { fillIn } from '../../transcripts/placeholders.js';
import { sample } from '../../transcripts/sample.js';
import { createWorld, petitionIn, type World } from '../../transcripts/world.js';
import { MODES, type Process, startBoth } from './support.js';

/** Everybody on Slack has a handle; this one can't stand under a letter, as if there were none. */
const NAMELESS = '__';

/**
 * On Slack nobody can write to the app but in a form, nor be written to later, and a handle is all that it learns of
 * a name and of a language: so everybody is spoken to in the first language until they choose.
 */
function playable({ engineOnly, freeText, updates, people }: Transcript): boolean {
  const speakEnglish = [...people.values()].every(({ languages }) => languages[0]?.startsWith('en'));
  return !engineOnly && !freeText && !updates && speakEnglish;
}

describe.for(MODES)('by %s and with a real ledger Slack plays:', async (mode) => {
  const base = await sample();
  const transcripts = loadTranscripts().filter(playable);
  let world: World = createWorld(base);
  let slack: FakeSlack;
  let bot: Process;
  let stop: () => Promise<void>;

  const petition = petitionIn(base, () => world);

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    ({ slack, bot, stop } = await startBoth({ databaseUrl, petition, mode, now: () => world.now() }));
  });
  afterAll(async () => {
    await stop();
  });

  for (const transcript of transcripts) {
    test(transcript.title, async () => {
      world = createWorld(base);
      await bot.books.ledger.changeCampaign(world.campaign);
      const stage = new Stage(transcript, slack, bot);
      const found: string[] = [];
      for (const [number, step] of transcript.steps.entries()) {
        if ('world' in step) {
          world.change(step.world);
          await bot.books.ledger.changeCampaign(world.campaign);
          const { displayName } = step.world;
          if (displayName !== undefined) stage.rename(displayName.of, displayName.is ?? NAMELESS);
        } else found.push(...(await stage.play(step)).map((line) => `step ${number + 1}: ${line}`));
      }
      expect(found).toEqual([]);
      await bot.database.query('DELETE FROM petition_sample.signatures');
    });
  }

  test('finds most of the transcripts playable', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(33);
  });

  test('pinged nobody, showed nothing to anybody else, and was refused nothing', () => {
    expect(slack.messages.ringing()).toEqual([]);
    expect(slack.messages.inChannel(Stage.channelOf(slack).id)).toEqual([]);
    expect(slack.responseUrls.refusals).toEqual([]);
  });
});

/** An answer as it stood when it came: on Slack the next one takes its place. */
interface Snapshot {
  readonly message: StoredMessage;
  readonly text: string;
  readonly buttons: readonly ShownButton[];
}

class Stage {
  static readonly #channels = new WeakMap<FakeSlack, Channel>();
  readonly #people: ReadonlyMap<string, Person>;
  readonly #channel: Channel;
  readonly #last = new Map<string, Snapshot>();
  readonly #named = new Map<string, Snapshot>();

  constructor(
    readonly transcript: Transcript,
    readonly slack: FakeSlack,
    readonly bot: Process,
  ) {
    this.#channel = Stage.channelOf(slack);
    this.#people = new Map(
      [...transcript.people].map(([name, { displayName }]) => [
        name,
        slack.person({ handle: displayName ?? NAMELESS }),
      ]),
    );
  }

  /** All transcripts are played in one channel, in which the app is not. */
  static channelOf(slack: FakeSlack): Channel {
    const known = Stage.#channels.get(slack);
    const channel = known ?? slack.channel({ botIn: false });
    Stage.#channels.set(slack, channel);
    return channel;
  }

  person(name: string): Person {
    const person = this.#people.get(name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person;
  }

  rename(name: string, handle: string): void {
    this.person(name).rename(handle);
  }

  async play(line: Line): Promise<readonly string[]> {
    const receipts = new Map<string, string | null>();
    for (const name of this.#people.keys()) receipts.set(name, await this.#receiptOf(name));
    const filled = (text: string) => fillIn(text, (name) => receipts.get(name) ?? null);
    const answer = await this.#act(line, filled);
    if (answer.kind !== 'message') throw new Error(`the tap ended as ${answer.kind}`);
    const { message } = answer;
    const buttons = buttonsOf(message.data.blocks);
    const snapshot = { message, text: readingOf(message.data).text, buttons };
    this.#last.set(line.by, snapshot);
    if (line.as !== null) this.#named.set(line.as, snapshot);
    if (line.expect === null) return [];
    const signed = (await this.#receiptOf(line.by)) !== null;
    return differences(seen(snapshot), line.expect, {
      locale: line.localeAfter,
      signed,
      updates: false,
      filled,
    });
  }

  async #act(line: Line, filled: (text: string) => string): Promise<Answer> {
    const { input } = line;
    const person = this.person(line.by);
    switch (input.kind) {
      case 'command': {
        const words = [input.command, ...(input.argument === null ? [] : [filled(input.argument)])];
        return person.command(this.#channel, '/petition', words.join(' '));
      }
      case 'press':
        return this.#press(line, input.button, input.from);
      case 'write':
        await this.#press(line, input.into, input.from);
        return person.submit(filled(input.text));
      case 'say':
      case 'forge':
        throw new Error('not on Slack');
    }
  }

  #press(line: Line, wanted: Label | number, from: string | null): Promise<Answer> {
    const snapshot = from === null ? this.#last.get(line.by) : this.#named.get(from);
    const position = wanted === 'first' ? 1 : wanted;
    const button =
      typeof position === 'number'
        ? snapshot?.buttons[position - 1]
        : snapshot?.buttons.find(({ label }) => readable(label) === labelOf(line.locale, position));
    if (!snapshot || button === undefined) throw new Error(`no button ${JSON.stringify(wanted)}`);
    return this.person(line.by).pressCode(button, snapshot.message);
  }

  async #receiptOf(name: string): Promise<string | null> {
    const { id } = this.person(name);
    const person = { channel: 'slack', tenant: this.slack.teamId, id };
    return (await this.bot.books.ledger.read(person)).signature?.receipt ?? null;
  }
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
