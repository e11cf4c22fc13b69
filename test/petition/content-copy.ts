import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The content folder that holds the petition `sample`. */
export const SAMPLE_CONTENT = join(import.meta.dirname, '../fixtures/content');

/** A copy of the sample's content folder, to be changed at will. */
export class ContentCopy {
  private readonly parent = mkdtempSync(join(tmpdir(), 'content-'));
  readonly dir = join(this.parent, 'content');

  constructor() {
    cpSync(SAMPLE_CONTENT, this.dir, { recursive: true, dereference: true });
  }

  read(file: string): string {
    return readFileSync(join(this.dir, file), 'utf8');
  }

  write(file: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.dir, file)), { recursive: true });
    writeFileSync(join(this.dir, file), content);
  }

  /** Changes a part of a file that must be in it. */
  replace(file: string, part: string, by: string): void {
    const text = this.read(file);
    if (!text.includes(part)) throw new Error(`${file} does not hold ${JSON.stringify(part)}`);
    this.write(
      file,
      text.replace(part, () => by),
    );
  }

  remove(file: string): void {
    rmSync(join(this.dir, file), { recursive: true });
  }

  /** Takes the copy away. */
  [Symbol.dispose](): void {
    rmSync(this.parent, { recursive: true });
  }
}
