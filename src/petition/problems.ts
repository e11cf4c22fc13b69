import { OperatorError } from '../operator-error.js';

/** A problem in the content. */
export interface Problem {
  /** The path from the content folder, with slashes: `zefzafi/fr/letter.md`; empty for that folder itself. */
  readonly file: string;
  /** Counted from 1; absent if the problem has no line. */
  readonly line?: number;
  readonly problem: string;
  /** What to write instead. */
  readonly remedy: string;
}

/** A problem without its file, which the caller knows. */
export type ProblemInFile = Omit<Problem, 'file'>;

/** Every problem of a petition's content, one a line, in the order of files and lines. */
export class ContentError extends OperatorError {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  /** @param folder the content folder's name, for the messages */
  constructor(problems: readonly Problem[], folder: string) {
    const sorted = inOrder(problems, folder);
    super(sorted.map(({ line }) => line).join('\n'));
    this.problems = sorted.map(({ problem }) => problem);
  }
}

/** A line for each problem, in the order of files and lines. */
export function problemLines(problems: readonly Problem[], folder: string): readonly string[] {
  return inOrder(problems, folder).map(({ line }) => line);
}

/** Two equal problems in a line are reported once. */
function inOrder(problems: readonly Problem[], folder: string) {
  const distinct = new Map(problems.map((problem) => [printed(problem, folder), problem]));
  return [...distinct]
    .map(([line, problem]) => ({ line, problem }))
    .sort((one, other) => byPlace(one.problem, other.problem));
}

function byPlace(one: Problem, other: Problem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0);
}

/** `content/zefzafi/fr/letter.md:12: the problem — the remedy` */
function printed({ file, line, problem, remedy }: Problem, folder: string): string {
  const place = [`${folder}${file === '' ? '' : `/${file}`}`, ...(line === undefined ? [] : [line])].join(
    ':',
  );
  return `${place}: ${problem} — ${remedy}`;
}
