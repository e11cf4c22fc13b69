import { BoundedMap } from '../../src/channel/kit/bounded.js';
import { withTimeout } from '../../src/channel/kit/with-timeout.js';
import { causeOf } from '../../src/log.js';
import { clearChat } from './clear.js';
import { type Batch, createConverse, type Tools } from './converse.js';
import { answerGroup } from './groups.js';
import { answerInline } from './inline.js';
import { type OnHeldBack, Undelivered } from './outbox.js';
import { type Incoming, parseUpdate, updateIdOf } from './parse.js';
import { heldFor, type Redelivery } from './redelivery.js';
import type { StaffIncoming } from './staff.js';

/** Acknowledges a press: the button stops showing its spinner. */
export interface Acknowledgement {
  readonly callback_query_id: string;
  readonly text?: string;
  readonly show_alert?: boolean;
}

/** A handled update. Neither promise rejects. */
export interface Taken {
  readonly redelivery: Promise<Redelivery>;
  /** Null if nothing was pressed. */
  readonly acknowledgement: Promise<Acknowledgement> | null;
}

/**
 * Handles an update; null if it is not an update at all. One person's updates are handled in the order of the
 * calls.
 * @param batch the state shared by updates that were fetched together, if their order matters
 */
export type Intake = (update: unknown, batch?: Batch) => Taken | null;

/** A press is acknowledged together with its answer, but no later than this: the button shows a spinner meanwhile. */
const ACKNOWLEDGE_MS = 1_500;

/** How many updates in groups we remember to have answered: more than Telegram has in flight. */
const REMEMBERED_UPDATES = 10_000;

/** Something that is sent, perhaps after a wait. */
interface Taking<T> {
  /** Resolves as soon as it has to wait, or is over. Telegram then need not wait any longer. */
  readonly taken: Promise<unknown>;
  readonly over: Promise<T>;
}

function taking<T>(send: (onHeldBack: OnHeldBack) => Promise<T>): Taking<T> {
  let wait: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => {
    wait = resolve;
  });
  const over = send(() => wait());
  return { taken: Promise.race([waits, over]), over };
}

/** Handles all updates, from polling or a webhook. */
export function createIntake(tools: Tools): Intake {
  const {
    context,
    outbox,
    cards: groupCards,
    knownMessages,
    inFlight,
    staff,
    username,
    inline,
    holdMs,
  } = tools;
  const { petitions, log } = context;
  const converse = createConverse(tools);
  const answers = new BoundedMap<number, Taking<void>>(REMEMBERED_UPDATES);
  /** By chat: the clearing in progress or queued. */
  const clearings = new Map<number, Taking<boolean>>();

  /** Answers an update in a group once, however often it is delivered. */
  function inGroup(updateId: number, work: (onHeldBack: OnHeldBack) => Promise<void>): Promise<Redelivery> {
    const answering =
      answers.get(updateId) ??
      taking((onHeldBack) =>
        inFlight.track(
          work(onHeldBack).catch((error: unknown) => {
            log.warn({ channel: 'telegram', ...causeOf(error) }, 'an answer in a group could not be sent');
          }),
        ),
      );
    answers.set(updateId, answering);
    return heldFor(holdMs, answering.taken);
  }

  function post(updateId: number, incoming: Extract<Incoming, { kind: 'group-command' }>) {
    const options = { context, outbox, cards: groupCards };
    return inGroup(updateId, (onHeldBack) => answerGroup(incoming, username, options, onHeldBack));
  }

  function tellStaff(updateId: number, incoming: StaffIncoming) {
    return inGroup(updateId, (onHeldBack) => staff.answer(incoming, outbox, onHeldBack));
  }

  /** Clears the chat and says so in an alert, because a message would be a new trace. */
  function clear({ chatId, press, locale }: Extract<Incoming, { kind: 'clear' }>): Taken {
    const { words } = petitions.texts(petitions.negotiate([locale]));
    knownMessages.learn(chatId, press);
    // A second press during the clearing gets the same result.
    const clearing = clearings.get(chatId) ?? begin();
    const acknowledgement = clearing.over.then((gone) => ({
      callback_query_id: press.id,
      text: words.say(gone ? 'chat-cleared' : 'chat-not-cleared'),
      show_alert: true,
    }));
    return { redelivery: heldFor(holdMs, clearing.taken), acknowledgement };

    function begin(): Taking<boolean> {
      const begun = taking((onHeldBack) =>
        inFlight.track(
          clearChat(chatId, { outbox, knownMessages }, onHeldBack)
            .catch((error: unknown) => {
              if (!(error instanceof Undelivered))
                log.error({ channel: 'telegram', ...causeOf(error) }, 'a chat could not be cleared');
              return false;
            })
            .finally(() => clearings.delete(chatId)),
        ),
      );
      clearings.set(chatId, begun);
      return begun;
    }
  }

  function handle(updateId: number, incoming: Incoming, batch: Batch): Taken {
    const done = Promise.resolve('done' as const);
    switch (incoming.kind) {
      case 'event': {
        const { press } = incoming;
        const { redelivery, answered } = converse(updateId, incoming, batch);
        const early = withTimeout(ACKNOWLEDGE_MS, answered);
        const ready = early.then(() => (outbox.acknowledgesEarly() ? undefined : answered));
        const acknowledgement = press && ready.then(() => ({ callback_query_id: press.id }));
        return { redelivery, acknowledgement };
      }
      case 'clear':
        return clear(incoming);
      case 'group-command':
        return { redelivery: post(updateId, incoming), acknowledgement: null };
      case 'inline-query':
        // Telegram asks again at the next letter, so it need not deliver this again.
        void inFlight.track(
          answerInline(incoming, username, context, outbox).catch((error: unknown) => {
            log.warn({ channel: 'telegram', ...causeOf(error) }, 'an inline query could not be answered');
          }),
        );
        return { redelivery: done, acknowledgement: null };
      case 'staff-command':
        return { redelivery: tellStaff(updateId, incoming), acknowledgement: null };
      case 'staff-press':
        return {
          redelivery: tellStaff(updateId, incoming),
          acknowledgement: Promise.resolve({ callback_query_id: incoming.pressId }),
        };
      case 'stray-press':
        return {
          redelivery: done,
          acknowledgement: Promise.resolve({ callback_query_id: incoming.pressId }),
        };
      case 'ignored':
        // An unreadable update could be a person who waits for an answer, so it is a warning.
        log[incoming.why === 'unreadable' ? 'warn' : 'debug'](
          { channel: 'telegram', why: incoming.why },
          'an update was ignored',
        );
        return { redelivery: done, acknowledgement: null };
    }
  }

  return (update, batch = new Set()) => {
    const updateId = updateIdOf(update);
    return updateId === null
      ? null
      : handle(updateId, parseUpdate(update, username, petitions.several, staff, inline), batch);
  };
}
