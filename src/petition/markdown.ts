import { unescape as unescapeUrl } from 'node:querystring';
import { type Node, Parser } from 'commonmark';
import { Placeholders, type PlaceholderValues } from './placeholders.js';
import type { ProblemInFile } from './problems.js';
import type { Block, Inline } from './rich-text.js';
import { lineAt } from './source-text.js';

/** A heading in the file. */
export interface SourceHeading {
  /** 1 for `#`, 2 for `##`. */
  readonly depth: number;
  readonly line: number;
  /** True if it is the first block of the file. */
  readonly opens: boolean;
  /** True if no words follow the `#`. */
  readonly empty: boolean;
}

export interface ParsedMarkdown {
  readonly blocks: readonly Block[];
  readonly headings: readonly SourceHeading[];
  /** How many blocks the file has, including those that could not be read. */
  readonly length: number;
  readonly problems: readonly ProblemInFile[];
}

type Words = readonly [problem: string, remedy: string];

const ADDRESS_APART = 'an address stands apart from its link';
const LINK_APART = 'a link stands apart from its address';
const WHOLE = 'write the link whole: [words](https://example.org)';
const HTML: Words = [
  'HTML stands here',
  'write Markdown: **strong**, *emphasis*, [a link](https://example.org)',
];

/** Markdown that a chat can't show: its name, and what to write instead. */
const REFUSED: Readonly<Record<string, Words>> = {
  block_quote: ['a quote stands in a list or a quote', 'write it by itself'],
  code: ['code stands here', 'write plain words, or make them **strong**'],
  code_block: ['a block of code stands here', 'write plain words, and begin no line with four spaces or ```'],
  heading: ['a heading stands in a list or a quote', 'write it above, or make it **strong**'],
  html_block: HTML,
  html_inline: HTML,
  image: ['an image stands here', 'take it out: a chat shows words only'],
  linebreak: ['a line is broken within a paragraph', 'begin a new paragraph with an empty line'],
  list: ['a list stands in a list or a quote', 'write it by itself, or as sentences'],
  thematic_break: ['a dividing line stands here', 'begin a new paragraph, or write a heading'],
};
const TABLE: Words = ['a table stands here', 'write a list: a line each, beginning with "- "'];

/** The row below a table's head; without an extension CommonMark takes a table for a paragraph. */
const TABLE_ROW = /^[ |:-]*-[ |:-]*\|[ |:-]*$/;

/** What may name an address that stands apart: `[report]: https://…`, `[report]`, `[words][report]`, `![words][report]`. */
const BY_NAME = /(!?)\[((?:[^[\]\\]|\\.)+)\](?:\[([^[\]]*)\])?([:(])?/g;

/** The parser also keeps the addresses that stand apart, by their names, for the text that it read last. */
const PARSER: Parser & { readonly refmap?: Readonly<Record<string, unknown>> } = new Parser();

/**
 * Reads the Markdown of one text: headings, paragraphs, lists, quotes, strong, emphasis and links, and nothing else.
 * @param source normalised
 * @param values of the file's placeholders; the file must have each exactly once
 * @returns the blocks that could be read, and every problem
 */
export function parseMarkdown(source: string, values: PlaceholderValues): ParsedMarkdown {
  const reader = new Reader(values);
  const nodes = childrenOf(PARSER.parse(source));
  const blocks = nodes.flatMap((node) => reader.block(node));
  reader.placeholders.finish();
  const headings = nodes.flatMap((node, index) =>
    node.type === 'heading'
      ? { depth: node.level, line: lineOf(node), opens: index === 0, empty: node.firstChild === null }
      : [],
  );
  const problems = [...reader.problems, ...reader.placeholders.problems, ...linksApart(source)];
  return { blocks, headings, length: nodes.length, problems };
}

/**
 * Addresses that stand apart, and the links that name them. The parser takes the addresses out of the text, so its tree
 * shows neither.
 */
function linksApart(source: string): ProblemInFile[] {
  const apart = new Set(Object.keys(PARSER.refmap ?? {}));
  if (apart.size === 0) return [];
  const problems: ProblemInFile[] = [];
  const located = new Set<string>();
  for (const { index, 1: image, 2: words = '', 3: named, 4: next } of source.matchAll(BY_NAME)) {
    const name = nameOf(named || words);
    if (image !== '' || next === '(' || !apart.has(name)) continue;
    if (next === ':') located.add(name);
    problems.push({
      line: lineAt(source, index),
      problem: next === ':' ? ADDRESS_APART : LINK_APART,
      remedy: WHOLE,
    });
  }
  if ([...apart].some((name) => !located.has(name)))
    problems.push({ line: 1, problem: ADDRESS_APART, remedy: WHOLE });
  return problems;
}

/** A name of an address, as the parser compares names (CommonMark, “Matching”). */
function nameOf(label: string): string {
  return label
    .trim()
    .replace(/[ \t\r\n]+/g, ' ')
    .toLowerCase()
    .toUpperCase();
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) children.push(child);
  return children;
}

