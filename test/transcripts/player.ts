import { STEPS, type Step } from '../../src/conversation/conversation.js';
import type { Action, Command, Opening, Surroundings } from '../../src/conversation/event.js';
import type { Petition } from '../../src/petition/petition.js';
import { differences, labelOf, readable, type Seen } from './check.js';
import type { Label, Target, WorldChange } from './format.js';
import type { Line, Participant, Transcript } from './load.js';
import { fillIn, holdsReceipt } from './placeholders.js';
import type { World } from './world.js';

/** An answer of the bot as it stood when it came: the next one may take its place. */
export interface Shown<Message> {
  readonly seen: Seen;
  /** The labels of all buttons; `seen` leaves out what is the platform's own. */
  readonly labels: readonly string[];
  readonly message: Message;
}

/** One person on one platform. */
export interface Actor<Message> {
  /** @param opening the button that the person presses on the page around the chat; null without such a page */
  command(
    command: Command,
    argument: string | null,
    source: string | null,
    opening: Opening | null,
  ): Promise<Shown<Message>>;
  /** Presses the button with this index, which may stand in an answer that another person got. */
  press(message: Message, button: number): Promise<Shown<Message>>;
  /** Opens the button's form and sends it; without forms: presses, and sends a message. */
  write(message: Message, button: number, text: string): Promise<Shown<Message>>;
  say(text: string): Promise<Shown<Message>>;
  /** Presses a button that nobody made. */
  forge(code: string): Promise<Shown<Message>>;
  /** The platform shows another name for this person from now on; null: none. */
  rename(name: string | null): void;
  /** The receipt of this person's signature; null where they have none. */
  receipt(): Promise<string | null>;
}

/** What a person does who sends a command. */
export function commandAction(
  command: Command,
  argument: string | null,
  source: string | null,
): Extract<Action, { kind: 'command' }> {
  return {
    kind: 'command',
    command,
    ...(argument === null ? {} : { argument }),
    ...(source === null ? {} : { source }),
  };
}

/** What the page around the chat tells the bot. */
export function pageOf(
  { id }: Pick<Petition, 'id'>,
  [locale = 'en']: readonly string[],
  { open }: NonNullable<Participant['page']>,
  opening: Opening | null,
): Surroundings {
  return { petition: id, locale, open, ...(opening === null ? {} : { opening }) };
}

/** Where a transcript is played. */
export interface Stage<Message> {
  readonly world: World;
  actor(name: string, participant: Participant): Actor<Message>;
  /** Takes the world's new state to the bot. */
  changed(change: WorldChange): Promise<void> | void;
}

/** Plays a transcript. Returns what differs from what it expects: a line each, with the step's number. */
export async function playOn<Message>(
  transcript: Transcript,
  stage: Stage<Message>,
): Promise<readonly string[]> {
  const player = new Player(transcript, stage);
  const found: string[] = [];
  for (const [index, step] of transcript.steps.entries()) {
    if ('world' in step) await player.change(step.world);
    else found.push(...(await player.play(step)).map((line) => `step ${index + 1}: ${line}`));
  }
  return found;
}

/** How far a step is on the way; a note stands before all of them. */
function rank(step: Step | null): number {
  return step === null ? -1 : STEPS.indexOf(step);
}

class Player<Message> {
  readonly #transcript: Transcript;
  readonly #stage: Stage<Message>;
  readonly #actors: ReadonlyMap<string, Actor<Message>>;
  readonly #last = new Map<string, Shown<Message>>();
  readonly #named = new Map<string, Shown<Message>>();

  constructor(transcript: Transcript, stage: Stage<Message>) {
    this.#transcript = transcript;
    this.#stage = stage;
    this.#actors = new Map([...transcript.people].map(([name, one]) => [name, stage.actor(name, one)]));
  }

  async change(change: WorldChange): Promise<void> {
    this.#stage.world.change(change);
    if (change.displayName !== undefined) this.#actor(change.displayName.of).rename(change.displayName.is);
    await this.#stage.changed(change);
  }

  async play(line: Line): Promise<readonly string[]> {
    const receipts = new Map<string, string | null>();
    if (holdsReceipt(JSON.stringify(line))) {
      for (const [name, actor] of this.#actors) receipts.set(name, await actor.receipt());
    }
    const filled = (text: string) => fillIn(text, (name) => receipts.get(name) ?? null);
    const shown = await this.#act(line, filled);
    this.#last.set(line.by, shown);
    if (line.as !== null) this.#named.set(line.as, shown);
    if (line.expect === null) return [];
    return differences(shown.seen, line.expect, {
      locale: line.localeAfter,
      signed: line.expect.signed === undefined ? null : (await this.#actor(line.by).receipt()) !== null,
      updates: this.#transcript.updates,
      filled,
    });
  }

  #act(line: Line, filled: (text: string) => string): Promise<Shown<Message>> {
    const { input } = line;
    const actor = this.#actor(line.by);
    switch (input.kind) {
      case 'command':
        return actor.command(
          input.command,
          input.argument === null ? null : filled(input.argument),
          input.source,
          input.opening,
        );
      case 'press':
        return actor.press(...this.#button(line, input.button, input.from));
      case 'walk':
        return this.#walk(line, input.to);
      case 'write':
        return actor.write(...this.#button(line, input.into, input.from), filled(input.text));
      case 'say':
        return actor.say(filled(input.text));
      case 'forge':
        return actor.forge(input.code);
    }
  }

  /** Presses the first button of each answer until one is what was wanted; fails where that does not lead forward. */
  async #walk(line: Line, to: Target): Promise<Shown<Message>> {
    let shown = this.#answer(line, null);
    const pages = new Set<string>();
    for (;;) {
      const from = shown.seen;
      if (shown.labels.length === 0) throw new Error(`no way from ${from.step} to ${to.step}`);
      shown = await this.#actor(line.by).press(shown.message, 0);
      const { step, text } = shown.seen;
      if (step === to.step && (to.says === null || readable(text).includes(readable(to.says)))) return shown;
      const anotherPage = step === 'story' && !pages.has(text);
      if (!anotherPage && rank(step) <= rank(from.step)) {
        throw new Error(`the way to ${to.step} led from ${from.step} to ${step}`);
      }
      pages.add(text);
    }
  }

  #button(line: Line, wanted: 'first' | number | Label, from: string | null): [Message, number] {
    const { labels, message } = this.#answer(line, from);
    const index = (): number => {
      if (wanted === 'first') return 0;
      if (typeof wanted === 'number') return wanted - 1;
      return labels.findIndex((label) => readable(label) === labelOf(line.locale, wanted));
    };
    if (labels[index()] === undefined) throw new Error(`no button ${JSON.stringify(wanted)}`);
    return [message, index()];
  }

  /** The answer of this name; without a name the last that this person got. */
  #answer({ by }: Line, name: string | null): Shown<Message> {
    const shown = name === null ? this.#last.get(by) : this.#named.get(name);
    if (shown === undefined) throw new Error('nothing was said yet that has buttons');
    return shown;
  }

  #actor(name: string): Actor<Message> {
    const actor = this.#actors.get(name);
    if (actor === undefined) throw new Error(`nobody is called ${name}`);
    return actor;
  }
}
