import { createHash } from 'node:crypto';
import type { ContentFolder } from './content-folder.js';
import { type ParsedMarkdown, parseMarkdown } from './markdown.js';
import type { SignedText } from './petition.js';
import { agreedValues } from './placeholder-values.js';
import { fillSource, type PlaceholderValues } from './placeholders.js';
import { plainText } from './plain.js';
import type { ProblemInFile } from './problems.js';
import type { Block } from './rich-text.js';

/** The texts that every locale has besides its story, with what to write if one is missing. */
const TEXTS = {
  welcome:
    'write # and the headline, then a paragraph on what this is about, and one that asks people to sign',
  'run-by': 'write who runs this and who does not, in one line with {organiser}',
  demands: 'write what is asked for',
  letter: 'write the letter, with {signature} where the name of the signer goes',
  notice:
    'write the short privacy notice for the screen of the consent, with {organiser}, {keep-until} and {minimum-age}',
  privacy:
    'write who keeps what and why, with {organiser}, {contact}, {privacy-url}, {retention-days}, {keep-until}, ' +
    '{hosting-country} and {minimum-age}',
  consent: 'write what a person agrees to',
  thanks: 'write what is said after signing',
  updates: 'write what is kept about people who ask for updates, who can read it, and how it ends',
  upcoming: 'write what is said before the petition opens, with {opens}',
  closed: 'write what is said once the petition is closed',
  share: 'write one plain paragraph to pass on',
} as const;
type TextName = keyof typeof TEXTS;

/** The texts that a petition may leave out, in all languages. */
export const OPTIONAL_TEXTS = ['outcome', 'line'] as const;
type OptionalTextName = (typeof OPTIONAL_TEXTS)[number];
const OPTIONAL_REMEDIES: Readonly<Record<OptionalTextName, string>> = {
  outcome: 'write what came of the petition, or take the file away in every language',
  line: 'write one short plain sentence about the case, or take the file away in every language',
};

/** The longest line of a list of petitions, in UTF-16 code units: two lines of a telephone. */
const MAX_LINE = 160;
/** The texts of a locale by name (`welcome`, `story/rif`), each with what to write. */
export function textsToWrite(story: readonly string[]): readonly (readonly [string, string])[] {
  return [...Object.entries(TEXTS), ...story.map((page): [string, string] => [`story/${page}`, PAGE_REMEDY])];
}

/** A text as read from its file. */
export interface ReadText {
  /** From the content folder. */
  readonly file: string;
  readonly blocks: readonly Block[];
  readonly source: string;
  readonly values: PlaceholderValues;
}

/** The texts of one locale by name (`welcome`, `story/rif`), without missing or empty ones. */
export type ReadTexts = ReadonlyMap<string, ReadText>;

/**
 * Reads and checks the texts of one locale. Reports problems to the folder.
 * @param path of the locale's folder
 * @param story the names of the pages; null if the settings have problems
 * @param valuesOf the placeholders of those texts that have any
 */
export function readTexts(
  folder: ContentFolder,
  path: string,
  story: readonly string[] | null,
  valuesOf: Readonly<Record<string, PlaceholderValues>>,
): ReadTexts {
  const present = new Set((folder.entries(path) ?? []).map(({ name }) => name));
  const optional = OPTIONAL_TEXTS.filter((name) => present.has(`${name}.md`));
  const texts = new Map<string, ReadText>();
  for (const [name, remedy] of [
    ...textsToWrite(story ?? []),
    ...optional.map((name) => [name, OPTIONAL_REMEDIES[name]] as const),
  ]) {
    const file = `${path}/${name}.md`;
    const source = folder.read(file, remedy);
    if (source === null) continue;
    const values = valuesOf[name] ?? new Map();
    const parsed = parseMarkdown(source, values);
    folder.report(file, ...parsed.problems, ...misshapen(name, parsed));
    texts.set(name, { file, blocks: parsed.blocks, source, values });
  }
  reportStrays(folder, path, story);
  return texts;
}

const PAGE_REMEDY = 'write ## and a title, then the page; or take its name out of `story` in petition.yaml';

