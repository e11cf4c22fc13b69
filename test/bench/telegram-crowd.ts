import type { ShownMessage } from '../fakes/telegram/chats.js';
import { NO_RATES } from '../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../fakes/telegram/server.js';
import { type Crowd, type Screen, type Walker, Walks } from './crowd.js';
import { TURNS } from './walk.js';

/** The command as Telegram sends it: with the entity by which libraries know a command. */
const START = { text: '/start', entities: [{ type: 'bot_command', offset: 0, length: 6 }] };

/** A person who sees no answer for so long presses again. */
const PATIENCE_MS = 5_000;

/** What shows a person a screen. */
const SHOWING = new Set(['sendMessage', 'editMessageText']);

/** A fake Telegram and its people. It has no limits. */
export interface TelegramCrowd extends Crowd {
  readonly telegram: FakeTelegram;
  /** The environment of a bot on this Telegram. */
  readonly env: Readonly<Record<string, string>>;
  /** A new person walks to the thanks; gives what the person was shown at each step. */
  see(): Promise<Screen[]>;
}

/** @param patienceMs how long a person waits for an answer before they press again */
export async function telegramCrowd(patienceMs = PATIENCE_MS): Promise<TelegramCrowd> {
  const telegram = await FakeTelegram.start();
  telegram.limits.rates = NO_RATES;
  const walks = new Walks(TURNS);
  const waiting = new Map<number, (message: ShownMessage) => void>();
  telegram.chats.events.on('told', (chat: number, message: ShownMessage) => waiting.get(chat)?.(message));

  function walker(): Walker {
    const person = telegram.person({ language: 'en' });
    const sees = () => person.received.at(-1)?.text;
    const isAnswered = async (act: () => void): Promise<boolean> => {
      const before = sees();
      const shown = await new Promise<string | undefined>((resolve) => {
        const late = setTimeout(() => resolve(undefined), patienceMs);
        waiting.set(person.id, ({ text }) => {
          clearTimeout(late);
          resolve(text);
        });
        act();
      });
      waiting.delete(person.id);
      return shown !== undefined && shown !== before;
    };
    return {
      sees,
      command: () => isAnswered(() => person.sends(START)),
      press: () => isAnswered(() => person.presses(0)),
    };
  }

  return {
    telegram,
    env: {
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: 'bench',
    },
    took: walks.took,
    again: () => walks.again,
    async sign() {
      await walks.walk(walker());
      // What the fake remembers of calls would outgrow what we measure.
      telegram.calls.splice(0);
    },
    async see() {
      const seen: Screen[] = [];
      await walks.walk(walker(), () => {
        const shown = telegram.calls.findLast(({ method }) => SHOWING.has(method));
        const markup = JSON.stringify(shown?.params.reply_markup ?? '');
        seen.push({
          text: String(shown?.params.text),
          labels: [...markup.matchAll(/"text":"([^"]*)"/g)].map(([, label = '']) => label),
        });
      });
      return seen;
    },
    stop: () => telegram.stop(),
  };
}
