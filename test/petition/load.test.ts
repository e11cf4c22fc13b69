import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS as DISCORD } from '../../adapters/discord/limits.js';
import { LIMITS as SLACK } from '../../adapters/slack/render.js';
import { LIMITS as TELEGRAM } from '../../adapters/telegram/limits.js';
import type { HostingCountry } from '../../src/petition/hosting-country.js';
import { loadPetition } from '../../src/petition/load.js';
import { offsetsNow, totalShown } from '../../src/petition/offsets.js';
import {
  type LocaleTexts,
  NEW_CAMPAIGN,
  type Organiser,
  phaseAt,
  SIGNED_TEXTS,
} from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import { nextGoal } from '../../src/petition/progress.js';
import { day } from '../support/day.js';
import { LANGUAGES } from '../support/languages.js';
import { ContentCopy, SAMPLE_CONTENT } from './content-copy.js';

const council: Organiser = {
  name: 'Council *of* {closes} <b>',
  contact: 'council@example.org',
  privacyUrl: 'https://example.org/privacy',
};

const sample = loadPetition({ contentDir: SAMPLE_CONTENT, petition: 'sample', organiser: council });

/** The English texts of the sample after a change to its files. */
function changed(change: (copy: ContentCopy) => void, organiser: Organiser | null = null): LocaleTexts {
  using copy = new ContentCopy();
  change(copy);
  return loadPetition({ contentDir: copy.dir, petition: 'sample', organiser }).texts('en');
}

function versions({ signed }: LocaleTexts): Record<string, string> {
  return Object.fromEntries(SIGNED_TEXTS.map((name) => [name, signed[name].version]));
}

describe('a petition', () => {
  test('has its texts in every language of its settings, the first being the default', () => {
    expect(sample.id).toBe('sample');
    expect(sample.locales).toEqual(['en', 'ar']);
    expect(sample.locales.map((locale) => sample.texts(locale).headline)).toEqual([
      'Open the well again',
      'افتحوا البئر من جديد',
    ]);
    expect(sample.locales.map((locale) => sample.texts(locale).direction)).toEqual(['ltr', 'rtl']);
    expect(sample.organiser).toEqual(council);
  });

  test('has no texts in a language that its settings do not name', () => {
    expect(() => sample.texts('fr')).toThrow('no texts in fr');
  });

  test('tells its story page by page, in the order of the settings', () => {
    expect(sample.texts('en').story.map(({ name }) => name)).toEqual(['village', 'well', 'closure']);
    expect(sample.texts('en').story[1]?.blocks).toEqual([
      { kind: 'heading', children: [{ kind: 'text', text: 'The well' }] },
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'The well gave water to ' },
          { kind: 'emphasis', children: [{ kind: 'text', text: 'everybody' }] },
          { kind: 'text', text: ', also in dry years.' },
        ],
      },
    ]);
  });

  test('has a summary below its headline, and a plain text to pass on', () => {
    const { summary, share } = sample.texts('en');
    expect(plainText(summary)).toBe(
      'The well of the village has been closed for a year. Its people ask for it to be opened again.\n\n' +
        'Read what happened, and decide whether to sign.',
    );
    expect(share).toMatch(/^The well of the village .* sign\.$/);
  });
});

test("hidden files, and words in languages of other petitions, are nobody's mistake", () => {
  const texts = changed((copy) => {
    copy.write('.DS_Store', 'x');
    copy.write('sample/.petition.yaml.swp', 'x');
    copy.write('sample/en/story/.well.md.swp', 'x');
    copy.write('interface/pt.ftl', 'direction = up');
  });
  expect(texts.headline).toBe('Open the well again');
});

