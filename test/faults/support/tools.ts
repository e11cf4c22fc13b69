import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TEST_MS } from './scale.js';

/** Debian puts servers into /usr/sbin, which is not in everybody's PATH. */
export const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin`;

export type Tool = 'pgbouncer' | 'haproxy' | 'promtool';

function isInstalled(tool: Tool): boolean {
  const asked = spawnSync(tool, [tool === 'haproxy' ? '-v' : '--version'], {
    env: { PATH },
    stdio: 'ignore',
  });
  return asked.status === 0;
}

/**
 * Describes behaviour that needs programs of Debian's. Where one is missing, the tests are skipped with a line that
 * says so; where `CI` is set, its lack is a failure.
 */
export function withTools(what: string, tools: readonly Tool[], tests: () => void): void {
  const missing = tools.filter((tool) => !isInstalled(tool));
  if (missing.length > 0) {
    // The reporter drops what passing tests print.
    writeSync(process.stderr.fd, `Skipped: ${what}. Not installed here: ${missing.join(', ')}.\n`);
  }
  if (process.env.CI === 'true') {
    it(`finds ${tools.join(' and ')}, to test ${what} with`, () => {
      expect(missing).toEqual([]);
    });
  }
  describe.skipIf(missing.length > 0)(what, { timeout: TEST_MS }, tests);
}
