import type { Answer, Choice, Interaction, Interactions } from './interactions.js';
import { EPHEMERAL } from './limits.js';
import type { Reading } from './markdown.js';
import {
  buttonsOf,
  type Messages,
  readingOf,
  type ShownButton,
  type StoredMessage,
  wireMessage,
} from './messages.js';
import { snowflake } from './snowflake.js';

const MANAGE_GUILD = 1n << 5n;
const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;
const DAY = 86_400_000;

/** A channel where people meet the bot. */
export interface Place {
  readonly channelId: string;
  /** Null in a direct message. */
  readonly guildId: string | null;
  /** Whether the bot is a member of the server and sees the channel. */
  botSees: boolean;
  /** Whether the bot may write of itself: answers to people need no permission. */
  botWrites: boolean;
  /** Whether the people here may write in the channel, and in its threads. */
  mayWrite: boolean;
  mayWriteInThreads: boolean;
  /** Whether this is a thread. */
  thread: boolean;
  /** Whether the server lets apps that people installed for themselves answer in public. */
  externalApps: boolean;
}

/** A place as tests make it. */
export function place(kind: 'server' | 'direct'): Place {
  const server = kind === 'server';
  return {
    channelId: snowflake(),
    guildId: server ? snowflake() : null,
    botSees: server,
    botWrites: server,
    mayWrite: true,
    mayWriteInThreads: true,
    thread: false,
    externalApps: true,
  };
}

/** The parts of the fake that a person's client uses. */
export interface World {
  readonly applicationId: string;
  readonly bot: object;
  readonly interactions: Interactions;
  readonly messages: Messages;
  readonly dispatch: (event: string, data: object) => void;
}

export interface PersonOptions {
  readonly name?: string;
  /** The name that a server shows. */
  readonly nick?: string;
  /** The language of the app; null or `absent` if Discord does not tell it. */
  readonly locale?: string | null;
  /** How old the account is, in days. */
  readonly days?: number;
  readonly place?: Place;
  /** Whether the person may manage the server. */
  readonly manages?: boolean;
  /** The id; if left out, one is drawn that fits the account's age. */
  readonly id?: string;
}

/** A person with a phone: taps, and sees the answers. */
export class Person {
  readonly id: string;
  place: Place;
  /** Whether the bot may write to this person. */
  takesMessages = true;
  /** The name that Discord shows. */
  name: string;
  readonly #options: PersonOptions;
  readonly #world: World;
  #modal: Interaction | null = null;

  constructor(world: World, options: PersonOptions = {}) {
    this.#world = world;
    this.#options = options;
    this.name = options.name ?? 'Amina Haddad';
    this.id = options.id ?? snowflake(Date.now() - (options.days ?? 400) * DAY);
    this.place = options.place ?? place('direct');
  }

  /** Runs `/petition <name>` with these options. */
  command(name: string, options: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.slash('petition', name, options);
  }

  /** Runs `/petition-card` with these options. */
  card(options: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.slash('petition-card', null, options);
  }

