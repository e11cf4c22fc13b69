import { describe } from 'vitest';
import { readButtonData } from '../../../adapters/telegram/button-data.js';
import { parseCode } from '../../../src/conversation/code.js';
import { keepsTheContract, NAMELESS, receiptOf } from '../../channel/contract.js';
import type { ShownMessage } from '../../fakes/telegram/chats.js';
import type { InlineButton } from '../../fakes/telegram/keyboard.js';
import { wire } from '../../fakes/telegram/methods.js';
import { buttonsOf, type Person } from '../../fakes/telegram/people.js';
import { NO_RATES } from '../../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../../fakes/telegram/server.js';
import { createDatabase } from '../../support/postgres.js';
import type { Seen } from '../../transcripts/check.js';
import type { Actor } from '../../transcripts/player.js';
import { type Process, startProcess, until } from './support.js';

describe.each(['polling', 'webhook'] as const)(
  'through real telegraf and a real ledger, by %s, Telegram plays:',
  async (mode) => {
    await keepsTheContract({
      playable: () => true,
      atLeast: 45,
      async start(petition, now) {
        const telegram = await FakeTelegram.start();
        telegram.limits.rates = NO_RATES;
        const bot = await startProcess({
          telegram,
          databaseUrl: await createDatabase(),
          petition,
          mode,
          now,
        });
        await until(() => bot.adapter.health().ok);
        return {
          bot,
          actor: (_name, { languages, displayName }) =>
            actor(
              telegram.person({ firstName: displayName ?? NAMELESS, language: languages[0] ?? 'en' }),
              bot,
            ),
          async stop() {
            await bot.stop();
            await telegram.stop();
          },
        };
      },
    });
  },
);

function actor(person: Person, bot: Process): Actor<ShownMessage> {
  const read = (message: ShownMessage) => ({
    seen: seen(message),
    labels: conversationButtons(message).map(({ text }) => text),
    message,
  });
  const shown = async (act: () => unknown) => read(await person.answerTo(act));
  const says = (text: string) => shown(() => person.says(text));
  const press = async (message: ShownMessage, index: number) => {
    const code = conversationButtons(message)[index]?.callback_data;
    if (code === undefined) throw new Error(`button ${index} has no code`);
    let acknowledged: Promise<ShownMessage> | undefined;
    const answered = person.answerTo(() => {
      const pressed = person.sendsCode(code, wire(message, person.id, person.telegram.world.bot));
      // A double tap is acknowledged and nothing more: the person still sees the last message.
      acknowledged = pressed.answered
        .then(() => until(() => !person.telegram.world.updates.pending.includes(pressed.update)))
        .then(() => person.last);
    });
    return read(await Promise.any([answered, ...(acknowledged === undefined ? [] : [acknowledged])]));
  };
  return {
    command: (command, argument, source) =>
      says(source === null ? `/${command} ${argument ?? ''}`.trim() : `/start ${source}`),
    press,
    async write(message, index, text) {
      await press(message, index);
      return says(text);
    },
    say: says,
    forge: (code) => shown(() => person.sendsCode(code)),
    rename: (name) => {
      person.firstName = name ?? NAMELESS;
    },
    receipt: () => receiptOf(bot, 'telegram', String(person.id)),
  };
}

/**
 * The buttons of the conversation's own: without those that share a note, copy and clear, which are this platform's. The
 * first is always the conversation's.
 */
function conversationButtons(message: ShownMessage): readonly InlineButton[] {
  return buttonsOf(message).filter(
    ({ callback_data: data, url, copy_text }, index) =>
      index === 0 ||
      (!url?.startsWith('https://t.me/share/') &&
        copy_text === undefined &&
        (data === undefined || readButtonData(data).kind === 'code')),
  );
}

function seen(message: ShownMessage): Seen {
  const buttons = conversationButtons(message);
  const data = buttons.flatMap(({ callback_data }) =>
    callback_data === undefined ? [] : [readButtonData(callback_data)],
  )[0];
  const scope = data?.kind === 'code' ? (parseCode(data.code)?.scope ?? null) : null;
  return {
    role: data?.kind === 'code' ? data.on : 'note',
    step: scope === 'note' || scope === 'update' ? null : scope,
    text: message.text,
    buttons: buttons.map(({ text }) => text),
  };
}
