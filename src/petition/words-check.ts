import {
  type Entry,
  type Expression,
  FluentParser,
  type Message,
  type Pattern,
  type SelectExpression,
  type SyntaxNode,
  type Term,
} from '@fluent/syntax';
import { ruleProblem } from './format-rules.js';
import { isKnownToIntl, type Locale } from './formats.js';
import { type PluralForms, pluralForms, pluralProblems } from './plurals.js';
import type { ProblemInFile } from './problems.js';
import { lineAt } from './source-text.js';
import { TYPED_PREFIX, type TypedList, typedProblems, wordsIn } from './typed-words.js';
import { UNFINISHED } from './unfinished.js';

export interface CheckedWords {
  readonly problems: readonly ProblemInFile[];
  /** The words that people type for commands. */
  readonly typed: readonly TypedList[];
  /** The line of a message in the file. */
  lineOf(id: string): number | undefined;
  /** The ids of the messages that are still to be translated. */
  readonly unfinished: readonly string[];
}

/** The variables of each message that an interface file must have. */
export type Catalogue = Readonly<Record<string, readonly string[]>>;

/**
 * Checks an interface file so strictly that no message can fail later. It must have exactly the catalogue's messages,
 * and each plural form must use exactly the message's variables, once.
 * @param source Fluent, normalised
 */
export function checkWords(source: string, locale: Locale, catalogue: Catalogue): CheckedWords {
  const { body } = new FluentParser().parse(source);
  const tag = tagIn(body) ?? locale;
  // A tag that is wrong is one problem, and not the wrong plural forms too.
  const forms = pluralForms(isKnownToIntl(tag) ? tag : locale);
  return new WordsCheck(source, body, locale, forms, catalogue).run();
}

/** How often a sentence shows each variable; 0 for a variable that only chooses the plural form. */
type Uses = Map<string, number>;

class WordsCheck {
  private readonly problems: ProblemInFile[] = [];
  private readonly messages = new Map<string, Message>();
  private readonly terms = new Map<string, Term>();
  /** Results by id. Several messages may refer to one, and its problems are reported once. */
  private readonly uses = new Map<string, Uses>();

  constructor(
    private readonly source: string,
    private readonly body: readonly Entry[],
    private readonly locale: Locale,
    private readonly forms: PluralForms,
    private readonly catalogue: Catalogue,
  ) {}

  run(): CheckedWords {
    const unread = new Set<string>();
    for (const entry of this.body) {
      if (entry.type === 'Message') this.add(this.messages, entry.id.name, entry);
      else if (entry.type === 'Term') this.add(this.terms, `-${entry.id.name}`, entry);
      else if (entry.type === 'Junk') {
        const [fault] = entry.annotations;
        const what = fault === undefined ? '' : `: ${fault.message}`;
        const remedy = 'write `name = words`, and indent what follows';
        this.say(fault ?? entry, `this is not Fluent as it should be${what}`, remedy);
        unread.add(/^[\w-]+/.exec(entry.content)?.[0] ?? '');
      }
    }
    for (const [id, message] of this.messages) this.message(id, message);
    for (const [id, term] of this.terms) this.term(id, term);
    for (const [id, variables] of Object.entries(this.catalogue)) {
      if (this.messages.has(id) || unread.has(id)) continue;
      const using = variables.length === 0 ? '' : ` with ${variables.map(placeable).join(', ')}`;
      this.problems.push({
        problem: `the message ${id} is missing`,
        remedy: `write \`${id} = …\`${using}`,
      });
    }
    const typed = [...this.messages].flatMap(([id, message]): TypedList[] => {
      if (!id.startsWith(TYPED_PREFIX) || message.value === null || isBlank(message.value)) return [];
      // English words that wait for their translation say nothing about this language.
      if (isUnfinished(message.value)) return [];
      return [{ id, words: wordsIn(textOf(message.value)), line: this.lineOf(message) }];
    });
    this.problems.push(...typedProblems(typed));
    return {
      problems: this.problems,
      typed,
      unfinished: [...this.messages].flatMap(([id, { value }]) => (isUnfinished(value) ? [id] : [])),
      lineOf: (id) => {
        const message = this.messages.get(id);
        return message === undefined ? undefined : this.lineOf(message);
      },
    };
  }

  private add<Named extends SyntaxNode>(entries: Map<string, Named>, id: string, entry: Named): void {
    if (entries.has(id)) this.say(entry, `${id} stands here a second time`, 'leave one of them');
    else entries.set(id, entry);
  }

  private message(id: string, message: Message): void {
    this.attributes(id, message);
    const wanted = this.catalogue[id];
    if (!Object.hasOwn(this.catalogue, id) || wanted === undefined) {
      this.say(message, `no message is called ${id}`, 'take it away, or mend its name');
      return;
    }
    if (message.value === null || isBlank(message.value)) {
      this.say(message, `${id} says nothing`, 'write its words');
      return;
    }
    const rule = ruleProblem(id, textOf(message.value), this.locale);
    if (rule !== null) this.say(message, rule.problem, rule.remedy);
    const uses = this.usesOf(id, message.value, []);
    for (const name of wanted) {
      const times = uses.get(name);
      if (times === undefined)
        this.say(message, `${id} lacks ${placeable(name)}`, 'write it where its value is to stand');
      else if (times > 1)
        this.say(message, `${id} has ${placeable(name)} more than once`, 'write it only once');
    }
    for (const name of uses.keys()) {
      if (wanted.includes(name)) continue;
      const known =
        wanted.length === 0 ? 'it has no variables' : `it has ${wanted.map(placeable).join(', ')}`;
      this.say(message, `${id} is not given ${placeable(name)}`, `take it out: ${known}`);
    }
  }

