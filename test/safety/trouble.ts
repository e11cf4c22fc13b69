import { SECRET, until } from '../adapters/telegram/support.js';
import { tooMany } from '../fakes/discord/faults.js';
import type { FakeDiscord } from '../fakes/discord/server.js';
import { tooMany as tooManyOnSlack } from '../fakes/slack/faults.js';
import type { FakeSlack } from '../fakes/slack/server.js';
import type { FakeTelegram } from '../fakes/telegram/server.js';
import { type Answer, ask, rawExchange } from '../http/support.js';
import { once, type TestPostgres } from '../support/postgres.js';
import { MARK, PLAIN_MARK } from './canary.js';
import { METRICS_TOKEN, type Stand } from './stand.js';
import { onDiscord } from './supporters.js';
import { canSay, newcomers } from './walk-everywhere.js';

/** Plans every bad answer of a platform, with the person's own text in it. */
export async function platformTrouble(stand: Stand): Promise<void> {
  const { discord, slackBySocket, slackByHttp } = stand;
  const failures = () =>
    stand.log.filter(
      (line) => /"channel":"(discord|slack)"/.test(line) && line.includes('an answer could not be sent'),
    ).length;
  const before = failures();
  let answered = 0;
  const taps = [...discordTrouble(discord), ...slackTrouble(slackBySocket), ...slackTrouble(slackByHttp)];
  for (const tap of taps) {
    tap.then(
      () => {
        answered += 1;
      },
      () => undefined,
    );
  }
  await Promise.all([
    telegramTrouble(stand.polling),
    telegramTrouble(stand.webhook),
    // Each is answered after all, or the bot has given up.
    until(() => answered + failures() - before >= taps.length),
  ]);
  for (const platform of [discord, slackBySocket, slackByHttp]) platform.faults.clear();
}

async function telegramTrouble(telegram: FakeTelegram): Promise<void> {
  const description = `Bad Request: can't parse “${MARK}”`;
  const faults = [
    { kind: 'error', status: 400, description },
    { kind: 'error', status: 403, description },
    { kind: 'error', status: 500, description },
    { kind: 'page', status: 502 },
    { kind: 'body', body: `<html>${MARK}</html>` },
    { kind: 'drop' },
    { kind: 'limited', seconds: 1 },
  ] as const;
  for (const fault of faults) {
    telegram.faults.plan('sendMessage', fault);
    telegram.person({ firstName: MARK, language: 'en' }).says(`${MARK} in trouble`);
    await until(() => telegram.world.updates.pending.length === 0);
  }
}

