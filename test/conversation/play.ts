import { advance } from '../../src/conversation/advance.js';
import { parseCode } from '../../src/conversation/code.js';
import type { Action, Event } from '../../src/conversation/event.js';
import type { Button, Message } from '../../src/conversation/message.js';
import type { Petition } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import { differences, labelOf, readable, type Seen } from '../transcripts/check.js';
import type { Line, Transcript } from '../transcripts/load.js';
import { fillIn } from '../transcripts/placeholders.js';
import { createWorld, type World } from '../transcripts/world.js';
import { People } from './people.js';

/** Plays a transcript on the engine alone, the state written out and read back between all inputs. */
export function play(transcript: Transcript, base: Petition): readonly string[] {
  const world = createWorld(base);
  const stage = new Stage(transcript, world);
  return transcript.steps.flatMap((step, index) => {
    if ('world' in step) {
      stage.change(step.world);
      return [];
    }
    return stage.play(step).map((difference) => `step ${index + 1}: ${difference}`);
  });
}

class Stage {
  private readonly people: People;
  private readonly names = new Map<string, string | null>();
  private readonly last = new Map<string, Message>();
  private readonly named = new Map<string, Message>();
  private events = 0;

  constructor(
    private readonly transcript: Transcript,
    private readonly world: World,
  ) {
    this.people = new People(world.petition, () => world.campaign);
    for (const [person, { displayName }] of transcript.people) this.names.set(person, displayName);
  }

  change(change: Parameters<World['change']>[0]): void {
    this.world.change(change);
    if (change.displayName !== undefined) this.names.set(change.displayName.of, change.displayName.is);
    if (change.forgotten !== undefined) this.people.forget(change.forgotten);
  }

  play(line: Line): readonly string[] {
    const event = this.event(line, this.action(line));
    const today = this.world.now().toISOString().slice(0, 10);
    const standing = this.people.standing(line.by, today, event);
    const { conversation, messages, change } = advance(this.world.petition, standing, event);
    this.people.commit(line.by, today, conversation, change);
    const message = messages[messages.length - 1] ?? messages[0];
    this.last.set(line.by, message);
    if (line.as !== null) this.named.set(line.as, message);
    if (line.expect === null) return [];
    const context = {
      locale: line.localeAfter,
      signed: this.people.hasSigned(line.by),
      updates: this.transcript.updates,
      filled: (text: string) => this.filled(text),
    };
    return differences(seen(message), line.expect, context);
  }

  private event(line: Line, action: Action): Event {
    this.events += 1;
    const displayName = this.names.get(line.by) ?? null;
    const languages = this.transcript.people.get(line.by)?.languages ?? [];
    const updates = this.transcript.updates ? { updates: true as const } : {};
    const event: Event = { id: `event-${this.events}`, action, languages, accountAge: 'older', ...updates };
    return displayName === null ? event : { ...event, displayName };
  }

  private action(line: Line): Action {
    const { input } = line;
    switch (input.kind) {
      case 'command': {
        const { kind, command } = input;
        const argument = input.argument === null ? {} : { argument: this.filled(input.argument) };
        return { kind, command, ...argument, ...(input.source === null ? {} : { source: input.source }) };
      }
      case 'press':
        return { kind: 'press', code: this.code(this.button(line, input.button, input.from)) };
      case 'write': {
        const button = this.button(line, input.into, input.from);
        if (button.kind !== 'form') throw new Error(`${input.into} opens no form`);
        return { kind: 'form', code: button.code, text: this.filled(input.text) };
      }
      case 'say':
        return { kind: 'text', text: this.filled(input.text) };
      case 'forge':
        return { kind: 'press', code: input.code };
    }
  }

  private button(line: Line, wanted: Parameters<typeof labelOf>[1] | number, from: string | null): Button {
    const message = from === null ? this.last.get(line.by) : this.named.get(from);
    if (message === undefined) throw new Error('nothing was said yet that has buttons');
    const position = wanted === 'first' ? 1 : wanted;
    const found =
      typeof position === 'number'
        ? message.buttons[position - 1]
        : message.buttons.find(({ label }) => readable(label) === labelOf(line.locale, position));
    if (found === undefined) {
      throw new Error(`${this.transcript.file}: no button ${JSON.stringify(wanted)} at that place`);
    }
    return found;
  }

  private code(button: Button): string {
    if (button.kind === 'link') throw new Error(`${button.label} is a link`);
    return button.code;
  }

  private filled(text: string): string {
    return fillIn(text, (person) => this.people.receiptOf(person));
  }
}

/** A message as the person sees it. */
export function seen(message: Message): Seen {
  const codes = message.buttons.flatMap((button) => (button.kind === 'link' ? [] : [button.code]));
  const scope = codes[0] === undefined ? null : (parseCode(codes[0])?.scope ?? null);
  return {
    role: message.role,
    step: scope === 'note' || scope === 'update' ? null : scope,
    text: plainText(message.body) + (message.share === undefined ? '' : `\n\n${message.share.text}`),
    buttons: message.buttons.map(({ label }) => label),
    total: message.progress?.total,
  };
}
