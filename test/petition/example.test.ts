import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS as DISCORD } from '../../adapters/discord/limits.js';
import { LIMITS as SLACK } from '../../adapters/slack/render.js';
import { LIMITS as TELEGRAM } from '../../adapters/telegram/limits.js';
import { readConfiguration } from '../../src/config.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { plainText } from '../../src/petition/plain.js';

const example = loadPetition({
  contentDir: CONTENT_DIR,
  petition: 'example',
  organiser: null,
  limits: [
    { channel: 'telegram', ...TELEGRAM },
    { channel: 'discord', ...DISCORD },
    { channel: 'slack', ...SLACK },
  ],
});

const MADE_UP = { en: /made[- ]up/, ar: /من نسج الخيال|المتخيَّل/ } as const;
const HEADLINE = { en: /^Example: /, ar: /^مثال: / } as const;

describe('the example petition', () => {
  test('is served only where the environment names it', () => {
    expect(readConfiguration({}, 0).configuration?.petitions).toEqual(['zefzafi']);
  });

  describe.each(['en', 'ar'] as const)('in %s', (locale) => {
    const folder = join(CONTENT_DIR, 'example', locale);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );

    test.each(files)('says in %s that it is made up', (file) => {
      expect(readFileSync(join(folder, file), 'utf8')).toMatch(MADE_UP[locale]);
    });

    test('has a headline that calls it an example, and a line for the list', () => {
      const { headline, line } = example.texts(locale);
      expect(headline).toMatch(HEADLINE[locale]);
      expect(plainText(line ?? [])).toMatch(MADE_UP[locale]);
    });
  });
});
