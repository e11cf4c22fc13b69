import type { Logger } from 'pino';
import { noteSaying } from '../../src/channel/kit/notes.js';
import { shortened } from '../../src/channel/kit/split.js';
import type { StaffRoom } from '../../src/channel/kit/staff-rooms.js';
import { causeOf } from '../../src/log.js';
import type { Petition } from '../../src/petition/petition.js';
import { changesAtOnce, type StaffDesk, type StaffMember, type StaffMessage } from '../../src/staff/desk.js';
import { StoreUnavailable } from '../../src/storage/database.js';
import type { Failure } from './failure.js';
import { MAX_CAPTION } from './limits.js';
import type { OnHeldBack, Outbox, Send } from './outbox.js';
import type { Incoming } from './parse.js';
import { type Rendered, render } from './render.js';
import { renderStaff } from './staff-message.js';
import type { Asker } from './staff-press.js';

export interface StaffOptions {
  readonly desk: StaffDesk;
  readonly rooms: readonly StaffRoom[];
  readonly petitions: Pick<Petition, 'locales' | 'texts'>;
  readonly log: Logger;
}

export type StaffIncoming = Extract<Incoming, { readonly kind: 'staff-command' | 'staff-press' }>;

/** Where to write: a group, and the topic in it. */
interface Place {
  readonly chatId: number;
  readonly threadId: number | null;
}

/** Telegram did not take a message for staff. */
class Unposted extends Error {
  override readonly name = 'Unposted';
  constructor(readonly code: string) {
    super('Telegram did not take a message for staff');
  }
}