  private term(id: string, term: Term): void {
    this.attributes(id, term);
    if (isBlank(term.value)) this.say(term, `${id} says nothing`, 'write its words');
    for (const name of this.usesOf(id, term.value, []).keys()) {
      this.say(term, `${id} is not given ${placeable(name)}`, 'take it out: a term has no variables');
    }
  }

  private attributes(id: string, { attributes }: Message | Term): void {
    for (const attribute of attributes) {
      this.say(attribute, `${id} has an attribute, .${attribute.id.name}`, 'take it away: nothing reads it');
    }
  }

  /** @param within the messages and terms that refer to this one, outermost first */
  private usesOf(id: string, value: Pattern, within: readonly string[]): Uses {
    const uses = this.uses.get(id) ?? this.pattern(value, [...within, id]);
    this.uses.set(id, uses);
    return uses;
  }

  private pattern({ elements }: Pattern, within: readonly string[]): Uses {
    const uses: Uses = new Map();
    for (const element of elements) {
      if (element.type === 'TextElement') continue;
      for (const [name, times] of this.expression(element.expression, within)) {
        uses.set(name, (uses.get(name) ?? 0) + times);
      }
    }
    return uses;
  }

  private expression(expression: Expression, within: readonly string[]): Uses {
    switch (expression.type) {
      case 'StringLiteral':
      case 'NumberLiteral':
        return new Map();
      case 'Placeable':
        return this.expression(expression.expression, within);
      case 'VariableReference':
        return new Map([[expression.id.name, 1]]);
      case 'FunctionReference': {
        if (numberIn(expression) === null) {
          const problem = `${expression.id.name}() can't be used here`;
          this.say(expression, problem, 'write the variable itself, or NUMBER($variable)');
        }
        const { positional } = expression.arguments;
        return new Map(positional.flatMap((argument) => [...this.expression(argument, within)]));
      }
      case 'MessageReference':
        return this.reference(expression, expression.id.name, this.messages, within);
      case 'TermReference':
        return this.reference(expression, `-${expression.id.name}`, this.terms, within);
      case 'SelectExpression':
        return this.choice(expression, within);
    }
  }

  private reference(
    node: SyntaxNode,
    id: string,
    entries: ReadonlyMap<string, Message | Term>,
    within: readonly string[],
  ): Uses {
    const value = entries.get(id)?.value;
    if (within.includes(id)) this.say(node, `${id} refers to itself`, 'write the words');
    else if (value === undefined || value === null) {
      this.say(node, `this refers to ${id}, which is not there`, 'write the words, or mend the name');
    } else return this.usesOf(id, value, within);
    return new Map();
  }

  private choice(choice: SelectExpression, within: readonly string[]): Uses {
    const { selector, variants } = choice;
    const by = numberIn(selector);
    if (by === null)
      this.say(
        selector,
        'this chooses by something that is no number',
        'choose by a variable: { $total -> … }',
      );
    for (const { problem, remedy } of pluralProblems(choice, this.forms)) this.say(choice, problem, remedy);

    const each = variants.map((variant) => ({ variant, uses: this.pattern(variant.value, within) }));
    const all: Uses = new Map(by === null ? [] : [[by, 0]]);
    for (const { uses } of each) {
      for (const [name, times] of uses) all.set(name, Math.max(all.get(name) ?? 0, times));
    }
    for (const { variant, uses } of each) {
      if (isBlank(variant.value)) this.say(variant, 'this form says nothing', 'write its words');
      for (const name of all.keys()) {
        if (name === by || uses.has(name)) continue;
        this.say(variant, `this form lacks ${placeable(name)}`, 'write it: the other forms have it');
      }
    }
    return all;
  }

  private say(node: SyntaxNode, problem: string, remedy: string): void {
    this.problems.push({ line: this.lineOf(node), problem, remedy });
  }

  private lineOf({ span }: SyntaxNode): number {
    return lineAt(this.source, span?.start ?? 0);
  }
}

/** The language tag that a file says `Intl` has its formats under; null where it says none. */
function tagIn(body: readonly Entry[]): string | null {
  const message = body.find((entry) => entry.type === 'Message' && entry.id.name === 'intl-tag');
  return message?.type === 'Message' && message.value !== null ? textOf(message.value) : null;
}

/** The variable of `$total` or `NUMBER($total)`; null for anything else. */
function numberIn(expression: Expression): string | null {
  if (expression.type === 'VariableReference') return expression.id.name;
  if (expression.type !== 'FunctionReference' || expression.id.name !== 'NUMBER') return null;
  const [argument, ...others] = expression.arguments.positional;
  return argument?.type === 'VariableReference' && others.length === 0 ? argument.id.name : null;
}

function isBlank({ elements }: Pattern): boolean {
  return elements.every((element) => {
    if (element.type === 'TextElement') return element.value.trim() === '';
    return element.expression.type === 'StringLiteral' && element.expression.parse().value.trim() === '';
  });
}

/** Whether any form of a message begins with the mark. */
function isUnfinished(pattern: Pattern | null): boolean {
  const [first] = pattern?.elements ?? [];
  if (first?.type === 'TextElement') return first.value.trimStart().startsWith(UNFINISHED);
  return first?.type === 'Placeable' && first.expression.type === 'SelectExpression'
    ? first.expression.variants.some(({ value }) => isUnfinished(value))
    : false;
}

/** The text of a pattern; `{…}` in the place of anything else. */
function textOf({ elements }: Pattern): string {
  return elements.map((element) => (element.type === 'TextElement' ? element.value : '{…}')).join('');
}

function placeable(variable: string): string {
  return `{ $${variable} }`;
}
