import type { WebhookInfo } from 'telegraf/types';
import type { CheckLine } from '../../src/channel/platform.js';
import { type Call, createCall } from './api.js';
import { failureOf } from './failure.js';
import { chatLink } from './links.js';
import type { TelegramSettings } from './settings.js';
import { WEBHOOK_PATH } from './webhook.js';

/** Checks the token and the webhook on Telegram itself, for the operator. Changes nothing. */
export async function check(settings: TelegramSettings): Promise<readonly CheckLine[]> {
  const call = createCall(settings);
  try {
    const { username, supports_inline_queries: offersInline } = await call('getMe', {});
    const known = line(true, 'token', `Telegram knows the bot as @${username}: ${chatLink(username)}`);
    const inline = settings.inline ? [inlineLine(offersInline)] : [];
    return [known, ...inline, ...(await checkDelivery(settings, call))];
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    const wrongToken = failure.kind === 'unauthorised' || failure.code === 'telegram-404';
    return [
      line(
        false,
        'token',
        wrongToken
          ? 'Telegram refuses TELEGRAM_BOT_TOKEN: ask @BotFather for the token (/token) and set the variable to it'
          : `Telegram did not answer (${failure.code}): check that this machine can reach ${settings.apiRoot}, then try again`,
      ),
    ];
  }
}

function inlineLine(isOn: boolean): CheckLine {
  const message = isOn
    ? 'on: people can post the card in any chat'
    : 'TELEGRAM_INLINE is on, but Telegram does not ask the bot: write /setinline to @BotFather, or remove the variable';
  return line(isOn, 'inline mode', message);
}

async function checkDelivery({ delivery }: TelegramSettings, call: Call): Promise<readonly CheckLine[]> {
  let info: WebhookInfo;
  try {
    info = await call('getWebhookInfo', {});
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    // Not an error: the bot starts without this.
    return [line(true, delivery.mode, `Telegram did not say whether a webhook is set (${failure.code})`)];
  }
  const count = info.pending_update_count;
  const waiting = count === 1 ? '1 update is waiting' : `${count} updates are waiting`;
  if (delivery.mode === 'polling') {
    const set = info.url !== undefined && info.url !== '';
    const others =
      'a webhook is set: another program may use this bot; the bot deletes the webhook when it starts';
    return [line(true, 'polling', set ? `${others}; ${waiting}` : waiting)];
  }
  const wanted = delivery.url + WEBHOOK_PATH;
  const lines = [
    info.url === wanted
      ? line(true, 'webhook', `set to ${wanted}; ${waiting}`)
      : line(true, 'webhook', `not set to ${wanted} yet: the bot does that when it starts; ${waiting}`),
  ];
  if (info.last_error_date !== undefined && info.pending_update_count > 0) {
    const when = new Date(info.last_error_date * 1_000).toISOString();
    lines.push(
      line(
        false,
        'webhook',
        `the last delivery failed (${when}): ${adviceFor(info.last_error_message ?? '')}`,
      ),
    );
  }
  if (delivery.secret.length < 16) {
    lines.push(
      line(
        true,
        'secret',
        'TELEGRAM_WEBHOOK_SECRET is so short that somebody could guess it; "openssl rand -hex 32" makes a better one',
      ),
    );
  }
  return lines;
}

/** Telegram's own reason for a failed delivery, and what to do. */
function adviceFor(message: string): string {
  const status = /\b(\d{3})\b/.exec(message)?.[1];
  const advice =
    status === '401'
      ? 'the secret differs: restart the bot, so that it sets the webhook with its own secret'
      : status === '404'
        ? `nothing answers at ${WEBHOOK_PATH}: check that the proxy passes the whole path to this server`
        : status === '502' || status === '503' || status === '504'
          ? 'the proxy or the bot was not ready: check that the bot is running, and look at /readyz'
          : /ssl|certificate/i.test(message)
            ? "check that the proxy's certificate is valid and complete"
            : 'check that PUBLIC_URL reaches this server from outside';
  return `“${message}”; ${advice}`;
}

function line(ok: boolean, subject: string, message: string): CheckLine {
  return { ok, subject: `Telegram: ${subject}`, message };
}
