import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/petition/catalogue.generated.js';
import { loadPetition } from '../../src/petition/load.js';
import { interfaceSkeleton } from '../../src/petition/scaffold/new-interface.js';
import { petitionFiles } from '../../src/petition/scaffold/new-petition.js';
import { speaker } from '../../src/petition/words.js';
import { checkWords } from '../../src/petition/words-check.js';
import { day } from '../support/day.js';
import { interfaceSource, LANGUAGES } from '../support/languages.js';
import { ContentCopy } from './content-copy.js';

const TODAY = day('2026-11-28');
/** The messages that the program reads, and no person. */
const RULES = 4;

describe('the files of a new petition', () => {
  test('have nothing wrong with them but that they are unfinished, in every language', () => {
    using copy = new ContentCopy();
    const files = petitionFiles(LANGUAGES, TODAY);
    for (const [file, text] of files) copy.write(`wells/${file}`, text);
    const petition = loadPetition({ contentDir: copy.dir, petition: 'wells', organiser: null, today: TODAY });
    expect(petition.locales).toEqual(LANGUAGES);
    const places = petition.unfinished.map(({ file }) => file);
    const open = new Set(places.filter((file) => file.startsWith('wells/')));
    expect([...open].sort()).toEqual([...files.keys()].map((file) => `wells/${file}`).sort());
  });

  test('say in each text what belongs there', () => {
    const files = petitionFiles(['en'], TODAY);
    expect(files.get('en/letter.md')).toBe(
      'TODO: write the letter, with {signature} where the name of the signer goes\n',
    );
    expect(files.get('en/welcome.md')).toMatch(/^# TODO: the headline\n\nTODO: /);
  });
});

describe('the interface file of a new language', () => {
  test.each(['pt', 'pt-BR', 'he', 'fa', 'cy', 'pl', 'ja', 'ga'])(
    'is complete in %s, with its plural forms, and every message waits for its words',
    (locale) => {
      const source = interfaceSkeleton(interfaceSource('en'), locale);
      const { problems, unfinished } = checkWords(source, locale, catalogue);
      expect(problems).toEqual([]);
      expect(unfinished).toHaveLength(Object.keys(catalogue).length - RULES);
      expect(speaker(source, locale).say('total-line', { total: 3 })).toMatch(/^TODO: .*3 people/);
    },
  );

  test('offers the plural forms of the language, each with the English words', () => {
    const source = interfaceSkeleton(
      'total-line = { $total ->\n  [one] One.\n *[other] { $total }.\n}\n',
      'ar',
    );
    expect(source.split('\n').map((line) => line.trim())).toEqual([
      'total-line =',
      '{ $total ->',
      '[zero] TODO: { $total }.',
      '[one] TODO: One.',
      '[two] TODO: { $total }.',
      '[few] TODO: { $total }.',
      '[many] TODO: { $total }.',
      '*[other] TODO: { $total }.',
      '}',
      '',
    ]);
  });

  test('knows the direction, the formats with Latin digits, and the name of the language', () => {
    const { say, formats } = speaker(interfaceSkeleton(interfaceSource('en'), 'fa'), 'fa');
    expect(say('direction', {})).toBe('rtl');
    expect(say('language-name', {})).toBe('TODO: فارسی');
    expect(formats.number(12_345)).toMatch(/^12\D345$/);
  });

  test('borrows the formats of English for a language that Node.js does not know', () => {
    const source = interfaceSkeleton(interfaceSource('en'), 'rif');
    expect(source).toMatch(/^intl-tag = en$/m);
    expect(checkWords(source, 'rif', catalogue).problems).toEqual([]);
  });
});

describe('what is unfinished', () => {
  test('is told with its file and line, and the interface by how much is left', () => {
    using copy = new ContentCopy();
    copy.write('sample/en/letter.md', `TODO: begin\n\n${copy.read('sample/en/letter.md')}\n\n- TODO: end\n`);
    copy.replace('sample/petition.yaml', 'title: Report on the well', "title: 'TODO: its title'");
    copy.remove('interface');
    for (const locale of ['en', 'ar']) copy.write(`interface/${locale}.ftl`, interfaceSource(locale));
    copy.replace('interface/ar.ftl', 'button-back = ', 'button-back = TODO: ');
    const { unfinished } = loadPetition({ contentDir: copy.dir, petition: 'sample', organiser: null });
    const lines = copy.read('sample/en/letter.md').split('\n').length;
    expect(unfinished).toMatchObject([
      { file: 'sample/petition.yaml', problem: 'this is still to be written' },
      { file: 'sample/en/letter.md', line: 1 },
      { file: 'sample/en/letter.md', line: lines - 1 },
      {
        file: 'interface/ar.ftl',
        problem: `1 of ${Object.keys(catalogue).length} messages still to translate`,
      },
    ]);
  });

  test('is not a word that begins like the mark, nor a comment', () => {
    using copy = new ContentCopy();
    copy.write('sample/petition.yaml', `# TODO: later\n${copy.read('sample/petition.yaml')}`);
    copy.write('sample/en/share.md', 'Todo: a paragraph that says TODO: in its midst.\n');
    expect(loadPetition({ contentDir: copy.dir, petition: 'sample', organiser: null }).unfinished).toEqual(
      [],
    );
  });
});
