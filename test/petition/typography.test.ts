import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentParser, type Pattern } from '@fluent/syntax';
import { describe, expect, test } from 'vitest';
import { CONTENT_DIR } from '../../src/paths.js';
import { RULE_IDS } from '../../src/petition/format-rules.js';
import { INTERFACE } from '../../src/petition/petition-name.js';
import { interfaceSource, LANGUAGES } from '../support/languages.js';
import { typographyProblems } from './typography.js';

interface Prose {
  readonly place: string;
  readonly text: string;
}

/** The forms of a message, each as one text. */
function formsOf({ elements }: Pattern): string[] {
  let texts = [''];
  for (const element of elements) {
    const inner =
      element.type === 'TextElement'
        ? [element.value]
        : element.expression.type === 'SelectExpression'
          ? element.expression.variants.flatMap(({ value }) => formsOf(value))
          : ['0'];
    texts = texts.flatMap((before) => inner.map((after) => before + after));
  }
  return texts;
}

function wordsOf(locale: string): Prose[] {
  return new FluentParser().parse(interfaceSource(locale)).body.flatMap((entry) => {
    if (entry.type !== 'Message' || entry.value === null) return [];
    const { name } = entry.id;
    if (RULE_IDS.some((id) => id === name)) return [];
    return formsOf(entry.value).map((text) => ({ place: `${INTERFACE}/${locale}.ftl, ${name}`, text }));
  });
}

function textsOf(locale: string): Prose[] {
  return readdirSync(CONTENT_DIR)
    .filter((petition) => petition !== INTERFACE && existsSync(join(CONTENT_DIR, petition, locale)))
    .flatMap((petition) => {
      const folder = join(CONTENT_DIR, petition, locale);
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      return files
        .filter((file) => file.endsWith('.md'))
        .flatMap((file) =>
          readFileSync(join(folder, file), 'utf8')
            .split('\n')
            .map((line, index) => ({
              place: `${petition}/${locale}/${file}:${index + 1}`,
              // Addresses of links, placeholders, and the sign of a list.
              text: line
                .replaceAll(/\]\([^)]*\)/g, ']')
                .replaceAll(/\{[a-z-]+\}/g, '0')
                .replace(/^- /, ''),
            })),
        );
    });
}

describe.each(LANGUAGES)('the typography of %s', (locale) => {
  test.each([
    ['the interface', wordsOf],
    ['the texts', textsOf],
  ] as const)('is right in %s', (_, proseIn) => {
    const found = proseIn(locale).flatMap(({ place, text }) =>
      typographyProblems(locale, text).map((problem) => `${place}: ${problem}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the rules of typography', () => {
  test.each([
    ['fr', 'Votre reçu : 0'],
    ['fr', 'Votre reçu: 0'],
    ['fr', 'Avec ou sans nom\u00A0?'],
    ['fr', 'le «\u00A0nom »'],
    ['fr', 'le « nom\u00A0»'],
    ['fr', 'dans 0 h.'],
    ['fr', 'le 1 janvier'],
    ['fr', "l'histoire"],
    ['es', 'Seguro que quiere?'],
    ['es', '“nombre”'],
    ['de', '„Name”'],
    ['de', 'z. B.'],
    ['en', '"Others"'],
    ['ar', 'نعم, شكرًا'],
    ['pt', 'espera...'],
  ])('in %s find what is wrong with %j', (locale, line) => {
    expect(typographyProblems(locale, line)).toHaveLength(1);
  });

  test.each([
    ['fr', 'Votre reçu\u00A0: 0 à 09:00, «\u00A0nom\u00A0» ou pas\u202F?'],
    ['fr', 'dans 0\u00A0h, le 1er janvier\u202F; https://example.org'],
    ['es', '¿Está seguro? Escriba --reason "…".'],
    ['de', '„Name“, z.\u00A0B. um 18\u00A0Uhr'],
    ['ar', 'نعم، شكرًا: ⁦--reason "…"⁩'],
  ])('in %s find nothing in %j', (locale, line) => {
    expect(typographyProblems(locale, line)).toEqual([]);
  });
});
