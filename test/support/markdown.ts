import { readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The anchors of a file's headings. */
export function anchorsIn(file: string): Set<string> {
  const tree: Node = fromMarkdown(readFileSync(file, 'utf8'));
  const headings = [...nodesOf(tree)].filter(({ type }) => type === 'heading');
  return new Set(headings.map((heading) => anchorOf(textOf(heading))));
}

/** Where the links and pictures of a text lead. */
export function urlsIn(text: string): string[] {
  const tree: Node = fromMarkdown(text);
  return [...nodesOf(tree)].flatMap(({ url }) => (url === undefined ? [] : [url]));
}
