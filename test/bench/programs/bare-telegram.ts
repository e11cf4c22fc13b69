import { createServer } from 'node:http';
import { Markup, Telegraf } from 'telegraf';
import { screens } from './screens.js';
import { announce } from './server.js';

// telegraf without any state: the button says which screen is next. What this reaches, no bot with telegraf can exceed.

const SECRET = 'bench';

function keyboard(step: number) {
  const labels = screens[step]?.labels ?? [];
  return Markup.inlineKeyboard(
    labels.map((label, index) => [
      Markup.button.callback(label, index === 0 ? `${step + 1}` : `other-${index}`),
    ]),
  );
}

const bot = new Telegraf(process.env.TELEGRAM_BOT_TOKEN ?? '', {
  telegram: { apiRoot: process.env.TELEGRAM_API_ROOT ?? '' },
});
bot.start((ctx) => ctx.reply(screens[0]?.text ?? '', { parse_mode: 'HTML', ...keyboard(0) }));
bot.action(/^\d+$/, async (ctx) => {
  const step = Number(ctx.match[0]);
  await ctx.answerCbQuery();
  await ctx.editMessageText(screens[step]?.text ?? '', { parse_mode: 'HTML', ...keyboard(step) });
});
bot.botInfo = await bot.telegram.getMe();
const server = createServer(bot.webhookCallback('/webhook', { secretToken: SECRET }));
const url = await announce(server);
await bot.telegram.setWebhook(`${url}/webhook`, { secret_token: SECRET, max_connections: 100 });
console.log(`ready ${url}`);