describe('what stands in the place of placeholders', () => {
  test('the organiser and the addresses, as words and links that are never read as markup', () => {
    const [who] = sample.texts('en').signed.privacy.blocks;
    expect(who).toEqual({
      kind: 'paragraph',
      children: [
        { kind: 'strong', children: [{ kind: 'text', text: 'Who is responsible.' }] },
        { kind: 'text', text: ' ' },
        { kind: 'text', text: '\u2068Council *of* {closes} <b>\u2069' },
        { kind: 'text', text: ' runs this channel. Contact: ' },
        {
          kind: 'link',
          url: 'mailto:council@example.org',
          children: [{ kind: 'text', text: '\u2068council@example.org\u2069' }],
        },
        { kind: 'text', text: '. More: ' },
        {
          kind: 'link',
          url: 'https://example.org/privacy',
          children: [{ kind: 'text', text: '\u2068https://example.org/privacy\u2069' }],
        },
      ],
    });
  });

  test('an https address to write to is a link to itself', () => {
    const organiser = { ...council, contact: 'https://example.org/contact' };
    const texts = changed(() => {}, organiser);
    expect(JSON.stringify(texts.signed.privacy.blocks)).toContain('"url":"https://example.org/contact"');
  });

  test('in a preview that names nobody, words that say so', () => {
    const { signed, words } = changed(() => {});
    const notice = plainText(signed.privacy.blocks);
    for (const id of ['organiser-unset', 'contact-unset', 'privacy-url-unset', 'hosting-unset'] as const) {
      expect(notice).toContain(words.say(id));
    }
  });

  test('the days for which names are kept', () => {
    expect(plainText(sample.texts('ar').signed.privacy.blocks)).toContain('بعد 30 يومًا');
  });

  test('the last day for the names and the age, the way each language writes them', () => {
    const notices = ['en', 'ar'].map((locale) => plainText(sample.texts(locale).signed.privacy.blocks));
    expect(notices[0]).toMatch(/on .*January.* 2100 at the latest/);
    expect(notices[0]).toContain('From 16 years of age');
    expect(notices[1]).toMatch(/2100 على أبعد تقدير/);
  });

  test("the country where the data are stored, in the reader's language", () => {
    const stored = (hostingCountry: HostingCountry) => {
      const options = { contentDir: SAMPLE_CONTENT, petition: 'sample', organiser: null, hostingCountry };
      const petition = loadPetition(options);
      return ['en', 'ar'].map((locale) => plainText(petition.texts(locale).signed.privacy.blocks));
    };
    const [english, arabic] = stored({ kind: 'country', code: 'CA' });
    expect(english).toContain('Stored in \u2068Canada\u2069.');
    expect(arabic).toContain('\u2068كندا\u2069');
    for (const notice of stored({ kind: 'words', words: 'Germany, at Hetzner' })) {
      expect(notice).toContain('\u2068Germany, at Hetzner\u2069');
    }
  });

  test('the day on which it opens, the way each language writes it', () => {
    using copy = new ContentCopy();
    copy.replace('sample/petition.yaml', 'closes: 2099-12-31', 'opens: 2099-01-15');
    const petition = loadPetition({ contentDir: copy.dir, petition: 'sample', organiser: null });
    expect(plainText(petition.texts('en').upcoming)).toMatch(/from 15 January 2099\./);
    expect(plainText(petition.texts('ar').upcoming)).toMatch(/2099/);
  });

  test("in the letter, the interface's words for a signature", () => {
    const { signed, words } = sample.texts('en');
    expect(plainText(signed.letter.blocks)).toMatch(/Yours sincerely,\n\n[^{}]+$/);
    expect(signed.letter.blocks.at(-1)).toEqual({
      kind: 'paragraph',
      children: [{ kind: 'text', text: words.say('letter-signature') }],
    });
  });
});

