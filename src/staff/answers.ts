import { paragraph } from '../petition/rich-text.js';
import { type CommandWords, commandWords } from './command-words.js';
import { createConfirmations } from './confirmations.js';
import type { DeskContext } from './context.js';
import type { StaffDesk, StaffMember, StaffMessage } from './desk.js';
import { beginDigest, endDigests, parseHour } from './digest.js';
import { helpMessage, misunderstood } from './help.js';
import { switchMilestones } from './milestones.js';
import { pausingMessage, setPaused } from './pausing.js';
import { type Asker, quarantineMessage, release, releaseMessage, setAside } from './quarantine.js';
import { chartMessage, PERIODS, reportMessage } from './report.js';
import { totalMessage } from './total.js';

/** Answers questions and confirmations; see StaffDesk. */
export interface Answers extends Pick<StaffDesk, 'ask' | 'confirm'> {
  /** Like `ask`, for a command that is already parsed. */
  answer(words: CommandWords, who: StaffMember, room: string): Promise<StaffMessage>;
}

export function createAnswers(desk: DeskContext): Answers {
  const { voice } = desk;
  const confirmations = createConfirmations(desk);

  function answerTo(words: CommandWords, asker: Asker): Promise<StaffMessage> | StaffMessage {
    const { command, rest, options: flags } = words;
    const [first, ...more] = rest;
    const tooMuch = () => misunderstood(voice, voice.say('staff-problem-extra'));
    const alone = flags.size === 0 && rest.length === 0;
    switch (command) {
      case 'total':
        return alone ? totalMessage(desk) : tooMuch();
      case 'report':
      case 'chart': {
        const period = PERIODS.find((one) => one === (first ?? '7d').toLowerCase());
        if (period === undefined) return misunderstood(voice, voice.say('staff-problem-period'));
        const show = command === 'report' ? reportMessage : chartMessage;
        return more.length > 0 || flags.size > 0 ? tooMuch() : show(desk, period);
      }
      case 'milestones': {
        const on = onOrOff(first);
        if (on === null) return misunderstood(voice, voice.say('staff-problem-switch'));
        return more.length > 0 || flags.size > 0 ? tooMuch() : switchMilestones(desk, asker.room, on);
      }
      case 'digest': {
        const every = first?.toLowerCase() === 'weekly' ? 'week' : 'day';
        const on = every === 'week' || onOrOff(first);
        if (on === null) return misunderstood(voice, voice.say('staff-problem-digest'));
        const [hour = '', zone = ''] = more;
        if (more.length > (on ? 2 : 0) || flags.size > 0) return tooMuch();
        if (!on) return endDigests(desk, asker.room);
        const plan = parseHour(hour, zone);
        if (plan === null) return misunderstood(voice, voice.say('staff-problem-hour'));
        return beginDigest(desk, asker.room, every, plan);
      }
      case 'quarantine':
        return quarantineMessage(desk, asker, words);
      case 'release':
        return releaseMessage(desk, asker, words);
      case 'pause':
      case 'resume':
        return alone ? pausingMessage(desk, asker, command) : tooMuch();
      case 'help':
        return helpMessage(voice);
      default:
        return misunderstood(voice, voice.say('staff-problem-command'));
    }
  }

  async function answer(words: CommandWords, who: StaffMember, room: string): Promise<StaffMessage> {
    return answerTo(words, { who, room, confirmations });
  }

  return {
    answer,
    ask: (typed, who, room) => answer(commandWords(typed), who, room),
    async confirm(code, who, room) {
      const order = await confirmations.take(code, who, room);
      const asker = { who, room, confirmations };
      switch (order?.kind) {
        case undefined:
          return voice.message([paragraph(voice.say('staff-confirm-unknown'))]);
        case 'set-aside':
          return setAside(desk, asker, order);
        case 'release':
          return release(desk, asker, order);
        case 'pause':
        case 'resume':
          return setPaused(desk, asker, order.kind === 'pause');
      }
    },
  };
}

function onOrOff(word: string | undefined): boolean | null {
  const written = word?.toLowerCase();
  return written === 'on' ? true : written === 'off' ? false : null;
}
