import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, ProblemInFile } from './problems.js';
import { normalised, unwantedCharacters } from './source-text.js';
import { unfinishedLines } from './unfinished.js';

/** A file or folder in a folder. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The content folder: reads its files and collects every problem. */
export class ContentFolder {
  readonly problems: Problem[] = [];
  /** What somebody still has to write. A preview can be shown all the same. */
  readonly unfinished: Problem[] = [];

  /** @param root the folder that holds the petitions and `interface` */
  constructor(private readonly root: string) {}

  /** Adds problems of one file. */
  report(file: string, ...problems: readonly ProblemInFile[]): void {
    this.problems.push(...problems.map((problem) => ({ file, ...problem })));
  }

  /** Adds what is unfinished in one file. */
  leaveOpen(file: string, ...places: readonly ProblemInFile[]): void {
    this.unfinished.push(...places.map((place) => ({ file, ...place })));
  }

  /**
   * The normalised text of a file. Reports a file that is missing, empty or unreadable, and gives null for it.
   * @param remedy what to do if the file is missing or empty
   */
  read(file: string, remedy: string): string | null {
    const bytes = this.bytes(file, remedy);
    if (bytes === null) return null;
    const text = normalised(bytes);
    if (text === '') {
      this.report(file, { problem: 'the file is empty', remedy });
      return null;
    }
    this.report(file, ...unwantedCharacters(text));
    // The interface's messages are counted once they are parsed.
    if (!file.endsWith('.ftl')) this.leaveOpen(file, ...unfinishedLines(file, text));
    return text;
  }

  /** The entries of a folder, sorted by name, without hidden files. Null if there is no such folder. */
  entries(folder: string): readonly Entry[] | null {
    try {
      return readdirSync(join(this.root, folder), { withFileTypes: true })
        .filter(({ name }) => !name.startsWith('.'))
        .map((entry) => ({ name: entry.name, isFolder: this.isFolder(folder, entry) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
      throw error;
    }
  }

  private isFolder(folder: string, entry: Dirent): boolean {
    if (!entry.isSymbolicLink()) return entry.isDirectory();
    const path = join(this.root, folder, entry.name);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  }

  /**
   * A file as it is. Reports a file that is missing or unreadable, and gives null for it.
   * @param remedy what to do if the file is missing
   */
  bytes(file: string, remedy: string): Uint8Array | null {
    try {
      return readFileSync(join(this.root, file));
    } catch (error) {
      const code = codeOf(error);
      if (['ENOENT', 'ENOTDIR'].includes(code)) this.report(file, { problem: 'the file is missing', remedy });
      else {
        const problem = `the file can't be read (${code})`;
        this.report(file, { problem, remedy: 'make it a file that the account which runs this may read' });
      }
      return null;
    }
  }
}

/** Node.js's code of a file system error. Throws any other error again. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
