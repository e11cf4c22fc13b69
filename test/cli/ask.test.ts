import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { askAt, Interrupted } from '../../src/cli/io.js';
import { campaign, testPlatform, usePlaces } from './support.js';

const places = usePlaces();

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** A terminal with a person who types. */
function typing(text: string) {
  const input = new PassThrough();
  input.write(text);
  return { input, output: new PassThrough() };
}

test('an answer is what was typed', async () => {
  expect(await askAt(typing('zefzafi\n'), 'name? ')).toBe('zefzafi');
});

test('the end of the input is an empty answer', async () => {
  expect(await askAt(typing(CTRL_D), 'name? ')).toBe('');
});

test('Ctrl-C interrupts the question', async () => {
  await expect(askAt(typing(CTRL_C), 'name? ')).rejects.toThrow(Interrupted);
});

test.each([['pause'], ['close']])(
  'Ctrl-C at the question of `%s` says that nothing was changed',
  async (command) => {
    let err = '';
    const code = await runCommandLine([command], [testPlatform()], {
      env: { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) },
      write: () => undefined,
      complain: (text) => {
        err += text;
      },
      ask: (question) => askAt(typing(CTRL_C), question),
      now: () => new Date(),
    });
    expect(code).toBe(130);
    expect(err).toMatch(/\nNothing was changed\.\n$/);
    expect(err).not.toMatch(/unexpected/i);
  },
);
