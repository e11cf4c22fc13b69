import { BoundedMap } from '../../src/channel/kit/bounded.js';
import { causeOf } from '../../src/log.js';
import { clearChat } from './clear.js';
import { type Batch, createConverse, type Tools } from './converse.js';
import { answerGroup } from './groups.js';
import { Undelivered } from './outbox.js';
import { type Incoming, parseUpdate, updateIdOf } from './parse.js';
import { heldFor, type Verdict } from './verdict.js';

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

/**
 * Takes an update in; null for what is no update at all. Updates of one person are handled in the order of calls.
 * @param batch what came together with it, where order matters
 */
export type Intake = (update: unknown, batch?: Batch) => Taken | null;

/** Updates of which it is remembered that a card was sent: more than Telegram has under way. */
const REMEMBERED_UPDATES = 10_000;

/** What all updates go through, however they came. */
export function createIntake(tools: Tools): Intake {
  const { context, outbox, trail, inFlight, username, holdMs } = tools;
  const { petition, log } = context;
  const converse = createConverse(tools);
  const cards = new BoundedMap<number, Promise<void>>(REMEMBERED_UPDATES);
  /** By chat: clearing that is under way, or in line. */
  const clearings = new Map<number, Promise<boolean>>();

  /** A card is sent once for an update, however often that is delivered. */
  function post(updateId: number, incoming: Extract<Incoming, { kind: 'group-command' }>): Promise<Verdict> {
    const posted =
      cards.get(updateId) ??
      inFlight.track(
        answerGroup(incoming, username, { context, outbox }).catch((error: unknown) => {
          log.warn({ channel: 'telegram', ...causeOf(error) }, 'a card could not be sent');
        }),
      );
    cards.set(updateId, posted);
    return heldFor(holdMs, posted);
  }

  /** Clears the chat, and says so in a window that leaves no trace: a message would be one. */
  function clear({ chatId, press, locale }: Extract<Incoming, { kind: 'clear' }>): Taken {
    const { words } = petition.texts(petition.negotiate([locale]));
    trail.learn(chatId, press);
    // Whoever presses again while it waits has asked for nothing more.
    const acknowledgement = (clearings.get(chatId) ?? begin()).then((gone) => ({
      callback_query_id: press.id,
      text: words.say(gone ? 'chat-cleared' : 'chat-not-cleared'),
      show_alert: true,
    }));
    return { verdict: heldFor(holdMs, acknowledgement), acknowledgement };

    function begin(): Promise<boolean> {
      const cleared = inFlight.track(
        clearChat(chatId, { outbox, trail })
          .catch((error: unknown) => {
            if (!(error instanceof Undelivered))
              log.error({ channel: 'telegram', ...causeOf(error) }, 'clearing failed');
            return false;
          })
          .finally(() => clearings.delete(chatId)),
      );
      clearings.set(chatId, cleared);
      return cleared;
    }
  }

  function handle(updateId: number, incoming: Incoming, batch: Batch): Taken {
    const done = Promise.resolve('done' as const);
    switch (incoming.kind) {
      case 'event': {
        const { press } = incoming;
        const acknowledgement = press && Promise.resolve({ callback_query_id: press.id });
        return { verdict: converse(updateId, incoming, batch), acknowledgement };
      }
      case 'clear':
        return clear(incoming);
      case 'group-command':
        return { verdict: post(updateId, incoming), acknowledgement: null };
      case 'stray-press':
        return { verdict: done, acknowledgement: Promise.resolve({ callback_query_id: incoming.pressId }) };
      case 'ignored':
        // What should be readable and is not may be a person who waits for an answer.
        log[incoming.why === 'unreadable' ? 'warn' : 'debug'](
          { channel: 'telegram', why: incoming.why },
          'an update is let go',
        );
        return { verdict: done, acknowledgement: null };
    }
  }

  return (update, batch = new Set()) => {
    const updateId = updateIdOf(update);
    return updateId === null ? null : handle(updateId, parseUpdate(update, username), batch);
  };
}
