import type { AdapterContext } from '../../src/channel/adapter.js';
import { BoundedMap } from '../../src/channel/kit/bounded.js';
import type { InFlight } from '../../src/channel/kit/in-flight.js';
import type { Message } from '../../src/conversation/message.js';
import { causeOf } from '../../src/log.js';
import { type Asked, answer } from './answer.js';
import type { GroupCards } from './cards.js';
import type { Failure } from './failure.js';
import type { KnownMessages } from './known-messages.js';
import type { Outbox } from './outbox.js';
import type { Incoming } from './parse.js';
import { heldFor, type Redelivery, redeliveryOf } from './redelivery.js';

/** What handling updates needs. */
export interface Tools {
  readonly context: AdapterContext;
  readonly outbox: Outbox;
  readonly cards: GroupCards;
  readonly knownMessages: KnownMessages;
  readonly inFlight: InFlight;
  /** The bot's username, without the `@`. */
  readonly username: string;
  /** How long Telegram's request waits for an answer that is being sent, in milliseconds. */
  readonly holdMs: number;
}

/**
 * For updates fetched together: the people whose update Telegram will redeliver. Their later updates are
 * redelivered too, so that the order is kept.
 */
export type Batch = Set<string>;

/** How many updates we remember to have answered with a failure: more than Telegram has in flight. */
const REMEMBERED_UPDATES = 10_000;

/** Answers that may queue for one person. A person this far ahead sees the next answer soon enough. */
const MAX_BACKLOG = 20;

/** A person who reads the answers has no more updates waiting. */
const FEW = 3;

/** Passes what people do in their private chats to the conversation, and sends its answers. */
export function createConverse(tools: Tools) {
  const { context, outbox, knownMessages, inFlight, username, holdMs } = tools;
  const { conductor, petition, log } = context;
  /** Updates whose person was told that saving failed: we say it once for all redeliveries. */
  const told = new BoundedMap<number, true>(REMEMBERED_UPDATES);
  /** How many unfinished updates each person has. */
  const inHand = new Map<string, number>();
  /** By person: resolves after their last update. */
  const lines = new Map<string, Promise<unknown>>();

  /** Handles an event after the earlier events of the same person. The promise never rejects. */
  return function converse(
    updateId: number,
    { personId, chatId, event, messageId, press }: Extract<Incoming, { kind: 'event' }>,
    batch: Batch,
  ): Promise<Redelivery> {
    if (messageId !== null) knownMessages.add(chatId, messageId);
    if (press !== null) knownMessages.learn(chatId, press);
    count(personId, 1);
    const before = lines.get(personId) ?? Promise.resolve();
    return new Promise((resolve) => {
      const mine = before.then(async () => {
        try {
          if (batch.has(personId)) {
            resolve('again');
            return;
          }
          const { redelivery, handled } = take();
          resolve(redelivery);
          await handled;
          if ((await redelivery) === 'again') batch.add(personId);
        } catch (error) {
          log.error({ channel: 'telegram', ...causeOf(error) }, 'an update could not be handled');
          resolve('done');
        } finally {
          count(personId, -1);
        }
      });
      lines.set(personId, inFlight.track(mine));
    });

    /** Starts the turn. `handled` resolves when it is answered; `redelivery` may resolve before. */
    function take(): { readonly redelivery: Promise<Redelivery>; readonly handled: Promise<void> } {
      let resolve: (redelivery: Redelivery | Promise<Redelivery>) => void = () => undefined;
      const redelivery = new Promise<Redelivery>((settle) => {
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
      return { redelivery, handled: handled.then((outcome) => resolve(redeliveryOf(outcome))) };
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
   * Sends an answer. Resolves when it is sent. If the person does more than Telegram lets us answer, it
   * resolves when the answer is queued: otherwise one slow chat would hold up everybody.
   * @param hasMore whether more updates of this person wait
   */
  function reply(asked: Asked, messages: readonly Message[], hasMore: () => boolean): Promise<void> {
    if (outbox.backlog(asked.chatId) >= MAX_BACKLOG) {
      log.warn(
        { channel: 'telegram', code: 'backlog' },
        'an answer was dropped: the queue of this chat is full',
      );
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      let inLine = false;
      const onRefused = ({ code }: Failure) =>
        log.error({ channel: 'telegram', code }, 'a message was refused');
      const sent = outbox.inChat(
        asked.chatId,
        (send) =>
          answer(asked, messages, { send, knownMessages, context: { username, petition }, onRefused }),
        (why) => {
          inLine ||= why !== 'pace' || hasMore();
          if (inLine) resolve();
        },
      );
      inFlight.track(sent).then(resolve, (error: unknown) => {
        // The caller already knows that it was queued, so we only log.
        if (inLine) log.warn({ channel: 'telegram', ...causeOf(error) }, 'a queued answer could not be sent');
        else reject(error);
      });
    });
  }
}
