import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { BotAction, BotEvent, Person, Switchboard } from '../../../src/channel/adapter.js';
import { createConductor } from '../../../src/channel/conductor.js';
import { createPublicStatus } from '../../../src/channel/public-status.js';
import { servedPetitions } from '../../../src/channel/served-petitions.js';
import { createSwitchboard } from '../../../src/channel/switchboard.js';
import type { Line } from '../../../src/channel/switchboard-line.js';
import type { Event } from '../../../src/conversation/event.js';
import type { Message } from '../../../src/conversation/message.js';
import type { Locale } from '../../../src/petition/formats.js';
import { negotiate } from '../../../src/petition/negotiate.js';
import { type LocaleTexts, NEW_CAMPAIGN, type Petition } from '../../../src/petition/petition.js';
import { paragraph } from '../../../src/petition/rich-text.js';
import type { Choice } from '../../../src/signatures/choices.js';
import { personKey } from '../../../src/signatures/person.js';
import { BOT, pseudonyms, tagOf } from '../../../src/signatures/pseudonym.js';
import { createPublicTotal } from '../../../src/signatures/public-total.js';
import { sourceCodes } from '../../../src/signatures/source-codes.js';
import { StoreUnavailable } from '../../../src/storage/database.js';
import { day } from '../../support/day.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import type { Answer } from '../talk.js';
import { type MemoryLedger, memoryLedger } from './memory-ledger.js';

const PEPPER = Buffer.alloc(32, 9);
const NOW = new Date('2026-03-01T12:00:00Z');

/** Another petition with the same texts: its headline is `The case of <id>`. */
export function caseOf(
  base: Petition,
  id: string,
  over: { readonly locales?: Petition['locales']; readonly closed?: boolean } = {},
): Petition {
  const { locales = base.locales, closed = false } = over;
  return {
    ...base,
    id,
    locales,
    settings: closed ? { ...base.settings, closes: { kind: 'day', day: day('2020-01-01') } } : base.settings,
    negotiate: (tags) => negotiate(tags, locales),
    texts(locale: Locale): LocaleTexts {
      if (!locales.includes(locale)) throw new RangeError(`the petition has no texts in ${locale}`);
      return {
        ...base.texts(locale),
        headline: `The case of ${id}`,
        line: [paragraph(`What ${id} is about.`)],
      };
    },
  };
}

/** What the switchboard handed to one petition. */
export interface Handed {
  readonly petition: string;
  readonly person: Person;
  readonly event: Event;
}

/** One petition as a process of the bot has it: the real conductor over rows in memory. */
export function lineOver(petition: Petition, ledger: MemoryLedger): Line {
  const now = () => NOW;
  const log = pino({ level: 'silent' });
  const sources = sourceCodes(PEPPER, petition.id, petition.settings.sources);
  const total = createPublicTotal({
    count: ledger.counted,
    offsets: async () => petition.settings.offset,
    refreshSeconds: 0,
    now,
  });
  const ids = pseudonyms(PEPPER, petition.id);
  return {
    petition,
    conductor: createConductor({ petition, ledger, total, sources, preview: false, log, now }),
    ledger,
    total,
    status: createPublicStatus({
      settings: () => petition.settings,
      campaign: async () => NEW_CAMPAIGN,
      now,
    }),
    sources,
    tagOf: (person) => tagOf(ids, person),
  };
}

/** Rows that no event has touched yet. */
export const emptyLedger = ({ id }: Petition): MemoryLedger => memoryLedger(id, PEPPER);

/** The choices in memory, shared by all processes of a bot. */
function memoryChoices() {
  const rows = new Map<string, Choice>();
  let isAway = false;
  const reach = async () => {
    if (isAway) throw new StoreUnavailable('ECONNREFUSED');
  };
  const choices = {
    rows,
    /** How many statements there were of each kind. */
    reads: 0,
    writes: 0,
    goAway(away: boolean): void {
      isAway = away;
    },
    async read(person: Person): Promise<Choice | null> {
      await reach();
      choices.reads += 1;
      return rows.get(personKey(person)) ?? null;
    },
    async write(person: Person, choice: Choice): Promise<void> {
      await reach();
      choices.writes += 1;
      rows.set(personKey(person), choice);
    },
    async erase(person: Person): Promise<void> {
      await reach();
      rows.delete(personKey(person));
    },
  };
  return choices;
}

/** A bot with several petitions. Its store is in memory; everything else is as it runs. */
export class Bot {
  readonly choices = memoryChoices();
  readonly handed: Handed[] = [];
  readonly log: string[] = [];
  readonly #petitions: readonly { readonly petition: Petition; readonly ledger: MemoryLedger }[];
  #switchboard: Switchboard;

  constructor(petitions: readonly Petition[]) {
    this.#petitions = petitions.map((petition) => ({ petition, ledger: emptyLedger(petition) }));
    this.#switchboard = this.#start(() => true);
  }

  /** Starts another process over the same rows, which remembers nothing. @param without no longer served */
  restart(without?: string): void {
    this.#switchboard = this.#start(({ id }) => id !== without);
  }

