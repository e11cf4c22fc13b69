import {
  FluentParser,
  FluentSerializer,
  Identifier,
  type Message,
  type Pattern,
  Placeable,
  ResourceComment,
  SelectExpression,
  TextElement,
  Variant,
} from '@fluent/syntax';
import { RULE_IDS } from '../format-rules.js';
import { isKnownToIntl, type Locale } from '../formats.js';
import { pluralForms } from '../plurals.js';
import { UNFINISHED } from '../unfinished.js';

/** Scripts that are written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];

/** The formats of a language that `Intl` doesn't know. */
const BORROWED_TAG = 'en';

/**
 * The interface file of a new language. Each message has its English words behind the mark for unfinished texts, and
 * the plural forms of the language.
 * @param english the English interface file
 */
export function interfaceSkeleton(english: string, locale: Locale): string {
  const tag = isKnownToIntl(locale) ? locale : BORROWED_TAG;
  // Fluent wants a default. In Polish, for one, no whole number takes it.
  const forms = [...new Set([...pluralForms(tag).examples.keys(), 'other'])];
  const resource = new FluentParser().parse(english);
  const [first] = resource.body;
  if (first?.type === 'ResourceComment' || first?.type === 'Comment') {
    resource.body[0] = new ResourceComment(opening(locale, first.content ?? ''));
  }
  for (const entry of resource.body) {
    if (entry.type !== 'Message' || entry.value === null) continue;
    entry.value = ruleOf(entry, locale, tag) ?? translatable(entry.value, forms);
  }
  return new FluentSerializer().serialize(resource);
}

function opening(locale: Locale, english: string): string {
  const [, ...rules] = english.split(/^(?=For translators)/m);
  return [
    `The interface in ${englishName(locale)} (${locale}).`,
    `Translate each text that begins with ${UNFINISHED}, and take the mark away.`,
    'npm run petition -- check counts those that are left.',
    '',
    ...rules,
  ].join('\n');
}

function englishName(locale: Locale): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
}

/** The value of a message that only the program reads; null for any other. */
function ruleOf({ id }: Message, locale: Locale, tag: string): Pattern | null {
  switch (RULE_IDS.find((known) => known === id.name)) {
    case 'direction':
      return plain(RIGHT_TO_LEFT.includes(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr');
    case 'intl-tag':
      return plain(latinDigits(tag));
    case 'number-example':
      return plain(new Intl.NumberFormat(latinDigits(tag)).format(12_345));
    case 'first-of-month':
      return plain('1');
    case undefined:
      return id.name === 'language-name' ? plain(`${UNFINISHED} ${ownName(locale)}`) : null;
  }
}

/** The program writes numbers with Latin digits. Some languages have others by default. */
function latinDigits(tag: string): string {
  const { numberingSystem } = new Intl.NumberFormat(tag).resolvedOptions();
  return numberingSystem === 'latn' ? tag : `${tag}-u-nu-latn`;
}

/** The name of a language in the language itself. */
function ownName(locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
}

function plain(text: string) {
  const [entry] = new FluentParser().parse(`x = ${text}\n`).body;
  if (entry?.type !== 'Message' || entry.value === null) throw new RangeError(`${text} is no Fluent pattern`);
  return entry.value;
}

/** The English words with the mark; a choice by number gets the language's forms, with the English ones for them. */
function translatable(pattern: Pattern, forms: readonly string[]): Pattern {
  const [only, ...others] = pattern.elements;
  if (others.length === 0 && only?.type === 'Placeable' && only.expression.type === 'SelectExpression') {
    const { selector, variants } = only.expression;
    const english = (form: string) =>
      variants.find(({ key }) => key.type === 'Identifier' && key.name === form) ??
      variants.find((variant) => variant.default);
    const chosen = forms.flatMap((form) => {
      const value = english(form)?.value;
      return value === undefined
        ? []
        : [new Variant(new Identifier(form), marked(value.clone()), form === 'other')];
    });
    // The default comes last, as in the other files.
    chosen.sort((one, other) => Number(one.default) - Number(other.default));
    pattern.elements = [new Placeable(new SelectExpression(selector, chosen))];
    return pattern;
  }
  return marked(pattern);
}

function marked(pattern: Pattern): Pattern {
  pattern.elements.unshift(new TextElement(`${UNFINISHED} `));
  return pattern;
}
