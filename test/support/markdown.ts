import { readFileSync } from 'node:fs';
import { type Node, Parser } from 'commonmark';

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (let child = node.firstChild; child !== null; child = child.next) yield* nodesOf(child);
}

function textOf(node: Node): string {
  return [...nodesOf(node)].map(({ literal }) => literal ?? '').join('');
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
  const tree = new Parser().parse(readFileSync(file, 'utf8'));
  const headings = [...nodesOf(tree)].filter(({ type }) => type === 'heading');
  return new Set(headings.map((heading) => anchorOf(textOf(heading))));
}

/** Where the links and pictures of a text lead. */
export function urlsIn(text: string): string[] {
  return [...nodesOf(new Parser().parse(text))].flatMap(({ destination }) => destination ?? []);
}
