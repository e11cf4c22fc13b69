import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/petition/catalogue.generated.js';
import { ambiguousWords, comparable, wordsIn } from '../../src/petition/typed-words.js';
import { checkWords } from '../../src/petition/words-check.js';

const INTERFACE = 'content/interface';

/** The words of every interface language, whether a petition has it or not. */
const LANGUAGES = readdirSync(INTERFACE)
  .filter((name) => name.endsWith('.ftl'))
  .map((name) => {
    const file = `${INTERFACE}/${name}`;
    return { file, lists: checkWords(readFileSync(file, 'utf8'), basename(name, '.ftl'), catalogue).typed };
  });

describe('a typed word', () => {
  test.each([
    ['STOP', 'stop'],
    ['Stop.', 'stop'],
    ['  stop !!', 'stop'],
    ['¡stop!', 'stop'],
    ['« arrêter »', 'arreter'],
    ['ARRÊTER', 'arreter'],
    ['arre\u0302ter', 'arreter'],
    ['/stop', 'stop'],
    ['stop 🛑', 'stop'],
    ['ｓｔｏｐ', 'stop'],
    ['st\u200Bop', 'stop'],
    ['my   data', 'my data'],
    ['my-data', 'my data'],
    ['je m’arrête', "je m'arrete"],
    ['إِلْغَاءٌ', 'الغاء'],
    ['الغـــاء', 'الغاء'],
    ['ألغاء؟', 'الغاء'],
    ['ٱلخصوصية', 'الخصوصيه'],
    ['إيصالى', 'ايصالي'],
  ])('is compared without case, accents and signs around it: %s', (written, word) => {
    expect(comparable(written)).toBe(word);
  });

  test('keeps the vowels of scripts that can not do without them', () => {
    expect(comparable('कि')).not.toBe(comparable('कु'));
  });

  test('is compared the same way twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const once = comparable(text);
        expect(comparable(once)).toBe(once);
      }),
    );
  });

  test('stands in lists with the commas of any script', () => {
    expect(wordsIn('Stop, بطل، 停、fin')).toEqual(['stop', 'بطل', '停', 'fin']);
  });

  test('means one command in all interface languages together', () => {
    expect(LANGUAGES.length).toBeGreaterThan(3);
    for (const { lists } of LANGUAGES) expect(lists.length).toBe(10);
    expect(ambiguousWords(LANGUAGES)).toEqual([]);
  });

  test.each([
    ['unsubscribe me', 'typed-stop'],
    ['désabonnez-moi', 'typed-stop'],
    ['detener', 'typed-stop'],
    ['قف', 'typed-stop'],
    ['schrijf me uit', 'typed-stop'],
    ['aufhören', 'typed-stop'],
    ['اسحب', 'typed-withdraw'],
    ['zurücknehmen', 'typed-withdraw'],
    ['help me', 'typed-help'],
    ['stop please', 'typed-stop'],
    ['no más mensajes', 'typed-stop'],
    ['أوقفوا الرسائل', 'typed-stop'],
    ['annuler ma signature', 'typed-withdraw'],
    ['mijn naam verwijderen', 'typed-withdraw'],
    ['meine Daten löschen', 'typed-mydata'],
  ])('that people often use is in a list: %s', (word, id) => {
    const lists = LANGUAGES.flatMap((language) => language.lists).filter((list) => list.id === id);
    expect(lists.flatMap(({ words }) => words)).toContain(comparable(word));
  });

  test('that means another command in another language is told with file and line', () => {
    const list = (file: string, id: string, written: string) => ({
      file,
      lists: [{ id, words: wordsIn(written), line: 7 }],
    });
    const found = ambiguousWords([
      list('en.ftl', 'typed-stop', 'stop, end'),
      list('nl.ftl', 'typed-stop', 'Stop'),
      list('xx.ftl', 'typed-help', 'END'),
    ]);
    expect(found).toEqual([
      {
        file: 'xx.ftl',
        line: 7,
        problem: '"end" is in typed-help here and in typed-stop in en.ftl',
        remedy: 'take it out of one of them: people may type any language',
      },
    ]);
  });
});