function misshapen(name: string, { blocks, headings, length }: ParsedMarkdown): ProblemInFile[] {
  const problems: ProblemInFile[] = headings
    .filter(({ depth, opens }) => depth === 1 && !(name === 'welcome' && opens))
    .map(({ line }) => ({ line, problem: 'a headline (#) stands here', remedy: HEADLINE_REMEDY }));
  for (const { line } of headings.filter(({ empty }) => empty)) {
    problems.push({ line, problem: 'a heading has no words', remedy: 'write them on its line' });
  }
  const opening = headings.find(({ opens }) => opens);
  if (name === 'welcome') {
    if (opening?.depth !== 1)
      problems.push({ line: 1, problem: 'there is no headline', remedy: TEXTS.welcome });
    else if (length < 2) problems.push({ problem: 'there is only a headline', remedy: TEXTS.welcome });
  }
  if (name.startsWith('story/')) {
    if (opening === undefined) {
      problems.push({ line: 1, problem: 'the page begins without a heading', remedy: PAGE_REMEDY });
    } else if (length < 2) problems.push({ problem: 'there is only a heading', remedy: PAGE_REMEDY });
  }
  if ((name === 'share' || name === 'line') && !isPlainParagraph(blocks)) {
    problems.push({ problem: 'this is not one plain paragraph', remedy: PLAIN_REMEDY });
  }
  if (name === 'line' && plainText(blocks).length > MAX_LINE) {
    const remedy = `write ${MAX_LINE} or less: it stands in a list of petitions`;
    problems.push({ problem: `the line has ${plainText(blocks).length} characters`, remedy });
  }
  return problems;
}

const HEADLINE_REMEDY = 'write ## for a heading; the only # is the first line of welcome.md';
const PLAIN_REMEDY =
  'write one paragraph without headings, lists, links or emphasis: it is passed on as plain text';

function isPlainParagraph([block, ...others]: readonly Block[]): boolean {
  return (
    others.length === 0 && block?.kind === 'paragraph' && block.children.every(({ kind }) => kind === 'text')
  );
}

/** A file that nothing reads has a wrong name, or its author expects people to see it. */
function reportStrays(folder: ContentFolder, path: string, story: readonly string[] | null): void {
  const files = [...Object.keys(TEXTS), ...OPTIONAL_TEXTS].map((name) => `${name}.md`);
  for (const { name, isFolder } of folder.entries(path) ?? []) {
    if (name === 'story' ? isFolder : files.includes(name)) continue;
    const remedy = `take it away, or give it one of the names ${files.join(', ')}, or story/<page>.md`;
    folder.report(`${path}/${name}`, { problem: 'nothing reads this', remedy });
  }
  if (story === null) return;
  for (const { name, isFolder } of folder.entries(`${path}/story`) ?? []) {
    if (!isFolder && story.some((page) => name === `${page}.md`)) continue;
    const remedy = 'take it away, or add it to `story` in petition.yaml';
    folder.report(`${path}/story/${name}`, { problem: 'this is not a page of the story', remedy });
  }
}

/** The blocks of a text that has no problems. */
export function blocksOf(texts: ReadTexts, name: TextName | `story/${string}`): readonly Block[] {
  return textOf(texts, name).blocks;
}

/** The blocks of a text that has no problems; null if the petition does not have it. */
export function optionalBlocksOf(texts: ReadTexts, name: OptionalTextName): readonly Block[] | null {
  return texts.get(name)?.blocks ?? null;
}

/** A text that people agree to, with the version of its words. */
export function signedText(texts: ReadTexts, name: TextName): SignedText {
  const { blocks, source, values } = textOf(texts, name);
  const words = fillSource(source, agreedValues(values)).normalize('NFC').trim();
  return { blocks, source: words, version: createHash('sha256').update(words).digest('hex') };
}

function textOf(texts: ReadTexts, name: string): ReadText {
  const text = texts.get(name);
  if (text === undefined) throw new RangeError(`the text ${name} was not read`);
  return text;
}
