import type { FluentResource } from '@fluent/bundle';
import { type FormatRules, isKnownToIntl, type Locale } from './formats.js';
import type { ProblemInFile } from './problems.js';

/** The messages of an interface file that only the program reads. */
export const RULE_IDS = ['direction', 'intl-tag', 'number-example', 'first-of-month'] as const;
type RuleId = (typeof RULE_IDS)[number];

/** The number of `number-example`. Its digits are Latin in every language: links and codes have Latin digits too. */
const EXAMPLE = /^12(\D?)345$/u;

/** The rules of an interface file in which `ruleProblem` finds nothing. A file without them has those of its locale. */
export function formatRules(resource: FluentResource, locale: Locale): FormatRules {
  const said = (id: RuleId) => {
    const value = resource.body.find((entry) => entry.id === id)?.value;
    return typeof value === 'string' ? value : null;
  };
  const [, group = null] = EXAMPLE.exec(said('number-example') ?? '') ?? [];
  return { tag: said('intl-tag') ?? locale, group, firstOfMonth: said('first-of-month') ?? '1' };
}

/** What is wrong with a message that the program reads; null if nothing is. */
export function ruleProblem(id: string, value: string, locale: Locale): ProblemInFile | null {
  switch (id) {
    case 'direction':
      if (['ltr', 'rtl'].includes(value)) return null;
      return {
        problem: `direction is "${value}"`,
        remedy: 'write ltr or rtl: the way the language is written',
      };
    case 'intl-tag':
      return tagProblem(value, locale);
    case 'number-example':
      if (EXAMPLE.test(value)) return null;
      return {
        problem: `number-example is "${value}"`,
        remedy: 'write the number 12345 as the language does, with at most one sign in it: 12,345',
      };
    default:
      return null;
  }
}

function tagProblem(tag: string, locale: Locale): ProblemInFile | null {
  if (!isKnownToIntl(tag)) {
    return {
      problem: `intl-tag is "${tag}"`,
      remedy: 'write a language tag that Node.js knows, in its usual form: en-GB, pt-BR',
    };
  }
  // A language that Node.js doesn't know borrows the formats of another one.
  if (!isKnownToIntl(locale) || languageOf(tag) === languageOf(locale)) return null;
  return {
    problem: `intl-tag is "${tag}", which is another language than ${locale}`,
    remedy: `write ${locale}, or ${locale} with a country`,
  };
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}
