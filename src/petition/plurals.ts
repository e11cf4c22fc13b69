import type { SelectExpression } from '@fluent/syntax';
import { intlTag } from './formats.js';
import type { Locale } from './petition.js';
import type { ProblemInFile } from './problems.js';

/** Whole numbers among which every form that a language has for whole numbers occurs; some begin at a million. */
const SAMPLES = [...Array(201).keys(), 1_000, 1_000_000];

/**
 * Sees that a choice by number has every plural form of the language, and none that it doesn't have. Numbers of
 * their own (`[0]`) may stand beside the forms.
 * @returns problems that lack their line
 * @see https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
 */
export function pluralProblems(choice: SelectExpression, locale: Locale): ProblemInFile[] {
  const rules = new Intl.PluralRules(intlTag(locale));
  const known: readonly string[] = rules.resolvedOptions().pluralCategories;
  const keys = choice.variants.map(({ key }) => (key.type === 'Identifier' ? key.name : key.value));
  const forms = choice.variants.flatMap(({ key }) => (key.type === 'Identifier' ? key.name : []));
  const fallback = choice.variants.find((variant) => variant.default)?.key;

  const examples = new Map<string, number>();
  for (const sample of SAMPLES) {
    const form = rules.select(sample);
    if (!examples.has(form)) examples.set(form, sample);
  }
  return [
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => ({ problem: `[${key}] stands twice`, remedy: 'leave one of them' })),
    ...forms
      .filter((form) => !known.includes(form))
      .map((form) => ({
        problem: `[${form}] is no plural form of this language`,
        remedy: `write ${known.map((name) => `[${name}]`).join(', ')}`,
      })),
    ...[...examples]
      .filter(([form]) => !forms.includes(form))
      .map(([form, example]) => ({
        problem: `the plural form [${form}] is missing`,
        remedy: `write [${form}] too: it is the one for ${example}`,
      })),
    ...(fallback?.type === 'Identifier' && fallback.name !== 'other' && forms.includes('other')
      ? [{ problem: `*[${fallback.name}] is the default`, remedy: 'write *[other]' }]
      : []),
  ];
}
