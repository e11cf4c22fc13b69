import { createServer } from 'node:http';
import { conversations, createConversation } from '@grammyjs/conversations';
import { sequentialize } from '@grammyjs/runner';
import { PsqlAdapter } from '@grammyjs/storage-psql';
import { Bot, InlineKeyboard, webhookCallback } from 'grammy';
import { adopt, openBooks, SECRET, screens } from './walk.js';

// A conversation and its storage in PostgreSQL, as their documentation shows them: what happens outside goes through
// `conversation.external`, so that a replay doesn't do it again.

const { pool, sign } = await openBooks();

/** The buttons of a screen: the first leads on. */
function keyboard({ labels }) {
  const rows = labels.map((label, index) => [
    InlineKeyboard.text(label, index === 0 ? 'next' : `other-${index}`),
  ]);
  return InlineKeyboard.from(rows);
}

const [first, ...others] = screens;

async function signing(conversation, ctx) {
  await ctx.reply(first.text, { parse_mode: 'HTML', reply_markup: keyboard(first) });
  for (const [index, screen] of others.entries()) {
    const pressed = await conversation.waitForCallbackQuery('next');
    await pressed.answerCallbackQuery();
    if (index === others.length - 1)
      await conversation.external(async () => {
        await sign(pressed.from.id);
      });
    await pressed.editMessageText(screen.text, { parse_mode: 'HTML', reply_markup: keyboard(screen) });
  }
}

const bot = new Bot(process.env.TELEGRAM_BOT_TOKEN, {
  client: {
    apiRoot: process.env.TELEGRAM_API_ROOT,
    canUseWebhookReply: (method) => method === 'answerCallbackQuery',
  },
});
// Behind a webhook an error boundary is what keeps an error in one chat from ending the process.
const guarded = bot.errorBoundary(({ error }) => console.error(error));
// One update of a chat after the other: otherwise a fast press reads the state before the last one has written it.
guarded.use(sequentialize((ctx) => String(ctx.chat?.id)));
guarded.use(
  conversations({
    storage: {
      type: 'key',
      adapter: await PsqlAdapter.create({ tableName: 'conversations', client: pool }),
    },
  }),
);
guarded.use(createConversation(signing));
guarded.command('start', (ctx) => ctx.conversation.enter('signing'));

const server = createServer(webhookCallback(bot, 'http', { secretToken: SECRET }));
await adopt(server, (url) => bot.api.setWebhook(url, { secret_token: SECRET, max_connections: 100 }));
