import { randomUUID } from 'node:crypto';
import { readButtonData } from '../../adapters/telegram/button-data.js';
import type { ChatAnswer, ChatButton, ChatMessage } from '../../adapters/web/client/answer.js';
import type { Command } from '../../src/conversation/event.js';
import type { Person } from '../../src/signatures/person.js';
import { textOf } from '../adapters/web/browser.js';
import type { Person as DiscordPerson } from '../fakes/discord/people.js';
import { buttonsOf as slackButtonsOf, readingOf as slackReadingOf } from '../fakes/slack/messages.js';
import type { Person as SlackPerson } from '../fakes/slack/people.js';
import type { FakeSlack } from '../fakes/slack/server.js';
import { wire } from '../fakes/telegram/methods.js';
import { buttonsOf, type Person as TelegramPerson } from '../fakes/telegram/people.js';
import { type Answer, ask } from '../http/support.js';
import { PRESSES_TO_NAME } from '../support/walk.js';

/** A person on any channel. Each act returns the text of its answer. */
export interface Supporter {
  /** The person's identity in the ledger. */
  readonly person: Person;
  command(name: Command, argument?: string): Promise<string>;
  /** Presses the button at this position, or with this label. */
  press(button: number | string): Promise<string>;
  /** Presses a button with this code, real or forged. */
  pressCode(code: string): Promise<string>;
  /** Presses a button that asks for text, and writes the text. */
  write(button: string, text: string): Promise<string>;
  /** The codes of the buttons in sight. */
  readonly codes: readonly string[];
}

/** A person who can also write any text at any time. */
export interface Talker extends Supporter {
  say(text: string): Promise<string>;
  /** Follows a link that says where it was found. */
  arrive(source: string): Promise<string>;
}

/** Walks from the first message to the name step. */
export async function walkToName(
  supporter: Supporter,
  presses: number = PRESSES_TO_NAME.zefzafi,
): Promise<string> {
  let shown = await supporter.command('sign');
  for (let press = 0; press < presses; press += 1) shown = await supporter.press(0);
  return shown;
}

/** A person in a private chat with the bot on Telegram. */
export function onTelegram(person: TelegramPerson): Talker {
  const shown = async (act: () => unknown) => (await person.answerTo(act)).text;
  const say = (text: string) => shown(() => person.says(text));
  return {
    person: { channel: 'telegram', tenant: '', id: String(person.id) },
    say,
    arrive: (source) => say(`/start ${source}`),
    command: (name, argument) => say(argument === undefined ? `/${name}` : `/${name} ${argument}`),
    press: (button) => shown(() => person.presses(button)),
    pressCode: (code) =>
      shown(() => person.sendsCode(code, wire(person.last, person.id, person.telegram.world.bot))),
    async write(button, text) {
      await shown(() => person.presses(button));
      return say(text);
    },
    get codes() {
      return buttonsOf(person.last).flatMap(({ callback_data: data }) => {
        const read = data === undefined ? null : readButtonData(data);
        return read?.kind === 'code' ? [read.code] : [];
      });
    },
  };
}

/** A person on Discord, in a direct message or in a server. */
export function onDiscord(person: DiscordPerson): Supporter {
  return {
    person: { channel: 'discord', tenant: '', id: person.id },
    async command(name, argument) {
      await person.command(name, argument === undefined ? {} : { receipt: argument });
      return person.text;
    },
    async press(button) {
      await person.press(button);
      return person.text;
    },
    async pressCode(code) {
      await person.pressCode(code);
      return person.text;
    },
    async write(button, text) {
      await person.press(button);
      await person.submit(text);
      return person.text;
    },
    get codes() {
      return person.buttons.flatMap(({ customId }) => (customId === undefined ? [] : [customId]));
    },
  };
}

/** A person in a Slack workspace, who talks to the app from a channel. */
export function onSlack(slack: FakeSlack, person: SlackPerson): Supporter {
  const channel = slack.channel({ botIn: false });
  const shown = () => slackReadingOf(person.screen().data).text;
  return {
    person: { channel: 'slack', tenant: slack.teamId, id: person.id },
    async command(name, argument) {
      await person.command(channel, '/petition', argument === undefined ? name : `${name} ${argument}`);
      return shown();
    },
    async press(button) {
      await person.press(button);
      return shown();
    },
    async pressCode(code) {
      await person.pressCode({ actionId: 'forged', value: code });
      return shown();
    },
    async write(button, text) {
      await person.press(button);
      await person.submit(text);
      return shown();
    },
    get codes() {
      const buttons = slackButtonsOf(person.screen().data.blocks);
      return buttons.flatMap(({ value }) => (value === undefined ? [] : [value]));
    },
  };
}

let addresses = 0;

/** A person on the web page, at their own IP address. */
export class WebVisitor implements Talker {
  readonly #url: string;
  readonly #address: string;
  #session: string | null = null;
  #last: ChatMessage | null = null;

  constructor(url: string) {
    this.#url = url;
    addresses += 1;
    this.#address = `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`;
  }

  get person(): Person {
    if (this.#session === null) throw new Error('there is no session yet');
    return { channel: 'web', tenant: '', id: this.#session };
  }

  /** Sends one request, with a browser's usual headers. */
  async post(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const answer = await ask(`${this.#url}/chat/events`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': 'en',
        'X-Forwarded-For': this.#address,
        ...(this.#session === null ? {} : { Cookie: `petition_chat=${this.#session}` }),
        ...headers,
      },
      body,
    });
    const given = /^petition_chat=([^;]+)/.exec(answer.headers['set-cookie']?.[0] ?? '')?.[1];
    this.#session = given ?? this.#session;
    return answer;
  }

  command(command: Command, argument?: string): Promise<string> {
    return this.#act({ kind: 'command', command, ...(argument === undefined ? {} : { argument }) });
  }

  arrive(source: string): Promise<string> {
    return this.#act({ kind: 'command', command: 'sign', source });
  }

  press(button: number | string): Promise<string> {
    return this.pressCode(codeOf(this.#find(button)));
  }

  pressCode(code: string): Promise<string> {
    return this.#act({ kind: 'press', code });
  }

  write(button: string, text: string): Promise<string> {
    return this.#act({ kind: 'form', code: codeOf(this.#find(button)), text });
  }

  say(text: string): Promise<string> {
    return this.#act({ kind: 'text', text });
  }

  get codes(): readonly string[] {
    return (this.#last?.buttons ?? []).flatMap((button) => (button.kind === 'link' ? [] : [button.code]));
  }

  #find(wanted: number | string): ChatButton {
    const buttons = this.#last?.buttons ?? [];
    const found =
      typeof wanted === 'number' ? buttons[wanted] : buttons.find(({ label }) => label.includes(wanted));
    if (found === undefined) throw new Error(`no button ${wanted}`);
    return found;
  }

  /** Returns the text; for a refused request, its body. */
  async #act(action: object): Promise<string> {
    const { status, body } = await this.post(JSON.stringify({ id: randomUUID(), action }));
    if (status !== 200 && status !== 503) return body;
    const { messages }: ChatAnswer = JSON.parse(body);
    this.#last = messages.at(-1) ?? this.#last;
    return messages.map(({ html }) => textOf(html)).join('\n');
  }
}

function codeOf(button: ChatButton): string {
  if (button.kind === 'link') throw new Error(`${button.label} is a link`);
  return button.code;
}