  #start(isServed: (petition: Petition) => boolean): Switchboard {
    const [first, ...others] = this.#petitions
      .filter(({ petition }) => isServed(petition))
      .map(({ petition, ledger }): Line => {
        const line = lineOver(petition, ledger);
        return {
          ...line,
          conductor: {
            handle: (person, event, reply) => {
              this.handed.push({ petition: petition.id, person, event });
              return line.conductor.handle(person, event, reply);
            },
          },
        };
      });
    if (first === undefined) throw new Error('a bot has a petition');
    const ids = pseudonyms(PEPPER, BOT);
    return createSwitchboard({
      petitions: servedPetitions([first, ...others]),
      choices: this.choices,
      tagOf: (person) => tagOf(ids, person),
      log: pino({ base: null }, { write: (line: string) => void this.log.push(line) }),
    });
  }

  ledger(id: string): MemoryLedger {
    const found = this.#petitions.find(({ petition }) => petition.id === id);
    if (found === undefined) throw new Error(`the bot has no petition ${id}`);
    return found.ledger;
  }

  /** The petitions that this person has signed, in the bot's order. */
  signedBy(person: Person): readonly string[] {
    return this.#petitions
      .filter(({ ledger }) => (ledger.rows()[personKey(person)]?.signature ?? null) !== null)
      .map(({ petition }) => petition.id);
  }

  goAway(away: boolean): void {
    this.choices.goAway(away);
    for (const { ledger } of this.#petitions) ledger.goAway(away);
  }

  /** Sends an event. @param send whether the answer can be sent */
  async take(person: Person, event: BotEvent, send = true): Promise<Answer> {
    let messages: readonly Message[] = [];
    let calls = 0;
    const outcome = await this.#switchboard.handle(person, event, async (answer) => {
      calls += 1;
      if (calls > 1) throw new Error('an event was answered twice');
      if (!send) throw new Error('the platform is away');
      messages = answer;
    });
    return { outcome, messages };
  }
}

/** An event that nobody has sent yet. */
function eventOf(action: BotAction, languages: readonly string[] = ['en']): BotEvent {
  return { id: randomUUID(), action, languages, displayName: 'Amal', canBeMessaged: true };
}

/** A person who talks with the bot, and the last answer. */
export class Talker {
  readonly person: Person;
  /** What the person sees: the last message of the last answer. */
  last: Message | null = null;
  /** The last event, for a redelivery. */
  event: BotEvent | null = null;

  constructor(
    readonly bot: Bot,
    readonly name: string,
    readonly languages: readonly string[] = ['en'],
  ) {
    this.person = { channel: 'chat', tenant: '', id: name };
  }

  async does(action: BotAction, send = true): Promise<Answer> {
    this.event = eventOf(action, this.languages);
    return this.#take(this.event, send);
  }

  /** The platform sends the last event again. */
  again(): Promise<Answer> {
    if (this.event === null) throw new Error('there was no event');
    return this.#take(this.event, true);
  }

  async #take(event: BotEvent, send: boolean): Promise<Answer> {
    const answer = await this.bot.take(this.person, event, send);
    this.last = answer.messages.at(-1) ?? this.last;
    return answer;
  }

  command(command: Extract<BotAction, { kind: 'command' }>['command'], argument?: string): Promise<Answer> {
    return this.does({ kind: 'command', command, ...(argument === undefined ? {} : { argument }) });
  }

  /** Follows a link. */
  follows(source: string): Promise<Answer> {
    return this.does({ kind: 'command', command: 'sign', source });
  }

  says(text: string): Promise<Answer> {
    return this.does({ kind: 'text', text });
  }

  /** The code of a button by its place or a part of its label; without `from`, in the last answer. */
  codeOf(button: number | string, from = this.last): string {
    const buttons = from?.buttons ?? [];
    const found =
      typeof button === 'number' ? buttons[button] : buttons.find(({ label }) => label.includes(button));
    if (found === undefined || found.kind === 'link') {
      throw new Error(`no button ${button} among ${buttons.map(({ label }) => label).join(', ')}`);
    }
    return found.code;
  }

  presses(button: number | string, from = this.last): Promise<Answer> {
    return this.does({ kind: 'press', code: this.codeOf(button, from) });
  }

  /** Opens a petition from the list, and walks to the step where the name is asked for. */
  async walksTo(id: string): Promise<Answer> {
    let answer = await this.follows(id);
    for (let press = 0; press < PRESSES_TO_NAME.sample; press += 1) answer = await this.presses(0);
    return answer;
  }

  async signs(id: string): Promise<Answer> {
    await this.walksTo(id);
    return this.presses(0);
  }

  /** The receipt of this person's signature in a petition. */
  receipt(id: string): string {
    const receipt = this.bot.ledger(id).rows()[personKey(this.person)]?.signature?.receipt ?? null;
    if (receipt === null) throw new Error(`${this.name} has not signed ${id}`);
    return receipt;
  }
}
