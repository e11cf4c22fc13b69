import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCOPES } from '../../../adapters/slack/scopes.js';
import { STAFF_COMMANDS } from '../../../src/staff/desk.js';

const FOLDER = join(import.meta.dirname, '../../../adapters/slack');

describe("the adapter's README", () => {
  const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  const [, code = ''] = readme.split('## The code');

  test('tells of every file', () => {
    for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
      expect(code).toContain(`\`${file}\``);
    }
  });

  test('shows how every staff command is written', () => {
    const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
    for (const command of STAFF_COMMANDS) {
      expect(rows.join('\n')).toMatch(new RegExp(`\`${command}[ \`]`));
    }
  });

  test('says of every scope what it is for', () => {
    for (const scope of SCOPES) expect(readme).toContain(`| \`${scope}\``);
  });
});
