import type { AdapterContext } from '../../src/channel/adapter.js';
import { BoundedMap } from '../../src/channel/kit/bounded.js';
import type { InFlight } from '../../src/channel/kit/in-flight.js';
import { InOrder } from '../../src/channel/kit/in-order.js';
import type { Message } from '../../src/conversation/message.js';
import { causeOf } from '../../src/log.js';
import { type Asked, answer } from './answer.js';
import type { GroupCards } from './cards.js';
import type { Failure } from './failure.js';
import type { FormerScreens } from './former-screens.js';
import type { KnownMessages } from './known-messages.js';
import type { Outbox } from './outbox.js';
import type { Incoming } from './parse.js';
import { heldFor, type Redelivery, redeliveryOf } from './redelivery.js';
import type { Staff } from './staff.js';

/** What handling updates needs. */
export interface Tools {
  readonly context: AdapterContext;
  readonly outbox: Outbox;
  readonly cards: GroupCards;
  readonly knownMessages: KnownMessages;
  readonly formerScreens: FormerScreens;
  readonly inFlight: InFlight;
  /** What people did in private chats, until the answer is sent. */
  readonly answers: InFlight;
  readonly staff: Staff;
  /** The bot's username, without the `@`. */
  readonly username: string;
  /** Whether inline mode is on. */
  readonly inline: boolean;
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

/** How many presses we remember to have answered: minutes' worth. */
const REMEMBERED_PRESSES = 20_000;

/** Answers that may queue for one person. A person who has this many open answers needs no further one. */
const MAX_BACKLOG = 20;

/**
 * While this many messages, over all chats, wait for the bot's pace, we leave further updates with Telegram. So a crash
 * loses no more answers than these; the people see the current step as soon as they press again.
 */
const MAX_WAITING = 500;

/** An update of a conversation. Neither promise rejects. */
export interface Conversing {
  readonly redelivery: Promise<Redelivery>;
  /** Resolves when the answer is sent, or will not be. */
  readonly answered: Promise<void>;
}

/** An answer on its way. */
interface Reply {
  /** Resolves when it is sent or has to wait. Rejects if it could not be sent before it had to wait. */
  readonly taken: Promise<void>;
  /** Resolves when it is sent, or will not be. */
  readonly over: Promise<void>;
}

const NOTHING_TO_SEND: Reply = { taken: Promise.resolve(), over: Promise.resolve() };

/** Passes what people do in their private chats to the conversation, and sends its answers. */
export function createConverse(tools: Tools) {
  const { context, outbox, knownMessages, formerScreens, inFlight, answers, username, holdMs } = tools;
  const { conductor, petitions, log } = context;
  /** Updates whose person was told that saving failed: we say it once for all redeliveries. */
  const told = new BoundedMap<number, true>(REMEMBERED_UPDATES);
  /** Presses whose answer this process has sent, or will send. Their codes belong to one person each. */
  const answeredPresses = new BoundedMap<string, true>(REMEMBERED_PRESSES);
  const people = new InOrder<string>();

  /** Handles an event after the earlier events of the same person. */
  return function converse(
    updateId: number,
    { personId, chatId, event, messageId, press }: Extract<Incoming, { kind: 'event' }>,
    batch: Batch,
  ): Conversing {
    if (messageId !== null) knownMessages.add(chatId, messageId);
    if (press !== null) knownMessages.learn(chatId, press);
    let redelivered: (redelivery: Redelivery | Promise<Redelivery>) => void = () => undefined;
    const redelivery = new Promise<Redelivery>((resolve) => {
      redelivered = resolve;
    });
    let sent = NOTHING_TO_SEND;
    const turn = people.run(personId, async () => {
      try {
        if (batch.has(personId)) redelivered('again');
        else await take();
        if ((await redelivery) === 'again') batch.add(personId);
      } catch (error) {
        log.error({ channel: 'telegram', ...causeOf(error) }, 'an update could not be handled');
        redelivered('done');
      }
    });
    return { redelivery, answered: answers.track(inFlight.track(turn).then(() => sent.over)) };

    /** Takes the turn. Telegram's verdict may come before the turn ends. */
    async function take(): Promise<void> {
      const person = { channel: 'telegram', tenant: '', id: personId };
      const outcome = await conductor.handle(person, event, (messages, outcome) => {
        const toldBefore = told.has(updateId);
        if (outcome === 'unsaved') {
          told.set(updateId, true);
          redelivered('again');
          if (toldBefore) return Promise.resolve();
        }
        const code = outcome !== 'unsaved' && event.action.kind === 'press' ? event.action.code : null;
        sent = reply({ chatId, press }, needed(code, messages), () => answeredPresses.delete(code ?? ''));
        redelivered(heldFor(holdMs, sent.taken));
        return sent.taken;
      });
      redelivered(redeliveryOf(outcome));
    }
  };

  /** Leaves out the screen that a double tap would only repeat, if this process knows that the person gets it. */
  function needed(code: string | null, messages: readonly Message[]): readonly Message[] {
    if (code === null) return messages;
    const isAnswered = answeredPresses.has(code);
    answeredPresses.set(code, true);
    return isAnswered ? messages.filter(({ shownAlready }) => shownAlready === undefined) : messages;
  }

  /**
   * Sends an answer. It counts as taken as soon as it has to wait: otherwise one slow chat, or a pause that Telegram
   * asks for, would keep us from everything that other people do.
   */
  function reply(asked: Asked, messages: readonly Message[], onUnsent: () => void): Reply {
    if (outbox.backlog(asked.chatId) >= MAX_BACKLOG) {
      log.warn(
        { channel: 'telegram', code: 'backlog' },
        'an answer was dropped: the queue of this chat is full',
      );
      onUnsent();
      return NOTHING_TO_SEND;
    }
    let waits = false;
    let over: Promise<void> = Promise.resolve();
    const taken = new Promise<void>((resolve, reject) => {
      const onScreen = formerScreens.shown;
      const onRefused = ({ code }: Failure) =>
        log.error({ channel: 'telegram', code }, 'a message was refused');
      const sent = outbox.inChat(
        asked.chatId,
        (send) =>
          answer(asked, messages, {
            send,
            knownMessages,
            context: { username, petition: petitions },
            onScreen,
            onRefused,
          }),
        {
          onHeldBack(why) {
            waits ||= why === 'chat' || outbox.waiting() <= MAX_WAITING;
            if (waits) resolve();
          },
          replaceable: messages.every(canBeReplaced),
          replaces: messages.some(({ role }) => role === 'screen'),
        },
      );
      over = inFlight.track(sent).then(resolve, (error: unknown) => {
        onUnsent();
        // The caller already knows that it was queued, so we only log.
        if (waits) log.warn({ channel: 'telegram', ...causeOf(error) }, 'a queued answer could not be sent');
        else reject(error);
      });
    });
    return { taken, over };
  }
}

/** Whether a later screen says all that this message says. */
function canBeReplaced({ role, sensitive, explains }: Message): boolean {
  return role === 'screen' && sensitive === undefined && explains === undefined;
}
