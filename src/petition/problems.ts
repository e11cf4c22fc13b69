import { OperatorError } from '../operator-error.js';

/** One thing in the content that is wrong. */
export interface Problem {
  /** The path from the content folder, with slashes: `zefzafi/fr/letter.md`; empty for that folder itself. */
  readonly file: string;
  /** Counted from 1, where there is one. */
  readonly line?: number;
  readonly problem: string;
  /** What would be right. */
  readonly remedy: string;
}

/** A problem of a file that is known from where it is found. */
export type ProblemInFile = Omit<Problem, 'file'>;

/** All that is wrong with a petition's content, said at once: a line each, in the order of files and lines. */
export class ContentError extends OperatorError {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  /** @param folder what the content folder is called, for the messages */
  constructor(problems: readonly Problem[], folder: string) {
    // The same fault twice in a line is said once.
    const distinct = new Map(problems.map((problem) => [printed(problem, folder), problem]));
    const sorted = [...distinct].sort(([, one], [, other]) => byPlace(one, other));
    super(sorted.map(([line]) => line).join('\n'));
    this.problems = sorted.map(([, problem]) => problem);
  }
}

function byPlace(one: Problem, other: Problem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0);
}

/** `content/zefzafi/fr/letter.md:12: what is wrong — what would be right` */
function printed({ file, line, problem, remedy }: Problem, folder: string): string {
  const place = [`${folder}${file === '' ? '' : `/${file}`}`, ...(line === undefined ? [] : [line])].join(
    ':',
  );
  return `${place}: ${problem} — ${remedy}`;
}
