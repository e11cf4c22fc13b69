import type { AdapterContext } from '../../src/channel/adapter.js';
import { BoundedMap } from '../../src/channel/kit/bounded.js';
import type { InFlight } from '../../src/channel/kit/in-flight.js';
import type { Message } from '../../src/conversation/message.js';
import { causeOf } from '../../src/log.js';
import { type Asked, answer } from './answer.js';
import type { Failure } from './failure.js';
import type { Outbox } from './outbox.js';
import type { Incoming } from './parse.js';
import type { Trail } from './trail.js';
import { heldFor, type Verdict, verdictOf } from './verdict.js';

/** What taking updates in works with. */
export interface Tools {
  readonly context: AdapterContext;
  readonly outbox: Outbox;
  readonly trail: Trail;
  readonly inFlight: InFlight;
  /** The bot's, without the `@`. */
  readonly username: string;
  /** How long Telegram is kept waiting for an answer that is on its way, in milliseconds. */
  readonly holdMs: number;
  /** False once another process may answer the same updates: then this one sends nothing more. */
  readonly mayAnswer: () => boolean;
}

/**
 * What came together: those whose update is to come again. What else they sent waits for it, and comes again behind it.
 */
export type Batch = Set<string>;

/** Updates of which it is remembered that their person was told: more than Telegram has under way. */
const REMEMBERED_UPDATES = 10_000;

/** Answers that may wait to be sent to one person; whoever is this far ahead sees the next one soon enough. */
const LONGEST_BACKLOG = 20;

/** More than somebody does who reads what is answered. */
const FEW = 3;

/** Hands what people do in their private chats to the conversation, and sends its answers. */
export function createConverse(tools: Tools) {
  const { context, outbox, trail, inFlight, username, holdMs, mayAnswer } = tools;
  const { conductor, petition, log } = context;
  /** Said once, however often the update is delivered: that it could not be saved. */
  const told = new BoundedMap<number, true>(REMEMBERED_UPDATES);
  /** How many updates of a person were taken and are not done. */
  const inHand = new Map<string, number>();
  /** By person: ends with the last that was taken. */
  const lines = new Map<string, Promise<unknown>>();

  /** Handles an event after those before it of the same person; the promise does not reject. */
  return function converse(
    updateId: number,
    { personId, chatId, event, messageId, press }: Extract<Incoming, { kind: 'event' }>,
    batch: Batch,
  ): Promise<Verdict> {
    if (messageId !== null) trail.add(chatId, messageId);
    if (press !== null) trail.learn(chatId, press);
    count(personId, 1);
    const before = lines.get(personId) ?? Promise.resolve();
    return new Promise((resolve) => {
      const mine = before.then(async () => {
        try {
          if (batch.has(personId)) {
            resolve('again');
            return;
          }
          const { verdict, handled } = take();
          resolve(verdict);
          await handled;
          if ((await verdict) === 'again') batch.add(personId);
        } catch (error) {
          log.error({ channel: 'telegram', ...causeOf(error) }, 'an update could not be handled');
          resolve('done');
        } finally {
          count(personId, -1);
        }
      });
      lines.set(personId, inFlight.track(mine));
    });

    /** Begins with it: `handled` ends once it is answered, the verdict perhaps before. */
    function take(): { readonly verdict: Promise<Verdict>; readonly handled: Promise<void> } {
      let resolve: (verdict: Verdict | Promise<Verdict>) => void = () => undefined;
      const verdict = new Promise<Verdict>((settle) => {
        resolve = settle;
      });
      const person = { channel: 'telegram', tenant: '', id: personId };
      const handled = conductor.handle(person, event, (messages, outcome) => {
        const toldBefore = told.has(updateId);
        if (outcome === 'unsaved') {
          told.set(updateId, true);
          resolve('again');
          if (toldBefore) return Promise.resolve();
        }
        const sent = reply({ chatId, press }, messages, () => (inHand.get(personId) ?? 0) > FEW);
        resolve(heldFor(holdMs, sent));
        return sent;
      });
      return { verdict, handled: handled.then((outcome) => resolve(verdictOf(outcome))) };
    }
  };

  function count(personId: string, change: 1 | -1): void {
    const number = (inHand.get(personId) ?? 0) + change;
    if (number > 0) {
      inHand.set(personId, number);
    } else {
      inHand.delete(personId);
      lines.delete(personId);
    }
  }

  /**
   * Resolves once the answer is sent; or, to somebody who does more than Telegram lets us answer, once it stands in
   * line. Otherwise everybody else would wait while one chat is answered at its pace.
   * @param hasMore whether more of this person waits to be handled
   */
  function reply(asked: Asked, messages: readonly Message[], hasMore: () => boolean): Promise<void> {
    if (outbox.backlog(asked.chatId) >= LONGEST_BACKLOG) {
      log.warn({ channel: 'telegram', code: 'backlog' }, 'an answer was left out');
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      let inLine = false;
      const onRefused = ({ code }: Failure) =>
        log.error({ channel: 'telegram', code }, 'a message was refused');
      const sent = outbox.inChat(
        asked.chatId,
        async (send) => {
          if (!mayAnswer()) return;
          await answer(asked, messages, { send, trail, context: { username, petition }, onRefused });
        },
        (why) => {
          inLine ||= why !== 'pace' || hasMore();
          if (inLine) resolve();
        },
      );
      inFlight.track(sent).then(resolve, (error: unknown) => {
        // Whoever was told that it stands in line hears no more of it.
        if (inLine) log.warn({ channel: 'telegram', ...causeOf(error) }, 'an answer was given up');
        else reject(error);
      });
    });
  }
}
