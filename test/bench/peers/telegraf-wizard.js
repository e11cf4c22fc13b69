import { createServer } from 'node:http';
import { Postgres } from '@telegraf/session/pg';
import { Composer, Markup, Scenes, session, Telegraf } from 'telegraf';
import { adopt, openBooks, SECRET, screens } from './walk.js';

// A wizard scene and its session in PostgreSQL, as their documentation shows them: a composer a step, `next()` after
// each answer, one session store over the pool.

const { pool, sign } = await openBooks();

/** The buttons of a screen: the first leads on. */
const keyboard = ({ labels }) =>
  Markup.inlineKeyboard(
    labels.map((label, index) => [Markup.button.callback(label, index === 0 ? 'next' : `other-${index}`)]),
  );

const [first, ...others] = screens;

const steps = others.map((screen, index) => {
  const step = new Composer();
  step.action('next', async (ctx) => {
    await ctx.answerCbQuery();
    const isLast = index === others.length - 1;
    if (isLast) await sign(ctx.from.id);
    await ctx.editMessageText(screen.text, { parse_mode: 'HTML', ...keyboard(screen) });
    return isLast ? ctx.scene.leave() : ctx.wizard.next();
  });
  return step;
});

const signing = new Scenes.WizardScene(
  'signing',
  async (ctx) => {
    await ctx.reply(first.text, { parse_mode: 'HTML', ...keyboard(first) });
    return ctx.wizard.next();
  },
  ...steps,
);

const bot = new Telegraf(process.env.TELEGRAM_BOT_TOKEN, {
  telegram: { apiRoot: process.env.TELEGRAM_API_ROOT },
});
bot.use(session({ store: Postgres({ pool }) }));
bot.use(new Scenes.Stage([signing]).middleware());
bot.start((ctx) => ctx.scene.enter('signing'));
bot.catch((error) => console.error(error));

bot.botInfo = await bot.telegram.getMe();
const server = createServer(bot.webhookCallback('/webhook', { secretToken: SECRET }));
await adopt(server, (url) => bot.telegram.setWebhook(url, { secret_token: SECRET, max_connections: 100 }));
