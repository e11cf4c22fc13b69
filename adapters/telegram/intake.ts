import type { AdapterContext, Outcome } from '../../src/channel/adapter.js';
import { BoundedMap } from '../../src/channel/bounded.js';
import { pause } from '../../src/channel/pause.js';
import type { Message } from '../../src/conversation/message.js';
import { causeOf } from '../../src/log.js';
import { type Asked, answer } from './answer.js';
import { clearChat } from './clear.js';
import type { Failure } from './failure.js';
import { answerGroup } from './groups.js';
import { type Outbox, Undelivered } from './outbox.js';
import { type Incoming, type Press, parseUpdate, updateIdOf } from './parse.js';
import type { Trail } from './trail.js';

/** Whether Telegram may forget an update, or has to deliver it again. */
export type Verdict = 'done' | 'again';

/** What a press is acknowledged with: the button stops showing that it waits. */
export interface Acknowledgement {
  readonly callback_query_id: string;
  readonly text?: string;
  readonly show_alert?: boolean;
}

/** An update that was taken in. Neither promise rejects. */
export interface Taken {
  readonly verdict: Promise<Verdict>;
  /** Null where nothing was pressed. */
  readonly acknowledgement: Promise<Acknowledgement> | null;
}

export interface Intake {
  /** Takes an update in; null for what is no update at all. Updates of one person are handled in the order of calls. */
  take(update: unknown): Taken | null;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

export interface IntakeOptions {
  readonly context: AdapterContext;
  readonly outbox: Outbox;
  readonly trail: Trail;
  /** The bot's, without the `@`. */
  readonly username: string;
  /**
   * How long Telegram is kept waiting for an answer that is on its way, in milliseconds. Until it is told that an
   * update is done it keeps it, so a crash between the save and the answer is mended by a redelivery; but while it
   * waits, others wait too.
   */
  readonly holdMs: number;
}

/** Updates that are remembered, so that a repetition is not answered twice: more than Telegram has under way. */
const REMEMBERED_UPDATES = 10_000;

/** Answers that may wait to be sent to one person; whoever is this far ahead sees the next one soon enough. */
const LONGEST_BACKLOG = 20;

/** More than somebody does who reads what is answered. */
const FEW = 3;

/** What all updates go through, however they came. */
export function createIntake({ context, outbox, trail, username, holdMs }: IntakeOptions): Intake {
  const { conductor, petition, log } = context;
  const render = { username, petition };
  /** Whose person was told that their doing could not be saved: said once, however often it is delivered. */
  const apologised = new BoundedMap<number, true>(REMEMBERED_UPDATES);
  const cards = new BoundedMap<number, Promise<void>>(REMEMBERED_UPDATES);
  /** How many updates of a person were taken and are not done. */
  const inHand = new Map<string, number>();
  const inFlight = new Set<Promise<unknown>>();

  function track<T>(work: Promise<T>): Promise<T> {
    inFlight.add(work);
    work.then(
      () => inFlight.delete(work),
      () => inFlight.delete(work),
    );
    return work;
  }

  /** Done when the work is, or when it has taken so long that Telegram should not wait any more. */
  function heldFor(work: Promise<Verdict>): Promise<Verdict> {
    const over = new AbortController();
    const held = pause(holdMs, over.signal).then(() => 'done' as const);
    return Promise.race([work, held]).finally(() => over.abort());
  }

  /** A press tells of messages that this process may not have seen. */
  function learn(chatId: number, press: Press): void {
    trail.add(chatId, ...press.trail, ...(press.messageId === null ? [] : [press.messageId]));
  }

  function converse(updateId: number, incoming: Extract<Incoming, { kind: 'event' }>): Promise<Verdict> {
    const { personId, chatId, event, messageId, press } = incoming;
    if (messageId !== null) trail.add(chatId, messageId);
    if (press !== null) learn(chatId, press);
    return new Promise((resolve) => {
      const person = { channel: 'telegram', tenant: '', id: personId };
      const handled = conductor.handle(person, event, async (messages, outcome) => {
        if (outcome === 'unsaved') {
          resolve('again');
          if (apologised.has(updateId)) return;
          apologised.set(updateId, true);
        }
        const hasMore = () => (inHand.get(personId) ?? 0) > FEW;
        const sent = track(reply({ chatId, press }, messages, hasMore));
        resolve(
          heldFor(
            sent.then(
              () => 'done',
              () => 'again',
            ),
          ),
        );
        await sent;
      });
      inHand.set(personId, (inHand.get(personId) ?? 0) + 1);
      track(handled).then((outcome) => {
        const left = (inHand.get(personId) ?? 1) - 1;
        if (left > 0) inHand.set(personId, left);
        else inHand.delete(personId);
        resolve(verdictOf(outcome));
      });
    });
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
        (send) => answer(asked, messages, { send, trail, context: render, onRefused }),
        (why) => {
          inLine ||= why !== 'pace' || hasMore();
          if (inLine) resolve();
        },
      );
      track(sent).then(resolve, (error: unknown) => {
        // Whoever was told that it stands in line hears no more of it.
        if (inLine) log.warn({ channel: 'telegram', ...causeOf(error) }, 'an answer was given up');
        else reject(error);
      });
    });
  }

  /** A card is sent once for an update, however often that is delivered. */
  function post(updateId: number, incoming: Extract<Incoming, { kind: 'group-command' }>): Promise<Verdict> {
    const posted =
      cards.get(updateId) ??
      track(
        answerGroup(incoming, username, { context, outbox }).catch((error: unknown) => {
          log.warn({ channel: 'telegram', ...causeOf(error) }, 'a card could not be sent');
        }),
      );
    cards.set(updateId, posted);
    return heldFor(posted.then(() => 'done'));
  }

  /** Clears the chat, and says so in a window that leaves no trace: a message would be one. */
  function clear({ chatId, press, locale }: Extract<Incoming, { kind: 'clear' }>): Taken {
    const { words } = petition.texts(petition.negotiate([locale]));
    learn(chatId, press);
    const cleared = track(
      clearChat(chatId, { outbox, trail }).catch((error: unknown) => {
        if (!(error instanceof Undelivered))
          log.error({ channel: 'telegram', ...causeOf(error) }, 'clearing failed');
        return false;
      }),
    );
    const acknowledgement = cleared.then((gone) => ({
      callback_query_id: press.id,
      text: words.say(gone ? 'chat-cleared' : 'chat-not-cleared'),
      show_alert: true,
    }));
    return { verdict: acknowledgement.then(() => 'done'), acknowledgement };
  }

  function handle(updateId: number, incoming: Incoming): Taken {
    switch (incoming.kind) {
      case 'event': {
        const { press } = incoming;
        const acknowledgement = press && Promise.resolve({ callback_query_id: press.id });
        return { verdict: converse(updateId, incoming), acknowledgement };
      }
      case 'clear':
        return clear(incoming);
      case 'group-command':
        return { verdict: post(updateId, incoming), acknowledgement: null };
      case 'stray-press':
        return {
          verdict: Promise.resolve('done'),
          acknowledgement: Promise.resolve({ callback_query_id: incoming.pressId }),
        };
      case 'ignored':
        log.debug({ channel: 'telegram', why: incoming.why }, 'an update is let go');
        return { verdict: Promise.resolve('done'), acknowledgement: null };
    }
  }

  return {
    take(update) {
      const updateId = updateIdOf(update);
      return updateId === null ? null : handle(updateId, parseUpdate(update, username));
    },
    async idle() {
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
  };
}

/** What is saved but not answered, or not saved, Telegram has to deliver again; what failed for good it must not. */
function verdictOf(outcome: Outcome): Verdict {
  return outcome === 'unsaved' || outcome === 'unsent' ? 'again' : 'done';
}
