import { noteSaying } from '../../src/channel/kit/notes.js';
import type { Petition } from '../../src/petition/petition.js';
import type { StaffDesk, StaffMessage } from '../../src/staff/desk.js';
import { StoreUnavailable } from '../../src/storage/database.js';
import type { Show } from './answer.js';
import type { Origin, PressTap, Tap } from './parse.js';
import type { Post } from './post.js';
import { respond, takeAway } from './respond.js';
import type { StaffChannels } from './staff-channels.js';
import { renderStaff } from './staff-message.js';

export interface StaffOptions {
  readonly petition: Petition;
  readonly desk: StaffDesk;
  readonly channels: StaffChannels;
  readonly post: Post;
  readonly show: Show;
}

/** The staff desk in Slack. */
export interface Staff {
  /** Whether staff may be answered in a channel; asks Slack each time. */
  isRoom(channelId: string): Promise<boolean>;
  isCommand(word: string): boolean;
  /** Answers a command typed in a staff channel. */
  ask(tap: Tap, channelId: string, words: string): Promise<void>;
  /** Does what was asked for before, if the channel is still good for staff. */
  confirm(tap: PressTap, code: string): Promise<void>;
  /**
   * Answers a staff command in another channel. The answer reveals neither whether staff channels exist nor
   * which.
   */
  refuse(origin: Origin): Promise<void>;
}

/** Commands that act at once. The others only show something, or what a confirmation would do. */
const DONE_AT_ONCE = ['milestones', 'digest'];

/** Everybody in a staff channel is staff: Slack lets nobody else in. */
export function createStaff({ petition, desk, channels, post, show }: StaffOptions): Staff {
  const texts = petition.texts(petition.locales[0]);

  async function refuse(origin: Origin): Promise<void> {
    await show(origin, [noteSaying(texts, texts.words.say('staff-not-here'))]);
  }

  /**
   * Reports with a picture and news are for everybody in the channel. Other answers are only for the person
   * who asked.
   */
  async function tell(origin: Origin, channelId: string, message: StaffMessage): Promise<void> {
    const forAll = message.picture !== undefined || message.news === true;
    if (forAll || origin.responseUrl === null) {
      await post(channelId, message);
      // The pressed question is answered, so it goes.
      if (origin.inPlace && origin.responseUrl !== null) await takeAway(origin.responseUrl);
      return;
    }
    const [first, ...rest] = renderStaff(message);
    if (first === undefined) return;
    await respond(origin.responseUrl, first, origin.inPlace ? 'replace' : 'beside');
    for (const part of rest) await respond(origin.responseUrl, part, 'beside');
  }

  /**
   * @param work the desk's work; throws StoreUnavailable
   * @param failure the message for that case
   */
  async function answer(
    { origin }: Tap,
    work: () => Promise<StaffMessage>,
    channelId: string,
    failure: NoteId,
  ): Promise<void> {
    let message: StaffMessage;
    try {
      message = await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return show(origin, [noteSaying(texts, texts.words.say(failure))]);
    }
    await tell(origin, channelId, message);
  }

  return {
    isRoom: (channelId) => channels.permits(channelId),
    isCommand: (word) => desk.commands.includes(word),
    ask(tap, channelId, words) {
      const changes = DONE_AT_ONCE.some((command) => words.toLowerCase().startsWith(command));
      const failure = changes ? 'staff-unconfirmed' : 'staff-unread';
      return answer(tap, () => desk.ask(words, tap.person, channelId), channelId, failure);
    },
    async confirm(tap, code) {
      const { channelId } = tap.origin;
      if (channelId === null || !(await channels.permits(channelId))) return refuse(tap.origin);
      const confirm = () => desk.confirm(code, tap.person, channelId);
      await answer(tap, confirm, channelId, 'staff-unconfirmed');
    },
    refuse,
  };
}

type NoteId = 'staff-not-here' | 'staff-unconfirmed' | 'staff-unread';