/** The line on which a block begins. Only blocks have one. */
function lineOf({ sourcepos }: Node): number {
  return sourcepos[0][0];
}

class Reader {
  readonly problems: ProblemInFile[] = [];
  readonly placeholders: Placeholders;
  /** The line that is being read. */
  private line = 1;

  constructor(values: PlaceholderValues) {
    this.placeholders = new Placeholders(values);
  }

  /** The blocks of the top level. */
  block(node: Node): Block[] {
    switch (node.type) {
      case 'heading':
        return [{ kind: 'heading', children: this.words(node) }];
      case 'block_quote':
        return [{ kind: 'quote', blocks: childrenOf(node).flatMap((child) => this.paragraph(child)) }];
      case 'list':
        return this.list(node);
      default:
        return this.paragraph(node);
    }
  }

  private paragraph(node: Node): Block[] {
    return node.type === 'paragraph'
      ? [{ kind: 'paragraph', children: this.words(node) }]
      : this.refuse(node, lineOf(node));
  }

  private list(node: Node): Block[] {
    const ordered = node.listType === 'ordered';
    if (ordered && node.listStart !== 1) {
      this.say(lineOf(node), [`a list begins with ${node.listStart}`, 'let it begin with 1']);
    }
    const items = childrenOf(node).map((item): readonly Inline[] => {
      const [first, ...others] = childrenOf(item);
      for (const other of others) {
        if (other.type !== 'paragraph') this.refuse(other, lineOf(other));
        else this.say(lineOf(other), ['a second paragraph stands in one item', 'write an item a paragraph']);
      }
      if (first?.type === 'paragraph') return this.words(first);
      if (first !== undefined) return this.refuse(first, lineOf(first));
      this.say(lineOf(item), ['an item is empty', 'write its words, or take it out']);
      return [];
    });
    return [{ kind: 'list', ordered, items }];
  }

  /** The words of a heading or a paragraph. */
  private words(block: Node): Inline[] {
    this.line = lineOf(block);
    return this.inlines(block);
  }

  private inlines(parent: Node): Inline[] {
    const inlines: Inline[] = [];
    /** The parser splits a run of text at each sign that could be markup, and at the ends of lines. */
    let run = '';
    let from = this.line;
    const endRun = () => {
      if (run !== '') inlines.push(...this.run(run, from));
      run = '';
    };
    for (const node of childrenOf(parent)) {
      if (node.type === 'text' || node.type === 'softbreak') {
        if (run === '') from = this.line;
        run += node.type === 'text' ? (node.literal ?? '') : '\n';
      } else {
        endRun();
        inlines.push(...this.inline(node));
      }
      if (node.type === 'softbreak' || node.type === 'linebreak') this.line += 1;
    }
    endRun();
    return inlines;
  }

  private run(value: string, line: number): Inline[] {
    if (value.split('\n').some((row) => TABLE_ROW.test(row))) this.say(line, TABLE);
    return this.placeholders.fill(value, line);
  }

  private inline(node: Node): Inline[] {
    switch (node.type) {
      case 'strong':
        return [{ kind: 'strong', children: this.inlines(node) }];
      case 'emph':
        return [{ kind: 'emphasis', children: this.inlines(node) }];
      case 'link':
        return this.link(node);
      default:
        return this.refuse(node, this.line);
    }
  }

  private link(node: Node): Inline[] {
    const { line } = this;
    const url = withPlainHost(node.destination ?? '');
    if (!/^(https:|mailto:)/i.test(url) || !URL.canParse(url)) {
      this.say(line, [
        `a link leads to "${readable(url)}"`,
        'write an address that begins with https:// or mailto:',
      ]);
    }
    if (node.title) this.say(line, ['a link has a title, which a chat does not show', 'leave the title out']);
    if (node.firstChild === null) {
      this.say(line, ['a link has no words', 'write them: [words](https://example.org)']);
    }
    const before = this.placeholders.filled;
    const children = this.inlines(node);
    if (this.placeholders.filled > before) {
      this.say(line, ['a placeholder stands in a link', 'write it by itself: an address becomes a link']);
    }
    return [{ kind: 'link', url, children }];
  }

  private refuse({ type }: Node, line: number): [] {
    this.say(line, REFUSED[type] ?? [`"${type}" stands here`, 'write plain paragraphs']);
    return [];
  }

  private say(line: number, [problem, remedy]: Words): void {
    this.problems.push({ line, problem, remedy });
  }
}

/** The parser encodes all letters but English ones, also those of a host's name, for which links have another form. */
function withPlainHost(url: string): string {
  return url.includes('%') && URL.canParse(url) ? new URL(url).href : url;
}

/** An address as a person wrote it, if that has no signs that could change what a terminal shows. */
function readable(url: string): string {
  const written = unescapeUrl(url);
  return /\p{C}/u.test(written) ? url : written;
}