describe('the version of a text that is signed', () => {
  const before = versions(changed(() => {}));

  test('is a SHA-256 of its words', () => {
    for (const version of Object.values(before)) expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(Object.values(before)).size).toBe(SIGNED_TEXTS.length);
  });

  test.each(SIGNED_TEXTS)('changes with a word of the %s, and of no other text', (name) => {
    const after = versions(
      changed((copy) => copy.write(`sample/en/${name}.md`, `Now:\n\n${copy.read(`sample/en/${name}.md`)}`)),
    );
    expect(after[name]).not.toBe(before[name]);
    expect({ ...after, [name]: before[name] }).toEqual(before);
  });

  test('stays when the story, the settings or another language change', () => {
    const after = changed((copy) => {
      copy.write('sample/en/story/well.md', '## The well\n\nIt was deep.');
      copy.write('sample/ar/letter.md', 'افتحوا البئر.\n\n{signature}');
      copy.replace('sample/petition.yaml', '[200, 500, 1000]', '[300]');
    });
    expect(versions(after)).toEqual(before);
  });

  test.each<[string, (text: string) => string]>([
    ['lines are ended by CR and LF', (text) => text.replaceAll('\n', '\r\n')],
    ['there is a byte order mark', (text) => `\uFEFF${text}`],
    ['there is white space at the ends of lines', (text) => text.replaceAll('\n', '  \n')],
    ['there are empty lines at the end', (text) => `${text}\n\n`],
    ['there is no end to the last line', (text) => text.trimEnd()],
    ['characters are decomposed', (text) => text.normalize('NFD')],
  ])('stays when %s', (_, rewrite) => {
    const accented = 'L’été dernier, l’eau a été coupée à Ouarzazate — ça suffit.';
    const texts = (write: (text: string) => string) =>
      changed((copy) => {
        for (const name of ['demands', 'letter', 'privacy', 'consent']) {
          const file = `sample/en/${name}.md`;
          copy.write(file, write(`${accented}\n\n${copy.read(file)}`));
        }
      });
    const [plain, rewritten] = [texts((text) => text), texts(rewrite)];
    expect(versions(rewritten)).toEqual(versions(plain));
    expect(rewritten).toEqual({ ...plain, words: rewritten.words });
  });

  test('of both privacy notices is another for another organiser, and of nothing else', () => {
    const after = versions(changed(() => {}, council));
    expect(after.privacy).not.toBe(before.privacy);
    expect(after.notice).not.toBe(before.notice);
    expect({ ...after, privacy: before.privacy, notice: before.notice }).toEqual(before);
  });

  test('of the privacy notice is another when names are kept for longer', () => {
    for (const [setting, other] of [
      ['retentionDays: 30', 'retentionDays: 20'],
      ['keepUntil: 2100-01-01', 'keepUntil: 2100-01-02'],
    ] as const) {
      const after = changed((copy) => copy.replace('sample/petition.yaml', setting, other));
      expect(versions(after).privacy).not.toBe(before.privacy);
    }
  });

  test("does not change with the interface's word for a signature", () => {
    const after = changed((copy) => {
      const words = copy.read('interface/en.ftl').replace(/^letter-signature = .*$/m, 'letter-signature = …');
      copy.write('interface/en.ftl', words);
    });
    expect(versions(after)).toEqual(before);
  });

  test('comes with the words that it stands for', () => {
    const { signed } = sample.texts('en');
    expect(signed.letter.source).toMatch(/^To: The Office of Wells\n\n.*Yours sincerely,\n\n\{signature\}$/s);
    expect(signed.privacy.source).toContain(
      '**Who is responsible.** Council *of* {closes} <b> runs this channel. Contact: council@example.org. More: https://example.org/privacy',
    );
    expect(signed.privacy.source).toContain('erased 30 days after');
  });
});

describe('a last day for the names without a day of opening', () => {
  const load = (today: string) => () =>
    loadPetition({ contentDir: SAMPLE_CONTENT, petition: 'sample', organiser: null, today: day(today) });

  test('is at most two years after the start', () => {
    expect(load('2097-12-31')).toThrow(
      'content/sample/petition.yaml:4: `keepUntil` is "2100-01-01" — write 2099-12-31 or an earlier day',
    );
    expect(load('2098-01-01')).not.toThrow();
  });

  test('can be over: the bot still starts, to erase and to answer', () => {
    expect(load('2100-01-01')).not.toThrow();
  });

  test('is measured from the day of the offset where the clock is behind that day', () => {
    using copy = new ContentCopy();
    copy.replace('sample/petition.yaml', 'keepUntil: 2100-01-01', 'keepUntil: 2022-01-01');
    copy.replace('sample/petition.yaml', 'closes: 2099-12-31', 'closes: 2021-12-31');
    const options = { contentDir: copy.dir, petition: 'sample', organiser: null };
    expect(() => loadPetition({ ...options, today: day('2001-01-01') })).not.toThrow();
  });
});

