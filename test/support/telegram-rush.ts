import PQueue from 'p-queue';
import { pino } from 'pino';
import { TelegramError } from 'telegraf';
import { createActivity } from '../../adapters/telegram/activity.js';
import type { Call } from '../../adapters/telegram/api.js';
import { createCourier } from '../../adapters/telegram/courier.js';
import { RATES } from '../../adapters/telegram/limits.js';
import { createOutbox, type Outbox } from '../../adapters/telegram/outbox.js';
import { createPacer, type Pacer } from '../../adapters/telegram/pacer.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import type { Petition } from '../../src/petition/petition.js';
import { paragraph } from '../../src/petition/rich-text.js';
import type { Memory } from '../../src/signatures/memory.js';
import { type Ceiling, HiddenCeiling } from '../fakes/telegram/hidden-ceiling.js';
import type { VirtualTime } from './virtual-time.js';

/** People who walk through the petition, each with a private chat. */
export interface RushOptions {
  readonly ceiling: Ceiling;
  readonly processes: number;
  /** People at a time. When one has done all steps, the next one comes. */
  readonly people: number;
  /** How long a person reads before the next tap, on average. */
  readonly thinkMs: number;
  readonly stepsEach?: number;
  /** One way to Telegram, on average. */
  readonly latencyMs?: number;
}

/** One step: a tap, its acknowledgement and its answer. */
interface Step {
  readonly at: number;
  readonly waitedMs: number;
}

/**
 * What people and the network do falls on whole spans of this length, so that much of it happens at the same time. The
 * bot's own timers are kept to the millisecond.
 */
const GRAIN_MS = 5;

/** Chats from here on are those of people who get an announcement. */
const FIRST_SUBSCRIBER = 1_000_000;

