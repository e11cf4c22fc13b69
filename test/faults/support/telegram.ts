import type { Person } from '../../fakes/telegram/people.js';
import { NO_RATES } from '../../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../../fakes/telegram/server.js';
import type { Finished } from '../../support/finished.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { portOf, until } from './ports.js';
import { TcpProxy } from './tcp-proxy.js';

/** From the first word to the thanks. */
export const TURNS = 1 + PRESSES_TO_NAME.zefzafi + 1;

/** A bot's own way to Telegram, on which its polls are counted. */
export interface Door {
  /** What this bot's environment says of Telegram. */
  readonly env: Readonly<Record<string, string>>;
  /** How often it asked for updates. */
  polls(): number;
  /** How many calls it made in all. */
  calls(): number;
}

/** Telegram on this machine, reached by each bot through a door of its own; for one test. */
export interface Town {
  readonly telegram: FakeTelegram;
  door(): Promise<Door>;
  /** How often the bot has told a person something: one answer to each thing that the person did. */
  answers(person: Person): number;
}

export async function startTown(finished: Finished): Promise<Town> {
  const telegram = await FakeTelegram.start();
  telegram.limits.rates = NO_RATES;
  finished(() => telegram.stop());
  const told = new Map<number, number>();
  telegram.chats.events.on('told', (chat: number) => told.set(chat, (told.get(chat) ?? 0) + 1));
  return {
    telegram,
    answers: ({ id }) => told.get(id) ?? 0,
    async door() {
      const proxy = await TcpProxy.start({ port: portOf(telegram.apiRoot) }, finished);
      let polls = 0;
      let calls = 0;
      proxy.onSent = (piece) => {
        for (const [, method] of piece.toString('latin1').matchAll(/POST \/bot[^/ ]+\/(\w+) HTTP/g)) {
          calls += 1;
          if (method === 'getUpdates') polls += 1;
        }
      };
      const env = {
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: `http://127.0.0.1:${proxy.port}`,
      };
      return { env, polls: () => polls, calls: () => calls };
    },
  };
}

/** Walks a person to the thanks, always by the first button, and waits for each answer as long as a takeover takes. */
export async function signOn(town: Town, person: Person): Promise<void> {
  const answered = async (act: () => unknown) => {
    const before = town.answers(person);
    act();
    await until('a person is answered', () => town.answers(person) > before);
  };
  await answered(() => person.says('/start'));
  for (let turn = 1; turn < TURNS; turn += 1) await answered(() => person.presses(0));
  if (!person.last.text.includes('Thank you')) throw new Error(`no thanks, but: ${person.last.text}`);
}
