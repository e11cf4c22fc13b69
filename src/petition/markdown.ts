import type {
  BlockContent,
  DefinitionContent,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Placeholders, type PlaceholderValues } from './placeholders.js';
import type { ProblemInFile } from './problems.js';
import type { Block, Inline } from './rich-text.js';

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

/** Markdown that a chat can't show: its name, and what to write instead. */
const REFUSED: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  blockquote: ['a quote stands in a list or a quote', 'write it by itself'],
  break: ['a line is broken within a paragraph', 'begin a new paragraph with an empty line'],
  code: ['a block of code stands here', 'write plain words, and begin no line with four spaces or ```'],
  definition: ['an address stands apart from its link', 'write the link whole: [words](https://example.org)'],
  heading: ['a heading stands in a list or a quote', 'write it above, or make it **strong**'],
  html: ['HTML stands here', 'write Markdown: **strong**, *emphasis*, [a link](https://example.org)'],
  image: ['an image stands here', 'take it out: a chat shows words only'],
  imageReference: ['an image stands here', 'take it out: a chat shows words only'],
  inlineCode: ['code stands here', 'write plain words, or make them **strong**'],
  linkReference: [
    'a link stands apart from its address',
    'write the link whole: [words](https://example.org)',
  ],
  list: ['a list stands in a list or a quote', 'write it by itself, or as sentences'],
  thematicBreak: ['a dividing line stands here', 'begin a new paragraph, or write a heading'],
};
const TABLE: Words = ['a table stands here', 'write a list: a line each, beginning with "- "'];
type Words = readonly [problem: string, remedy: string];

/** The row below a table's head; without an extension CommonMark takes a table for a paragraph. */
const TABLE_ROW = /^[ |:-]*-[ |:-]*\|[ |:-]*$/;

/**
 * Reads the Markdown of one text: headings, paragraphs, lists, quotes, strong, emphasis and links, and nothing else.
 * @param source normalised
 * @param values of the file's placeholders; the file must have each exactly once
 * @returns the blocks that could be read, and every problem
 */
export function parseMarkdown(source: string, values: PlaceholderValues): ParsedMarkdown {
  const reader = new Reader(values);
  const { children } = fromMarkdown(source);
  const blocks = children.flatMap((node) => reader.block(node));
  reader.placeholders.finish();
  const headings = children.flatMap((node, index) =>
    node.type === 'heading'
      ? { depth: node.depth, line: lineOf(node), opens: index === 0, empty: node.children.length === 0 }
      : [],
  );
  const problems = [...reader.problems, ...reader.placeholders.problems];
  return { blocks, headings, length: children.length, problems };
}

/** The line of a node. Nodes that were parsed from a text always have one. */
function lineOf({ position }: { position?: { start: { line: number } } | undefined }): number {
  return position?.start.line ?? 1;
}

type Refusable = Parameters<typeof lineOf>[0] & { readonly type: string };

class Reader {
  readonly problems: ProblemInFile[] = [];
  readonly placeholders: Placeholders;

  constructor(values: PlaceholderValues) {
    this.placeholders = new Placeholders(values);
  }

  /** The blocks of the top level. */
  block(node: RootContent): Block[] {
    switch (node.type) {
      case 'heading':
        return [{ kind: 'heading', children: this.inlines(node.children) }];
      case 'blockquote':
        return [{ kind: 'quote', blocks: node.children.flatMap((child) => this.quoted(child)) }];
      case 'list':
        return this.list(node);
      case 'paragraph':
        return this.paragraph(node);
      default:
        return this.refuse(node);
    }
  }

  private quoted(node: BlockContent | DefinitionContent): Block[] {
    return node.type === 'paragraph' ? this.paragraph(node) : this.refuse(node);
  }

  private paragraph(node: Paragraph): Block[] {
    return [{ kind: 'paragraph', children: this.inlines(node.children) }];
  }

  private list(node: List): Block[] {
    if (node.ordered && node.start !== 1) {
      this.say(lineOf(node), [`a list begins with ${node.start}`, 'let it begin with 1']);
    }
    const items = node.children.map(({ children, ...item }): Inline[] => {
      const [first, ...others] = children;
      for (const other of others) {
        if (other.type !== 'paragraph') this.refuse(other);
        else this.say(lineOf(other), ['a second paragraph stands in one item', 'write an item a paragraph']);
      }
      if (first?.type === 'paragraph') return this.inlines(first.children);
      if (first === undefined)
        this.say(lineOf(item), ['an item is empty', 'write its words, or take it out']);
      else this.refuse(first);
      return [];
    });
    return [{ kind: 'list', ordered: node.ordered ?? false, items }];
  }

  private inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node) => this.inline(node));
  }

  private inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text':
        if (node.value.split('\n').some((row) => TABLE_ROW.test(row))) this.say(lineOf(node), TABLE);
        return this.placeholders.fill(node.value, lineOf(node));
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, children: this.inlines(node.children) }];
      case 'link':
        return this.link(node);
      default:
        return this.refuse(node);
    }
  }

  private link(node: Link): Inline[] {
    const line = lineOf(node);
    if (!/^(https:|mailto:)/i.test(node.url) || !URL.canParse(node.url)) {
      this.say(line, [
        `a link leads to "${node.url}"`,
        'write an address that begins with https:// or mailto:',
      ]);
    }
    if (node.title) this.say(line, ['a link has a title, which a chat does not show', 'leave the title out']);
    if (node.children.length === 0) {
      this.say(line, ['a link has no words', 'write them: [words](https://example.org)']);
    }
    const before = this.placeholders.filled;
    const children = this.inlines(node.children);
    if (this.placeholders.filled > before) {
      this.say(line, ['a placeholder stands in a link', 'write it by itself: an address becomes a link']);
    }
    return [{ kind: 'link', url: node.url, children }];
  }

  private refuse(node: Refusable): [] {
    this.say(lineOf(node), REFUSED[node.type] ?? [`"${node.type}" stands here`, 'write plain paragraphs']);
    return [];
  }

  private say(line: number, [problem, remedy]: Words): void {
    this.problems.push({ line, problem, remedy });
  }
}
