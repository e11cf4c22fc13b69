import { describe, expect, test } from 'vitest';
import { standFor, until, walkToName } from './support.js';

const BRIEF = { backoff: { firstMs: 50, longestMs: 100 }, retryMs: 20 };
const NAME = 'Zoubida El Khattabi';

describe('the log', () => {
  const stand = standFor({ ownServer: true });

  test.each(['polling', 'webhook'] as const)(
    'holds no token, id, name or text, whatever goes wrong by %s',
    async (mode) => {
      const { telegram, postgres } = stand;
      const bot = await stand.start({
        mode,
        pace: BRIEF,
        server: { queryTimeoutMs: 1_000, connectTimeoutMs: 1_000 },
      });
      const person = telegram.person({ firstName: NAME, lastName: 'Surname' });
      const blocker = telegram.person({ firstName: 'Blocker' });
      await blocker.answerTo(() => blocker.says('/start'));
      await walkToName(person);

      // Everything that can go wrong with a call, and what Telegram says of it.
      const { faults } = telegram;
      for (const method of ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'getUpdates']) {
        faults.plan(method, { kind: 'drop' });
        faults.plan(method, { kind: 'page', status: 502 });
        faults.plan(method, { kind: 'page', status: 400 });
      }
      await person.answerTo(() => person.presses('Write a name'));
      await person.answerTo(() => person.says(NAME));
      faults.plan('sendMessage', {
        kind: 'error',
        status: 400,
        description: `Bad Request: can't parse “${NAME}”`,
      });
      person.says('a secret that I wrote');
      await until(() => bot.log.some((line) => line.includes('a message was refused')));
      blocker.presses(0);
      blocker.block();
      await until(() => telegram.world.updates.pending.length === 0);
      await postgres.stop();
      await person.answerTo(() => person.says('another secret'));
      await postgres.start();
      await until(() => telegram.world.updates.pending.length === 0);
      await telegram.goAway();
      await until(() => mode === 'webhook' || bot.log.some((line) => line.includes('ECONNREFUSED')));
      await bot.stop();
      await telegram.comeBack();

      const written = bot.log.join('');
      expect(written).toContain('telegram');
      const token = telegram.token.slice(telegram.token.indexOf(':') + 1);
      for (const secret of [
        token,
        '1234567890:',
        String(person.id),
        String(blocker.id),
        NAME,
        'Zoubida',
        'Surname',
        'Blocker',
        'secret',
      ]) {
        expect(written).not.toContain(secret);
      }
    },
  );
});