/** The staff desk in Telegram groups: it answers the administrators of a staff group. */
export function createStaff({ desk, rooms, petitions, log }: StaffOptions) {
  const texts = petitions.texts(petitions.locales[0]);
  const isCommand = (word: string) => desk.commands.includes(word);
  const isRoom = (chatId: number) => rooms.some(({ id }) => id === String(chatId));

  /** Asked each time: an administrator can be dismissed at any moment. */
  async function adminStatus(
    send: Send,
    chatId: number,
    userId: number,
  ): Promise<'admin' | 'other' | 'unknown'> {
    const sent = await send('getChatMember', { chat_id: chatId, user_id: userId });
    if (sent.ok) return ['creator', 'administrator'].includes(sent.result.status) ? 'admin' : 'other';
    log.warn({ code: sent.failure.code }, 'Telegram did not say whether somebody is an administrator');
    return 'unknown';
  }

  /** @throws Undelivered */
  async function say(send: Send, place: Place, said: string): Promise<void> {
    const note = noteSaying(texts, said);
    const parts = render(note, { username: '', petition: petitions, knownMessages: [] });
    for (const part of parts) await put(send, place, part);
  }

  /** Shows a message with its picture. @returns why the first part of it was refused; null if it arrived */
  async function show(
    send: Send,
    place: Place,
    message: StaffMessage,
    asker?: Asker,
  ): Promise<Failure | null> {
    const { picture } = message;
    const refusals: Failure[] = [];
    const parts = renderStaff(message, asker);
    const [first, ...others] = parts;
    const failure = first === undefined ? null : await put(send, place, first);
    if (failure !== null) return failure;
    for (const part of others) refusals.push(...[await put(send, place, part)].filter((one) => one !== null));
    if (picture !== undefined) {
      const sent = await send('sendPhoto', {
        ...placed(place),
        photo: { source: Buffer.from(picture.png), filename: picture.fileName },
        caption: captionOf(message, picture),
      });
      if (!sent.ok) refusals.push(sent.failure);
    }
    for (const { code } of refusals) log.warn({ code }, 'a part of a message for staff was refused');
    return null;
  }

  /** Asks the desk, and says in words if it can't answer. */
  async function asked(
    work: () => Promise<StaffMessage>,
    failure: 'staff-unread' | 'staff-unconfirmed',
  ): Promise<StaffMessage | string> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreUnavailable) return texts.words.say(failure);
      log.error(causeOf(error), 'the staff desk failed');
      return texts.words.say('apology', { command: '/help' });
    }
  }

  async function tell(
    send: Send,
    place: Place,
    work: () => Promise<StaffMessage>,
    failure: 'staff-unread' | 'staff-unconfirmed',
    asker: Asker,
  ): Promise<StaffMessage | null> {
    const answer = await asked(work, failure);
    if (typeof answer === 'string') {
      await say(send, place, answer);
      return null;
    }
    const refused = await show(send, place, answer, asker);
    if (refused !== null) log.warn({ code: refused.code }, 'an answer for staff was refused');
    return answer;
  }

  /** Handles a command or a press in a staff group. */
  async function handle(send: Send, incoming: StaffIncoming): Promise<void> {
    const { chatId, personId } = incoming;
    const room = String(chatId);
    if (personId !== null) {
      const who = await adminStatus(send, chatId, personId);
      if (who !== 'admin') {
        const said = who === 'other' ? 'staff-only-admins' : 'staff-unchecked-admin';
        return say(send, incoming, texts.words.say(said));
      }
    }
    const member = (asker: Asker): StaffMember => ({
      channel: 'telegram',
      tenant: '',
      // Anonymous administrators all write as the group.
      id: asker === 'named' && personId !== null ? String(personId) : room,
    });
    const ask = async (words: string, asker: Asker) => {
      const failure = changesAtOnce(words) ? 'staff-unconfirmed' : 'staff-unread';
      await tell(send, incoming, () => desk.ask(words, member(asker), room), failure, asker);
    };
    if (incoming.kind === 'staff-command')
      return ask(incoming.words, personId === null ? 'anonymous' : 'named');
    const { press, messageId } = incoming;
    if (press.kind === 'ask') return ask(press.words, 'named');
    if (press.kind === 'confirm') {
      const { code, asker } = press;
      const confirm = () => desk.confirm(code, member(asker), room);
      const answer = await tell(send, incoming, confirm, 'staff-unconfirmed', asker);
      // Somebody else's press does nothing: the buttons stay for the administrator who asked.
      if (answer?.news !== true) return;
    }
    if (messageId === null) return;
    await send('editMessageReplyMarkup', {
      chat_id: chatId,
      message_id: messageId,
      reply_markup: { inline_keyboard: [] },
    });
  }

  return {
    isRoom,
    isCommand,
    /** Answers an administrator. @throws Undelivered */
    answer: (incoming: StaffIncoming, outbox: Outbox, onHeldBack: OnHeldBack): Promise<void> =>
      outbox.inChat(incoming.chatId, (send) => handle(send, incoming), { onHeldBack }),
    /**
     * Alerts, reports and goals, until the signal aborts.
     * @param outbox of its own: the process that speaks for staff need not be the one that polls
     */
    serve: (outbox: Outbox, signal: AbortSignal): Promise<void> =>
      desk.serve(
        {
          name: 'telegram',
          rooms: rooms.map(({ id }) => id),
          async post(room, message) {
            const place = { chatId: Number(room), threadId: null };
            const refused = await outbox.inChat(place.chatId, (send) => show(send, place, message));
            if (refused !== null) throw new Unposted(refused.code);
          },
        },
        signal,
      ),
  };
}
export type Staff = ReturnType<typeof createStaff>;

/** The picture's title; and its numbers in words, unless a table has them. */
function captionOf({ body }: StaffMessage, { title, alt }: NonNullable<StaffMessage['picture']>): string {
  const told = body.some(({ kind }) => kind === 'table') ? title : `${title}\n\n${alt}`;
  return shortened(told, MAX_CAPTION);
}

function placed({ chatId, threadId }: Place) {
  return { chat_id: chatId, ...(threadId === null ? {} : { message_thread_id: threadId }) };
}

async function put(send: Send, place: Place, part: Rendered): Promise<Failure | null> {
  const sent = await send('sendMessage', { ...placed(place), ...part });
  return sent.ok ? null : sent.failure;
}
