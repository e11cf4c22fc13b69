import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { OperatorError } from '../../operator-error.js';

/*
 * A backup is gzipped lines of JSON. Arrays mark the parts of the file, objects are rows:
 *
 *   ["petition-backup",{"version":1,"petition":"…",…}]
 *   ["table","signatures"]
 *   {"key":"…",…}
 *   ["end",{"rows":{"signatures":1},"sha256":"…"}]
 *
 * Rows stay as PostgreSQL's own text, so that JavaScript changes no number or time. The hash covers all bytes before
 * the last line. gzip's own checksum finds random damage, but not a file that was joined from two.
 */

/** The version of this file format; we refuse later ones. */
const VERSION = 1;

/** In UTF-16 code units. No row of ours is nearly as long: a longer line is not ours, and must not fill the memory. */
const MAX_LINE = 1024 * 1024;

/** Rows per call of the reader. */
const BATCH = 2_000;

const headerSchema = z.strictObject({
  version: z.literal(VERSION),
  petition: z.string(),
  /** True if the signatures are a preview's. */
  preview: z.boolean(),
  /** The last migration of the tables. */
  migration: z.number().int().positive(),
  madeAt: z.iso.datetime(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const endSchema = z.strictObject({
  rows: z.record(z.string(), z.number().int().nonnegative()),
  sha256: z.string(),
});

/** How many rows of each table a file holds. */
export type RowCounts = Readonly<Record<string, number>>;

/** A table's rows, page by page; each row is the JSON text of an object. */
export interface TableRows {
  readonly table: string;
  readonly pages: AsyncIterable<readonly string[]>;
}

/** The file is not a complete backup that this version can read; the message says what is wrong. */
export class UnusableBackup extends OperatorError {
  override readonly name = 'UnusableBackup';
}

/**
 * Writes a new file that only its owner can read, and flushes it to the disk.
 * @param path must not exist
 * @throws errors of the file system and of `tables`; then the file is incomplete, and the caller must remove it
 */
export async function writeBackupFile(
  path: string,
  header: Omit<BackupHeader, 'version'>,
  tables: AsyncIterable<TableRows>,
): Promise<RowCounts> {
  const rows: Record<string, number> = {};

  async function* lines(): AsyncGenerator<string> {
    const hash = createHash('sha256');
    const hashed = (text: string) => {
      hash.update(text);
      return text;
    };
    yield hashed(`${JSON.stringify(['petition-backup', { version: VERSION, ...header }])}\n`);
    for await (const { table, pages } of tables) {
      rows[table] = 0;
      yield hashed(`${JSON.stringify(['table', table])}\n`);
      for await (const page of pages) {
        rows[table] += page.length;
        if (page.length > 0) yield hashed(`${page.join('\n')}\n`);
      }
    }
    yield `${JSON.stringify(['end', { rows, sha256: hash.digest('hex') }])}\n`;
  }

  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(lines, createGzip(), file);
  return rows;
}

/** Receives the contents of a file, in order. */
export interface BackupReader {
  header?(header: BackupHeader): void | Promise<void>;
  /** @param rows the JSON text of at most 2,000 rows */
  rows?(table: string, rows: readonly string[]): void | Promise<void>;
}

/**
 * Reads a file and checks that it is complete, unchanged, and in a known format. Don't trust what the reader received
 * until this has resolved.
 * @throws UnusableBackup if the file is not a complete backup; errors of the file system and of the reader
 */
export async function readBackupFile(path: string, reader: BackupReader): Promise<RowCounts> {
  const parser = new BackupParser(reader);
  const file = createReadStream(path);
  const gunzip = createGunzip();
  // Not `pipeline`: if the reader threw, it would reject with an AbortError instead.
  file.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for await (const chunk of gunzip) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE) throw new UnusableBackup('this is not a backup made by this program');
      for (const line of lines) await parser.line(line);
    }
    if (rest !== '') throw new UnusableBackup('the file is cut off in the middle of a line');
  } catch (error) {
    throw isDamagedGzip(error) ? new UnusableBackup(parser.damage(error.code), { cause: error }) : error;
  } finally {
    file.destroy();
    gunzip.destroy();
  }
  return parser.end();
}

class BackupParser {
  readonly #reader: BackupReader;
  readonly #hash = createHash('sha256');
  readonly #counts: Record<string, number> = {};
  #begun = false;
  #ended = false;
  #table: string | null = null;
  #batch: string[] = [];

  constructor(reader: BackupReader) {
    this.#reader = reader;
  }

  async line(line: string): Promise<void> {
    if (this.#ended)
      throw new UnusableBackup('something follows the end of the backup: the file was changed');
    if (!this.#begun) {
      const header = parseHeader(line);
      await this.#reader.header?.(header);
      this.#begun = true;
    } else if (line.startsWith('{')) {
      await this.#row(line);
    } else {
      await this.#flush();
      const mark = z.tuple([z.string(), z.unknown()]).safeParse(parseJson(line)).data;
      if (mark?.[0] === 'end') return this.#checkEnd(mark[1]);
      if (mark?.[0] !== 'table' || typeof mark[1] !== 'string') {
        throw new UnusableBackup("the file holds a line that is not a backup's: it was damaged or changed");
      }
      this.#table = mark[1];
      this.#counts[mark[1]] ??= 0;
    }
    this.#hash.update(`${line}\n`);
  }

  /** The message for a file that gunzip could not read to the end. */
  damage(code: string): string {
    if (!this.#begun && code === 'Z_DATA_ERROR') return 'this is not a backup made by this program';
    if (code === 'Z_BUF_ERROR') return 'the file is cut off: it was not written or copied to its end';
    return 'the file is damaged: its checksum does not fit what it holds';
  }

  /** Call after the last line. */
  end(): RowCounts {
    if (!this.#begun) throw new UnusableBackup('the file is empty');
    if (!this.#ended) throw new UnusableBackup('the file is cut off: its last line is missing');
    return this.#counts;
  }

  async #row(line: string): Promise<void> {
    if (this.#table === null) throw new UnusableBackup('the file holds a row that belongs to no table');
    this.#counts[this.#table] = (this.#counts[this.#table] ?? 0) + 1;
    this.#batch.push(line);
    if (this.#batch.length >= BATCH) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#table === null || this.#batch.length === 0) return;
    await this.#reader.rows?.(this.#table, this.#batch);
    this.#batch = [];
  }

  #checkEnd(value: unknown): void {
    const end = endSchema.safeParse(value).data;
    const tables = Object.entries(this.#counts);
    const whole =
      end !== undefined &&
      end.sha256 === this.#hash.digest('hex') &&
      Object.keys(end.rows).length === tables.length &&
      tables.every(([table, count]) => end.rows[table] === count);
    if (!whole)
      throw new UnusableBackup('the file does not hold what was written: it was damaged or changed');
    this.#ended = true;
  }
}

function parseHeader(line: string): BackupHeader {
  const mark = z.tuple([z.literal('petition-backup'), z.unknown()]).safeParse(parseJson(line));
  if (!mark.success) throw new UnusableBackup('this is not a backup made by this program');
  const version = z.looseObject({ version: z.number() }).safeParse(mark.data[1]).data?.version;
  if (version !== undefined && version > VERSION) {
    throw new UnusableBackup('the backup was made by a later version of this program: update it first');
  }
  const header = headerSchema.safeParse(mark.data[1]);
  if (!header.success) throw new UnusableBackup('the first line of the backup is damaged');
  return header.data;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isDamagedGzip(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
  );
}
