import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/paths.js';
import { makeKeys } from '../../src/signatures/keys.js';
import { run } from '../cli/support.js';
import { type FakeDiscord, startDiscord } from '../fakes/discord/server.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.js';
import { FakeTelegram } from '../fakes/telegram/server.js';
import { type Main, startMain } from '../support/main.js';
import { createDatabase } from '../support/postgres.js';
import { until } from '../support/until.js';
import { formsOf, searchFor } from './canary.js';

/** The program starts within a second, later if all cores are busy. */
const PATIENCE_MS = 120_000;

/** Part of every secret, so that one search finds each of them. */
const SECRET = 'zqCanarySecret7';
const search = searchFor(formsOf(SECRET));

/** No server listens there. */
const AWAY = `postgresql://petition:${SECRET}@127.0.0.1:9/petition`;

/** Every variable that holds a secret, each with a value that its check refuses. */
const MALFORMED = {
  DATABASE_URL: `mysql://petition:${SECRET}@localhost/petition`,
  IDENTITY_PEPPER: SECRET,
  SEAL_RECIPIENTS: `AGE-SECRET-KEY-1${SECRET}`,
  METRICS_TOKEN: SECRET.slice(0, 15),
  TELEGRAM_BOT_TOKEN: `bot12345:${SECRET}`,
  TELEGRAM_MODE: 'webhook',
  TELEGRAM_WEBHOOK_SECRET: `${SECRET} with spaces`,
  DISCORD_BOT_TOKEN: `Bot ${SECRET}`,
  SLACK_BOT_TOKEN: `xapp-${SECRET}`,
  SLACK_APP_TOKEN: `xoxb-${SECRET}`,
  SLACK_SIGNING_SECRET: `${SECRET} with spaces`,
};

describe('secrets', { timeout: PATIENCE_MS }, () => {
  let folder: string;
  let telegram: FakeTelegram;
  let discord: FakeDiscord;
  let slack: FakeSlack;
  /** Secrets that pass their checks, but that the platforms do not know. */
  let wrong: Record<string, string>;
  const running: Main[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'petition-secrets-'));
    [telegram, discord, slack] = await Promise.all([FakeTelegram.start(), startDiscord(), startFakeSlack()]);
    const { recipient } = await makeKeys();
    wrong = {
      DATA_DIR: folder,
      // This server asks for no password; we put one into the address all the same.
      DATABASE_URL: (await createDatabase()).replace('postgres@', `postgres:${SECRET}@`),
      IDENTITY_PEPPER: Buffer.from(`${SECRET} and as many bytes as it takes`).toString('base64'),
      SEAL_RECIPIENTS: recipient,
      ORGANISER_NAME: 'The Friends of the Rif',
      ORGANISER_CONTACT: 'friends@example.org',
      PRIVACY_URL: 'https://example.org/privacy',
      HOSTING_COUNTRY: 'CA',
      METRICS_TOKEN: `${SECRET}-for-the-metrics`,
      LOG_LEVEL: 'trace',
      TELEGRAM_BOT_TOKEN: `1234567890:${SECRET}`,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DISCORD_BOT_TOKEN: SECRET,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_ROOT: discord.apiRoot,
      SLACK_BOT_TOKEN: `xoxb-${SECRET}`,
      SLACK_APP_TOKEN: `xapp-${SECRET}`,
      SLACK_API_ROOT: slack.apiRoot,
    };
  });
  afterEach(async () => {
    for (const program of running.splice(0)) {
      program.signal('SIGKILL');
      await program.ended;
    }
  });
  afterAll(async () => {
    await Promise.all([telegram, discord, slack].map((fake) => fake.stop()));
    await rm(folder, { recursive: true });
  });

  function start(argv: readonly string[], env: Readonly<Record<string, string>>): Main {
    const program = startMain(argv, env, { cwd: folder });
    running.push(program);
    return program;
  }

  it('are not repeated where they are malformed: each variable is named, and none shown', async () => {
    const programs = [['serve'], ['petition', 'check']].map((argv) =>
      start(argv, { DATA_DIR: folder, ...MALFORMED }),
    );
    for (const program of programs) {
      expect(await program.ended).toBe(1);
      for (const variable of Object.keys(MALFORMED).filter((name) => name !== 'TELEGRAM_MODE')) {
        expect(program.output()).toContain(variable);
      }
      expect(search('the output', Buffer.from(program.output()))).toEqual([]);
    }
  });

  it('are not shown where nobody knows them: not to the log at its most talkative, in a list of processes, or in a report of what brought the program down', async () => {
    const bot = start(['serve'], wrong);
    const refused = ['telegram-401', 'discord', 'slack'];
    await until(() => refused.every((word) => bot.output().includes(word)), PATIENCE_MS);
    const commandLine = await bot.commandLine();
    expect(commandLine).toContain('serve');
    // If a report is configured, Node.js writes one at this signal, with the whole environment.
    bot.signal('SIGUSR2');
    expect(await bot.ended).toBe('SIGUSR2');
    const left = await readdir(folder);
    expect(left.filter((name) => /^(report|core|Heap|isolate)/i.test(name))).toEqual([]);
    for (const text of [bot.output(), commandLine, left.join('\n')]) {
      expect(search('what can be seen', Buffer.from(text))).toEqual([]);
    }
  });

  it('are not shown by check, which asks everybody who could know them', async () => {
    const check = start(['petition', 'check'], { ...wrong, DATABASE_URL: AWAY });
    expect(await check.ended).toBe(1);
    for (const word of ['database', 'Telegram', 'Discord', 'Slack']) {
      expect(check.output().toLowerCase()).toContain(word.toLowerCase());
    }
    expect(search('the output', Buffer.from(check.output()))).toEqual([]);
  });

  it('are never options: a list of processes would show them', async () => {
    const { out, code } = await run(['--help'], {});
    expect(code).toBe(0);
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) {
      expect((await run([command, '--help'], {})).out).not.toMatch(/--(pepper|token|password|secret)/);
    }
  });

  it('are asked of Node.js by nothing that the project starts it with', async () => {
    const files = ['package.json', 'docs/OPERATING.md', '.npmrc', '.env.example'];
    const texts = await Promise.all(files.map((file) => readFile(join(PROJECT_ROOT, file), 'utf8')));
    const writing =
      /--(report-|heap|diagnostic|cpu-prof|inspect|abort-on|redirect-warnings|trace-)|NODE_OPTIONS/;
    for (const [index, text] of texts.entries()) expect(text, files[index]).not.toMatch(writing);
    expect(texts[1]).toMatch(/^LimitCORE=0$/m);
  });
});
