import { describe, expect, test } from 'vitest';
import { readArguments } from '../src/arguments.js';
import { readVersion } from '../src/version.js';

/** Reads arguments, and keeps what was printed. */
function read(...argv: string[]) {
  let written = '';
  let complained = '';
  const invocation = readArguments(argv, {
    write: (text) => {
      written += text;
    },
    complain: (text) => {
      complained += text;
    },
  });
  return { invocation, written, complained };
}

describe('the arguments of the program', () => {
  test('serve starts the channel, and so does nothing at all', () => {
    expect(read('serve').invocation).toEqual({ mode: 'serve', acceptNewDatabase: false });
    expect(read().invocation).toEqual({ mode: 'serve', acceptNewDatabase: false });
    expect(read('serve', '--accept-new-database').invocation).toEqual({
      mode: 'serve',
      acceptNewDatabase: true,
    });
  });

  test('what follows petition reaches the command line as it was typed', () => {
    const words = ['export', '--identity', 'a file', '--help', '--version', '--', '-x'];
    expect(read('petition', ...words).invocation).toEqual({ mode: 'petition', rest: words });
    expect(read('petition', '--help').invocation).toEqual({ mode: 'petition', rest: ['--help'] });
    expect(read('petition').invocation).toEqual({ mode: 'petition', rest: [] });
  });

  test.each([['nonsense'], ['serve', 'nonsense'], ['serve', '--nonsense'], ['--nonsense']])(
    '%s %s is refused with the usage',
    (...argv) => {
      const { invocation, complained, written } = read(...argv);
      expect(invocation).toEqual({ mode: 'end', exitCode: 2 });
      expect(complained).toMatch(/nonsense|too many arguments/);
      expect(complained).toContain('Usage: petition-channel');
      expect(written).toBe('');
    },
  );

  test('--version prints the version of package.json', () => {
    const { invocation, written } = read('--version');
    expect(invocation).toEqual({ mode: 'end', exitCode: 0 });
    expect(written).toBe(`${readVersion()}\n`);
    expect(written).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('--help says what the program takes', () => {
    const { invocation, written } = read('--help');
    expect(invocation).toEqual({ mode: 'end', exitCode: 0 });
    expect(written).toMatch(/serve[\s\S]*petition/);
  });
});
