import type { SelectExpression } from '@fluent/syntax';
import type { ProblemInFile } from './problems.js';

/** Whole numbers among which every form that a language has for whole numbers occurs; some begin at a million. */
const SAMPLES = [...Array(201).keys(), 1_000, 1_000_000];

/** The plural forms of a language. */
export interface PluralForms {
  /** All that it has, those for fractions too. */
  readonly known: readonly string[];
  /** Those that whole numbers take, each with the first number that takes it. */
  readonly examples: ReadonlyMap<string, number>;
}

/**
 * The plural forms of a language.
 * @param tag one that `Intl` knows
 * @see https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
 */
export function pluralForms(tag: string): PluralForms {
  const rules = new Intl.PluralRules(tag);
  const examples = new Map<string, number>();
  for (const sample of SAMPLES) {
    const form = rules.select(sample);
    if (!examples.has(form)) examples.set(form, sample);
  }
  return { known: rules.resolvedOptions().pluralCategories, examples };
}

/**
 * Checks that a choice by number has every plural form that whole numbers take, and none that the language doesn't
 * have. Numbers of their own (`[0]`) may stand beside the forms.
 */
export function pluralProblems(
  choice: SelectExpression,
  { known, examples }: PluralForms,
): Omit<ProblemInFile, 'line'>[] {
  const keys = choice.variants.map(({ key }) => (key.type === 'Identifier' ? key.name : key.value));
  const forms = choice.variants.flatMap(({ key }) => (key.type === 'Identifier' ? key.name : []));
  const fallback = keys[choice.variants.findIndex((variant) => variant.default)];
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
    ...(fallback !== 'other' && forms.includes('other')
      ? [{ problem: `*[${fallback}] is the default`, remedy: 'write *[other]' }]
      : []),
  ];
}