/** If a platform's answers are bad, a retry may succeed or not: the test looks only at what we write about it. */
function discordTrouble(discord: FakeDiscord): readonly Promise<unknown>[] {
  const answered = { code: 50035, message: MARK, errors: { content: { _errors: [{ message: MARK }] } } };
  const replies = [
    { kind: 'status', status: 400, body: answered },
    { kind: 'status', status: 500, body: `<html>${MARK}</html>` },
    { kind: 'drop' },
    tooMany(1),
  ] as const;
  return replies.map((reply) => {
    discord.faults.plan(/^POST \/interactions\//, reply, 4);
    return discord.person({ name: MARK }).command('withdraw', { receipt: MARK });
  });
}

function slackTrouble(slack: FakeSlack): readonly Promise<unknown>[] {
  const replies = [
    { kind: 'status', status: 400, body: { ok: false, error: MARK } },
    { kind: 'status', status: 500, body: `<html>${MARK}</html>` },
    { kind: 'error', code: MARK },
    { kind: 'drop' },
    tooManyOnSlack(1),
  ] as const;
  const channel = slack.channel({ botIn: false });
  return replies.map((reply) => {
    slack.faults.plan(/./, reply, 2);
    const person = slack.person({ name: MARK, handle: PLAIN_MARK });
    return person.command(channel, '/petition', `withdraw ${MARK}`);
  });
}

/** A database that is unavailable, and one that gives unexpected answers. */
export async function storeTrouble(stand: Stand, postgres: TestPostgres, databaseUrl: string): Promise<void> {
  const people = newcomers(stand);
  await Promise.all(people.map((supporter) => supporter.command('sign')));

  await once(databaseUrl, 'ALTER TABLE petition_zefzafi.conversations RENAME COLUMN value TO elsewhere');
  await Promise.all(
    people.filter(canSay).map((supporter) => supporter.say(`${MARK} while a column was elsewhere`)),
  );
  await onDiscord(stand.discord.person({ name: MARK })).command('withdraw', MARK);
  await once(databaseUrl, 'ALTER TABLE petition_zefzafi.conversations RENAME COLUMN elsewhere TO value');

  await postgres.stop();
  const telling = people.filter(canSay).map((supporter) => supporter.say(`${MARK} while the store was away`));
  await onDiscord(stand.discord.person({ name: MARK })).command('withdraw', MARK);
  await Promise.all(telling);
  await requests(stand);
  await postgres.start();
  await until(async () => (await ask(`${stand.url}/readyz`)).status === 200);
  const telegrams = [stand.polling, stand.webhook];
  await until(() => telegrams.every(({ world }) => world.updates.pending.length === 0));
}

/** Requests every address of the server, also with wrong bodies and headers. */
export async function requests({ url }: Stand): Promise<readonly Answer[]> {
  const json = { 'Content-Type': 'application/json' };
  const secret = { 'X-Telegram-Bot-Api-Secret-Token': SECRET };
  const path = encodeURIComponent(MARK);
  const chat = `${url}/chat/events`;
  const webhook = `${url}/telegram/webhook`;
  const slack = `${url}/slack/events`;
  const answers = await Promise.all([
    ask(`${url}/`),
    ask(`${url}/`, { headers: { 'Accept-Language': PLAIN_MARK, Cookie: `petition_chat=${PLAIN_MARK}` } }),
    ask(`${url}/?from=${path}`),
    ask(`${url}/${path}?${path}`, { headers: { Accept: 'text/html', 'X-Name': PLAIN_MARK } }),
    ask(`${url}/${path}`, { method: 'DELETE' }),
    ask(`${url}/chat/../../${PLAIN_MARK}`),
    ask(`${url}/api/total`),
    ask(`${url}/healthz`),
    ask(`${url}/readyz`),
    ask(`${url}/metrics`, { headers: { Authorization: `Bearer ${PLAIN_MARK}` } }),
    ask(`${url}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } }),
    ask(chat, { method: 'POST', headers: json, body: MARK }),
    ask(chat, { method: 'POST', headers: json, body: JSON.stringify({ id: MARK, action: { kind: MARK } }) }),
    ask(chat, { method: 'POST', headers: { 'Content-Type': PLAIN_MARK }, body: MARK }),
    ask(chat, { method: 'POST', headers: { ...json, Origin: `https://${PLAIN_MARK}.example` }, body: MARK }),
    ask(chat, { method: 'POST', headers: { ...json, Host: `${PLAIN_MARK}.example` }, body: MARK }),
    ask(chat, { method: 'POST', headers: json, body: MARK.repeat(50_000) }),
    ask(webhook, { method: 'POST', headers: json, body: MARK }),
    ask(webhook, { method: 'POST', headers: { ...json, ...secret }, body: MARK }),
    ask(webhook, { method: 'POST', headers: { ...json, ...secret }, body: unreadableUpdate() }),
    ask(slack, { method: 'POST', headers: json, body: MARK }),
    ask(slack, { method: 'POST', headers: { ...json, 'X-Slack-Signature': `v0=${PLAIN_MARK}` }, body: MARK }),
    rawExchange(Number(new URL(url).port), `GET /${PLAIN_MARK} HTTP/9.9\r\nX: ${PLAIN_MARK}\r\n\r\n`),
  ]);
  return answers.map((answer) =>
    typeof answer === 'string' ? { status: 0, headers: {}, body: answer } : answer,
  );
}

/** An invalid update that contains a person's texts. */
function unreadableUpdate(): string {
  return JSON.stringify({ update_id: 1, message: { text: MARK, from: { id: MARK, first_name: MARK } } });
}