/** A rush of people in virtual time, against a Telegram with a hidden ceiling. */
export class Rush {
  readonly telegram: HiddenCeiling;
  readonly steps: Step[] = [];
  readonly refusals: number[] = [];
  /** By chat, the numbers of the answers that arrived, in their order. */
  readonly arrived = new Map<number, number[]>();
  readonly asked = new Map<number, number>();
  readonly outboxes: readonly Outbox[];
  readonly pacers: Pacer[] = [];
  readonly #random = randomFrom(7);
  /** What the bot and `petition announce` both see. */
  readonly #notes = new Map<string, unknown>();
  readonly #memory: Pick<Memory, 'keep' | 'recall'> = {
    keep: async (name, value) => void this.#notes.set(name, value),
    recall: async (name) => this.#notes.get(name),
  };
  #nextChat = 1;
  #over = false;

  constructor(
    readonly time: VirtualTime,
    readonly options: RushOptions,
  ) {
    this.telegram = new HiddenCeiling(options.ceiling);
    this.outboxes = Array.from({ length: options.processes }, () => this.#process());
    this.come(options.people);
  }

  /** More people come. */
  come(people: number): void {
    for (let person = 0; person < people; person += 1) void this.#person();
  }

  /** Sends an announcement to so many people who asked for it, as `petition announce` does beside the bot. */
  async announce(petition: Petition, count: number): Promise<void> {
    const settings = {
      token: '1:A',
      apiRoot: '',
      delivery: { mode: 'polling' },
      processes: 1,
      inline: false,
    } as const;
    const context = { petition, memory: this.#memory, signal: new AbortController().signal };
    const courier = createCourier(settings, context, undefined, this.#wire());
    const body = [paragraph('1')];
    const message = { role: 'note', locale: 'en', direction: 'ltr', body, buttons: [] } as const;
    const claim = { take: async () => true, giveBack: async () => undefined };
    const queue = new PQueue({ concurrency: 4 });
    const all = Array.from({ length: count }, (_, index) => {
      const person = { channel: 'telegram', tenant: '', id: String(FIRST_SUBSCRIBER + index) };
      return queue.add(() => courier.deliver(person, message, claim));
    });
    await Promise.all(all);
  }

  /** How often each subscriber got the announcement. */
  announced(): readonly number[] {
    return [...this.arrived].flatMap(([chat, texts]) => (chat >= FIRST_SUBSCRIBER ? [texts.length] : []));
  }

  end(): void {
    this.#over = true;
    for (const outbox of this.outboxes) outbox.close();
  }

  /** What counts under the ceiling, a second, as a part of the ceiling. */
  throughput(fromMs: number, toMs: number): number {
    const calls = this.telegram.accepted.filter((at) => at >= fromMs && at < toMs).length;
    return calls / ((toMs - fromMs) / 1_000) / this.options.ceiling.perSecond;
  }

  /** The part of the calls that were refused. */
  refusedPart(fromMs: number, toMs: number): number {
    const within = (at: number) => at >= fromMs && at < toMs;
    const refused = this.refusals.filter(within).length;
    return refused / (refused + this.telegram.accepted.filter(within).length);
  }

  longestWaitMs(fromMs: number): number {
    return Math.max(0, ...this.steps.filter(({ at }) => at >= fromMs).map(({ waitedMs }) => waitedMs));
  }

  /** Chats in which an answer was lost, doubled or out of order. The last one may still be on its way. */
  disorder(): number {
    return [...this.arrived].filter(([chat, numbers]) => {
      if (chat >= FIRST_SUBSCRIBER) return false;
      const asked = this.asked.get(chat) ?? 0;
      return numbers.some((number, index) => number !== index + 1) || asked - numbers.length > 1;
    }).length;
  }

  #process(): Outbox {
    const { processes } = this.options;
    const pacer = createPacer({ ...RATES.all, begin: RATES.all.begin / processes }, () => undefined);
    this.pacers.push(pacer);
    const log = pino({ enabled: false });
    const activity = createActivity([this.#memory], processes, new InFlight(), log);
    const wire = this.#wire();
    const call: Call = (method, payload) => {
      activity.called();
      return wire(method, payload);
    };
    return createOutbox({ call, rates: RATES, pacer, log, retryMs: 500 });
  }

  /** The Bot API at the wire: a call arrives, is accepted or refused, and its answer comes back. */
  #wire(): Call {
    const call: (method: string, payload: unknown) => Promise<unknown> = async (method, payload) => {
      await this.#way();
      const seconds = this.telegram.meet(method, this.time.now);
      if (seconds === null) this.#note(payload);
      else this.refusals.push(this.time.now);
      await this.#way();
      if (seconds === null) return { message_id: 1 };
      throw new TelegramError({
        error_code: 429,
        description: `Too Many Requests: retry after ${seconds}`,
        parameters: { retry_after: seconds },
      });
    };
    return call as Call;
  }

  #note(payload: unknown): void {
    if (typeof payload !== 'object' || payload === null || !('chat_id' in payload) || !('text' in payload))
      return;
    const chat = Number(payload.chat_id);
    const arrived = this.arrived.get(chat);
    if (arrived === undefined) this.arrived.set(chat, [Number(payload.text)]);
    else arrived.push(Number(payload.text));
  }

  async #person(): Promise<void> {
    const { thinkMs, stepsEach = 9 } = this.options;
    // Not all begin at once.
    await this.#wait(this.#random() * thinkMs);
    while (!this.#over) {
      const chat = this.#nextChat++;
      const outbox = this.outboxes[chat % this.outboxes.length];
      if (outbox === undefined) throw new Error('no process');
      for (let step = 1; step <= stepsEach && !this.#over; step += 1) {
        await this.#tap(outbox, chat, step);
        // As people are: mostly short, at times long.
        await this.#wait(-Math.log(1 - this.#random()) * thinkMs);
      }
    }
  }

  async #tap(outbox: Outbox, chat: number, step: number): Promise<void> {
    const at = this.time.now;
    this.asked.set(chat, step);
    const payload = { chat_id: chat, message_id: 1, text: String(step) };
    const sent = outbox.inChat(chat, (send) => send('editMessageText', payload), { replaces: true });
    const answered = sent.then(
      () => this.steps.push({ at, waitedMs: this.time.now - at }),
      // The rush is over.
      () => null,
    );
    const early = this.#wait(1_500).then(() => (outbox.acknowledgesEarly() ? null : answered));
    void Promise.race([answered, early]).then(() => outbox.acknowledge({ callback_query_id: '1' }));
    await answered;
  }

  #way(): Promise<void> {
    const { latencyMs = 30 } = this.options;
    return this.#wait(latencyMs * (0.5 + this.#random()));
  }

  #wait(ms: number): Promise<void> {
    const { now } = this.time;
    const until = Math.ceil((now + ms) / GRAIN_MS) * GRAIN_MS;
    return new Promise((resolve) => setTimeout(resolve, until - now));
  }
}

/** Repeatable numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
