import { readButtonData } from '../../../adapters/telegram/button-data.js';
import { parseCode } from '../../../src/conversation/code.js';
import type { ShownMessage } from '../../fakes/telegram/chats.js';
import type { InlineButton } from '../../fakes/telegram/keyboard.js';
import { wire } from '../../fakes/telegram/methods.js';
import { buttonsOf, type Person } from '../../fakes/telegram/people.js';
import type { FakeTelegram } from '../../fakes/telegram/server.js';
import { differences, labelOf, readable, type Seen } from '../../transcripts/check.js';
import type { Label } from '../../transcripts/format.js';
import type { Line, Transcript } from '../../transcripts/load.js';
import { fillIn } from '../../transcripts/placeholders.js';
import type { Process } from './support.js';

/** Everybody on Telegram has a name; this one can't stand under a letter, as if there were none. */
export const NAMELESS = '__';

/** Plays a transcript with people on phones. */
export class Stage {
  private readonly people: ReadonlyMap<string, Person>;
  /** Answers as they stood when they came: the next one may take their place. */
  private readonly last = new Map<string, ShownMessage>();
  private readonly named = new Map<string, ShownMessage>();

  constructor(
    private readonly transcript: Transcript,
    telegram: FakeTelegram,
    private readonly bot: Process,
  ) {
    this.people = new Map(
      [...transcript.people].map(([name, { languages, displayName }]) => [
        name,
        telegram.person({ firstName: displayName ?? NAMELESS, language: languages[0] ?? 'en' }),
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
    const message = await this.act(line, filled);
    this.last.set(line.by, message);
    if (line.as !== null) this.named.set(line.as, message);
    if (line.expect === null) return [];
    const signed = (await this.receiptOf(line.by)) !== null;
    return differences(seen(message), line.expect, {
      locale: line.localeAfter,
      signed,
      updates: this.transcript.updates,
      filled,
    });
  }

  private async act({ input, ...line }: Line, filled: (text: string) => string): Promise<ShownMessage> {
    const person = this.person(line.by);
    switch (input.kind) {
      case 'command': {
        const { command, argument, source } = input;
        const text =
          source === null ? `/${command} ${argument === null ? '' : filled(argument)}` : `/start ${source}`;
        return person.answerTo(() => person.says(text.trim()));
      }
      case 'press':
        return this.press({ input, ...line }, input.button, input.from);
      case 'write':
        await this.press({ input, ...line }, input.into, input.from);
        return person.answerTo(() => person.says(filled(input.text)));
      case 'say':
        return person.answerTo(() => person.says(filled(input.text)));
      case 'forge':
        return person.answerTo(() => person.sendsCode(input.code));
    }
  }

  private press(line: Line, wanted: Label | number, from: string | null): Promise<ShownMessage> {
    const person = this.person(line.by);
    const message = from === null ? this.last.get(line.by) : this.named.get(from);
    if (message === undefined) throw new Error('nothing was said yet that has buttons');
    const buttons = conversationButtons(message);
    const position = wanted === 'first' ? 1 : wanted;
    const button =
      typeof position === 'number'
        ? buttons[position - 1]
        : buttons.find(({ text }) => readable(text) === labelOf(line.locale, position));
    const code = button?.callback_data;
    if (code === undefined) throw new Error(`no button ${JSON.stringify(wanted)}`);
    return person.answerTo(() => person.sendsCode(code, wire(message, person.id, person.telegram.world.bot)));
  }

  private async receiptOf(name: string): Promise<string | null> {
    const id = String(this.person(name).id);
    const { signature } = await this.bot.books.ledger.read({ channel: 'telegram', tenant: '', id });
    return signature?.receipt ?? null;
  }
}

/** The buttons of the conversation's own: without those that share and clear, which are this platform's. */
function conversationButtons(message: ShownMessage): readonly InlineButton[] {
  return buttonsOf(message).filter(
    ({ callback_data: data, url }) =>
      !url?.startsWith('https://t.me/share/') && (data === undefined || readButtonData(data).kind === 'code'),
  );
}

function seen(message: ShownMessage): Seen {
  const buttons = conversationButtons(message);
  const data = buttons.flatMap(({ callback_data }) =>
    callback_data === undefined ? [] : [readButtonData(callback_data)],
  )[0];
  const scope = data?.kind === 'code' ? (parseCode(data.code)?.scope ?? null) : null;
  return {
    role: data?.kind === 'code' ? data.on : 'note',
    step: scope === 'note' || scope === 'update' ? null : scope,
    text: message.text,
    buttons: buttons.map(({ text }) => text),
  };
}