describe('what was counted elsewhere', () => {
  const recorded = (source: string, count: number, written: string) => ({
    source,
    count,
    day: day(written),
    recorded: day('2027-01-31'),
  });

  test('can be several counts, each with its own day and its own page', () => {
    using copy = new ContentCopy();
    copy.replace(
      'sample/petition.yaml',
      'offset:\n  count: 100\n  source: Paper lists of the village\n  day: 2020-01-01\n',
      'offset:\n  - count: 100\n    source: A\n    day: 2026-01-01\n  - count: 20\n    source: B\n    day: 2026-01-02\n    link: https://example.org/b\n',
    );
    const { settings } = loadPetition({ contentDir: copy.dir, petition: 'sample', organiser: null });
    expect(settings.offset).toEqual([
      { count: 100, source: 'A', day: '2026-01-01' },
      { count: 20, source: 'B', day: '2026-01-02', link: 'https://example.org/b' },
    ]);
    expect(totalShown(offsetsNow(settings, []), 7)).toBe(127);
    // A recorded figure replaces the count of its source, the last one that is not older than the content.
    const newer = [
      recorded('B', 30, '2026-01-05'),
      recorded('B', 40, '2026-01-09'),
      recorded('A', 999, '2025-12-31'),
      recorded('C', 5, '2026-01-09'),
    ];
    expect(offsetsNow(settings, newer)).toEqual([
      { count: 100, source: 'A', day: '2026-01-01' },
      { count: 40, source: 'B', day: '2026-01-09', link: 'https://example.org/b' },
    ]);
  });
});

describe('the petition for Nasser Zefzafi', () => {
  const petition = loadPetition({
    contentDir: join(import.meta.dirname, '../../content'),
    petition: 'zefzafi',
    organiser: council,
  });

  test('fits every platform in every language, also with everything on one page', () => {
    const platforms = { telegram: TELEGRAM, discord: DISCORD, slack: SLACK };
    const limits = Object.entries(platforms).map(([channel, limit]) => ({ channel, ...limit }));
    const everywhere = loadPetition({
      contentDir: join(import.meta.dirname, '../../content'),
      petition: 'zefzafi',
      organiser: council,
      limits,
    });
    expect(everywhere.locales.filter((locale) => !everywhere.texts(locale).fitsOneScreen)).toEqual([]);
  });

  test('has only languages of the interface, in folders of their own', () => {
    expect(LANGUAGES).toEqual(expect.arrayContaining([...petition.locales]));
    expect(petition.texts('ar').languageName).toBe('العربية');
  });

  test('has three demands in every language, and two pages of story', () => {
    for (const locale of petition.locales) {
      const { signed, story } = petition.texts(locale);
      const [list] = signed.demands.blocks.filter((block) => block.kind === 'list');
      expect(list?.items).toHaveLength(3);
      expect(story).toHaveLength(2);
    }
  });

  test('begins with the 785 people who acted elsewhere, and can be signed', () => {
    const { settings } = petition;
    expect(settings.offset.map(({ count }) => count)).toEqual([785]);
    expect(nextGoal(settings, 785)).toBe(1000);
    expect(nextGoal(settings, 1000)).toBe(2500);
    expect(phaseAt(settings, NEW_CAMPAIGN, new Date('2026-12-10'))).toBe('open');
  });
});

describe('the phase of a petition', () => {
  const { settings } = sample;

  test.each([
    ['2020-01-01T00:00:00Z', 'open'],
    ['2099-12-31T23:59:59Z', 'open'],
    ['2100-01-01T00:00:00Z', 'closed'],
  ])('at %s is %s', (moment, phase) => {
    expect(phaseAt(settings, NEW_CAMPAIGN, new Date(moment))).toBe(phase);
  });

  test('is closed or paused where the operator says so, and paused only while it is open', () => {
    const closed = { ...NEW_CAMPAIGN, closed: day('2026-03-10') };
    const paused = { ...NEW_CAMPAIGN, paused: true };
    expect(phaseAt(settings, closed, new Date('2026-03-11'))).toBe('closed');
    expect(phaseAt(settings, paused, new Date('2026-03-11'))).toBe('paused');
    expect(phaseAt(settings, paused, new Date('2100-01-01'))).toBe('closed');
    expect(phaseAt(settings, { ...closed, paused: true }, new Date('2026-03-11'))).toBe('closed');
  });

  test('the goal that is shown once all are passed is the last', () => {
    expect(nextGoal(settings, 99_999)).toBe(1000);
  });
});
