import type { Logger } from 'pino';
import { noteSaying } from '../../src/channel/kit/notes.js';
import type { Petition } from '../../src/petition/petition.js';
import { command, phrase } from '../../src/petition/phrase.js';
import { paragraph } from '../../src/petition/rich-text.js';
import { changesAtOnce, type StaffDesk, type StaffMessage } from '../../src/staff/desk.js';
import { StoreUnavailable } from '../../src/storage/database.js';
import type { Show } from './answer.js';
import { failureOf } from './failure.js';
import type { Origin, PressTap, Tap } from './parse.js';
import type { Missing, Post } from './post.js';
import type { PrivateAnswers } from './private-answer.js';
import { type Rendered, render } from './render.js';
import { takeAway } from './respond.js';
import type { Permission, StaffChannels } from './staff-channels.js';
import { renderStaff } from './staff-message.js';

export interface StaffOptions {
  readonly petitions: Pick<Petition, 'locales' | 'texts'>;
  readonly desk: StaffDesk;
  readonly channels: StaffChannels;
  readonly post: Post;
  readonly show: Show;
  readonly answers: PrivateAnswers;
  readonly log: Logger;
}

/** The staff desk in Slack. */
export interface Staff {
  /** Whether staff may be answered in a channel; asks Slack each time. */
  permission(channelId: string): Promise<Permission>;
  isCommand(word: string): boolean;
  /** Answers a command typed in a staff channel. */
  ask(tap: Tap, channelId: string, words: string): Promise<void>;
  /** Answers a command on a button, if the channel is still good for staff. */
  askByPress(tap: PressTap, words: string): Promise<void>;
  /** Does what was asked for before, if the channel is still good for staff. */
  confirm(tap: PressTap, code: string): Promise<void>;
  /**
   * Answers a staff command where staff may not be answered. The refusal doesn't reveal whether there are staff
   * channels, or which.
   */
  decline(origin: Origin, permission: Exclude<Permission, 'granted'>): Promise<void>;
}

/** Everybody in a staff channel is staff: Slack lets nobody else in. */
export function createStaff(options: StaffOptions): Staff {
  const { petitions, desk, channels, post, show, answers, log } = options;
  const texts = petitions.texts(petitions.locales[0]);

  async function decline(origin: Origin, permission: Exclude<Permission, 'granted'>): Promise<void> {
    const said = texts.words.say(permission === 'refused' ? 'staff-not-here' : 'staff-unchecked');
    await show(origin, [noteSaying(texts, said)]);
  }

  /**
   * Shows messages to the person who asked: through the response URL or, whatever its failure is, as a direct message.
   * The first one replaces the question that it answers.
   */
  async function tellAlone(origin: Origin, parts: readonly Rendered[]): Promise<void> {
    let put = answers.to(origin);
    for (const [index, part] of parts.entries()) {
      try {
        await put(part, index === 0 && origin.inPlace ? 'replace' : 'beside');
      } catch (error) {
        log.warn(failureOf(error), 'an answer for staff is sent by direct message instead');
        put = (rest) => answers.directly(origin.userId, rest);
        await put(part, 'beside');
      }
    }
  }

  /** What could not be posted in the channel, for the person who asked. */
  function unposted(
    { locale }: StaffMessage,
    said: 'staff-unposted' | Missing['what'],
    code: string,
  ): Rendered[] {
    const { words, ...rest } = petitions.texts(locale);
    const id = said === 'staff-unposted' ? said : (`staff-unposted-${said}` as const);
    return render(noteSaying(rest, words.say(id, { code })), []);
  }

  /** Posts a message for everybody in the channel. Where Slack does not let us, the person who asked gets it alone. */
  async function tellAll(origin: Origin, channelId: string, message: StaffMessage): Promise<void> {
    let missing: readonly Missing[];
    try {
      missing = await post(channelId, message);
    } catch (error) {
      const { code } = failureOf(error);
      log.warn(failureOf(error), 'a message for staff could not be posted in their channel');
      return tellAlone(origin, [...unposted(message, 'staff-unposted', code), ...renderStaff(message)]);
    }
    const notes = missing.flatMap(({ what, code }) => unposted(message, what, code));
    const unsure = missing.some(({ what }) => what === 'unsure');
    if (notes.length > 0) return tellAlone(origin, unsure ? [...notes, ...renderStaff(message)] : notes);
    // The question with the pressed button is answered, so we delete it.
    if (origin.inPlace && origin.responseUrl !== null) await takeAway(origin.responseUrl);
  }

  /**
   * Reports with a picture and news are for everybody in the channel. Other answers are only for the person
   * who asked.
   */
  function tell(origin: Origin, channelId: string, message: StaffMessage): Promise<void> {
    const forAll = message.picture !== undefined || message.news === true;
    return forAll ? tellAll(origin, channelId, message) : tellAlone(origin, renderStaff(message));
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
      if (error instanceof StoreUnavailable) {
        return show(origin, [noteSaying(texts, texts.words.say(failure))]);
      }
      log.error(failureOf(error), 'the staff desk failed');
      const sorry = phrase((put) => texts.words.say('apology', { command: put(command('help')) }));
      return show(origin, [{ ...noteSaying(texts, ''), body: [paragraph(...sorry)] }]);
    }
    await tell(origin, channelId, message);
  }

  /** Does the work of a press, if the channel is good for staff now. */
  async function inRoom({ origin }: PressTap, work: (channelId: string) => Promise<void>): Promise<void> {
    const { channelId } = origin;
    if (channelId === null) return decline(origin, 'refused');
    const permission = await channels.permission(channelId);
    return permission === 'granted' ? work(channelId) : decline(origin, permission);
  }

  function ask(tap: Tap, channelId: string, words: string): Promise<void> {
    const failure = changesAtOnce(words) ? 'staff-unconfirmed' : 'staff-unread';
    return answer(tap, () => desk.ask(words, tap.person, channelId), channelId, failure);
  }

  return {
    permission: (channelId) => channels.permission(channelId),
    isCommand: (word) => desk.commands.includes(word),
    ask,
    askByPress: (tap, words) => inRoom(tap, (channelId) => ask(tap, channelId, words)),
    confirm: (tap, code) =>
      inRoom(tap, (channelId) => {
        const confirm = () => desk.confirm(code, tap.person, channelId);
        return answer(tap, confirm, channelId, 'staff-unconfirmed');
      }),
    decline,
  };
}

type NoteId = 'staff-unconfirmed' | 'staff-unread';