  /** Runs a command, or a subcommand of it. */
  slash(
    name: string,
    subcommand: string | null,
    options: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const filled = Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value }));
    return this.#tap('command', null, {
      type: 2,
      data: {
        id: '1000000000000000000',
        name,
        type: 1,
        options: subcommand === null ? filled : [{ name: subcommand, type: 1, options: filled }],
      },
    });
  }

  /** Types in an option of `/petition <name>`, and sees what is suggested. */
  async types(name: string, option: string, value: string): Promise<readonly Choice[]> {
    const options = [{ name: option, type: 3, value, focused: true }];
    const answer = await this.#tap('typing', null, {
      type: 4,
      data: { id: '1000000000000000000', name: 'petition', type: 1, options: [{ name, type: 1, options }] },
    });
    if (answer.kind !== 'choices') throw new Error(`suggested was ${answer.kind}`);
    return answer.choices;
  }

  /** Presses a button by its label or number, on the newest of the person's screens unless told another message. */
  press(which: string | number, on: StoredMessage = this.#newest()): Promise<Answer> {
    const buttons = buttonsOf(on.data);
    const button =
      typeof which === 'number' ? buttons[which] : buttons.find(({ label }) => label.includes(which));
    if (button?.customId === undefined) {
      throw new Error(`no button ${which} among ${buttons.map(({ label }) => label).join(', ')}`);
    }
    return this.pressCode(button.customId, on);
  }

  /** Presses a button with a forged code. */
  pressCode(customId: string, on: StoredMessage = this.#newest()): Promise<Answer> {
    return this.#tap('press', on, { type: 3, data: { custom_id: customId, component_type: 2 } });
  }

  /** Fills in the only field of the open form and sends it. */
  submit(text: string): Promise<Answer> {
    const opened = this.#modal;
    const modal = opened?.modal;
    if (!opened || !modal) throw new Error('no form is open');
    this.#modal = null;
    const components = modal.components.map(({ component }) => ({
      type: 18,
      component: { type: 4, custom_id: component.custom_id, value: text },
    }));
    return this.#tap('form', opened.message, {
      type: 5,
      data: { custom_id: modal.custom_id, components },
    });
  }

  /** The messages that only this person sees, newest last. */
  get screens(): StoredMessage[] {
    return this.#world.messages.screensOf(this.id);
  }

  /** The messages that the bot sent without being asked, oldest first. */
  get inbox(): StoredMessage[] {
    return this.#world.messages.inChannel(this.place.channelId);
  }

  /** The text of the newest screen, as the person reads it. */
  get text(): string {
    return this.reading.text;
  }

  /** The text of the newest screen with its live parts: links, mentions. */
  get reading(): Reading {
    return readingOf(this.#newest().data);
  }

  /** The buttons on the newest screen. */
  get buttons(): ShownButton[] {
    return buttonsOf(this.#newest().data);
  }

  #permissions(): bigint {
    const { mayWrite, mayWriteInThreads } = this.place;
    const { manages = false } = this.#options;
    return (
      VIEW_CHANNEL |
      (mayWrite ? SEND_MESSAGES : 0n) |
      (mayWriteInThreads ? SEND_MESSAGES_IN_THREADS : 0n) |
      (manages ? MANAGE_GUILD : 0n)
    );
  }

  #newest(): StoredMessage {
    const newest = this.screens.at(-1);
    if (newest === undefined) throw new Error('there is no screen yet');
    return newest;
  }

  async #tap(kind: Interaction['kind'], message: StoredMessage | null, data: object): Promise<Answer> {
    const { channelId, guildId, botSees, externalApps } = this.place;
    const { interactions, dispatch } = this.#world;
    const onlyPrivate = guildId !== null && !botSees && !externalApps;
    const interaction = interactions.begin({ kind, personId: this.id, channelId, message, onlyPrivate });
    dispatch('INTERACTION_CREATE', this.#payload(interaction, data));
    const answer = await interaction.answered;
    if (answer.kind === 'modal') this.#modal = interaction;
    return answer;
  }

  #payload({ id, token, message }: Interaction, data: object): object {
    const { guildId, channelId, botSees, thread } = this.place;
    const { locale = 'en-US', nick = null } = this.#options;
    const user = {
      id: this.id,
      username: `user${this.id}`,
      global_name: this.name,
      discriminator: '0',
      avatar: null,
      public_flags: 0,
    };
    const permissions = this.#permissions().toString();
    const member = { user, nick, permissions, roles: [], joined_at: new Date().toISOString(), flags: 0 };
    return {
      id,
      token,
      application_id: this.#world.applicationId,
      version: 1,
      ...(locale === 'absent' ? {} : { locale }),
      entitlements: [],
      app_permissions: botPermissions(this.place).toString(),
      attachment_size_limit: 10_485_760,
      channel: { id: channelId, type: thread ? 11 : guildId === null ? 1 : 0 },
      channel_id: channelId,
      ...(guildId === null
        ? { user, context: 1, authorizing_integration_owners: { 0: '0' } }
        : {
            member,
            guild_id: guildId,
            guild: { id: guildId, locale: 'en-US', features: [] },
            guild_locale: 'en-US',
            context: 0,
            authorizing_integration_owners: botSees ? { 0: guildId } : { 1: this.id },
          }),
      ...(message === null ? {} : { message: wireMessage(message, this.#world.bot) }),
      ...data,
    };
  }
}

function botPermissions({ botSees, botWrites, thread }: Place): bigint {
  if (!botSees) return 0n;
  return VIEW_CHANNEL | (botWrites ? (thread ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES) : 0n);
}

/** Whether only one person sees a message. */
export function isPrivate({ data }: StoredMessage): boolean {
  return ((data.flags ?? 0) & EPHEMERAL) !== 0;
}
