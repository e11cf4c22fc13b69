import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readBackupFile,
  type TableRows,
  UnusableBackup,
  writeBackupFile,
} from '../../src/storage/backup/file.js';
import { inspectBackup } from '../../src/storage/backup/inspect.js';

const header = { petition: 'zefzafi', preview: false, migration: 1, madeAt: '2026-05-01T10:00:00.000Z' };

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-file-'));
  file = join(folder, 'backup.gz');
});
afterEach(() => rm(folder, { recursive: true }));

async function* tables(content: Record<string, readonly (readonly string[])[]>): AsyncGenerator<TableRows> {
  for (const [table, pages] of Object.entries(content)) {
    yield {
      table,
      pages: (async function* () {
        yield* pages;
      })(),
    };
  }
}

function writeSome(rows = 3) {
  const page = Array.from({ length: rows }, (_, number) =>
    JSON.stringify({ key: `k${number}`, word: 'ناصر' }),
  );
  return writeBackupFile(file, header, tables({ signatures: [page, []], empty: [] }));
}

/** Writes the file anew with its lines changed; the hash stays as it was. */
async function rewrite(change: (lines: string[]) => string[]): Promise<void> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split('\n')
    .slice(0, -1);
  await writeFile(
    file,
    gzipSync(
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  );
}

describe('a backup file', () => {
  it('gives back every row as it was, and says how many there are', async () => {
    const page = Array.from({ length: 1201 }, (_, number) => `{"n": ${number}, "big": 12345678901234567890}`);
    expect(
      await writeBackupFile(file, header, tables({ a: [page.slice(0, 700), page.slice(700)], b: [] })),
    ).toEqual({
      a: 1201,
      b: 0,
    });
    const seen: string[] = [];
    const counts = await readBackupFile(file, {
      header: (found) => expect(found).toEqual({ version: 1, ...header }),
      rows: (table, rows) => {
        expect(table).toBe('a');
        seen.push(...rows);
      },
    });
    expect(seen).toEqual(page);
    expect(counts).toEqual({ a: 1201, b: 0 });
  });

  it('can be read by its owner alone', async () => {
    await writeSome();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is never written over another', async () => {
    await writeFile(file, 'precious');
    await expect(writeSome()).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(file, 'utf8')).toBe('precious');
  });

  it('is refused wherever it is cut off', async () => {
    await writeSome(40);
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length += 1) {
      await writeFile(file, whole.subarray(0, length));
      await expect(readBackupFile(file, {}), `${length} of ${whole.length} bytes`).rejects.toThrow(
        UnusableBackup,
      );
    }
  });

  it('is refused, or reads the same, whichever bit is flipped', async () => {
    const setting = '{"key":"pepper-check","value":"abc"}';
    await writeBackupFile(file, header, tables({ settings: [[setting]], signatures: [['{"key":"ناصر"}']] }));
    const whole = await readFile(file);
    const read = async () => {
      const rows: string[] = [];
      await readBackupFile(file, { rows: (_table, batch) => void rows.push(...batch) });
      return { rows, contents: await inspectBackup(file) };
    };
    const original = await read();
    let refused = 0;
    for (let bit = 0; bit < whole.length * 8; bit += 3) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      await writeFile(file, flipped);
      try {
        // Some bits of gzip's own header, such as its time, mean nothing.
        expect(await read()).toEqual(original);
      } catch (error) {
        expect(error).toBeInstanceOf(UnusableBackup);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(whole.length * 2);
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['a row was taken out', (lines) => lines.toSpliced(2, 1), /does not hold what was written/],
    ['a row was put in', (lines) => lines.toSpliced(2, 0, '{"key":"k9"}'), /does not hold what was written/],
    ['a row was changed', (lines) => lines.with(2, '{"key":"k9"}'), /does not hold what was written/],
    ['the last line is missing', (lines) => lines.slice(0, -1), /last line is missing/],
    ['something follows the last line', (lines) => [...lines, '{"key":"k9"}'], /follows the end/],
    [
      'a row stands before the tables',
      (lines) => lines.toSpliced(1, 0, '{"key":"k9"}'),
      /belongs to no table/,
    ],
    ['there is a line of another kind', (lines) => lines.toSpliced(1, 0, 'DROP TABLE x'), /not a backup's/],
    ['the first line is missing', (lines) => lines.slice(1), /not a backup made by this program/],
    [
      'it is of a later format',
      (lines) => lines.with(0, '["petition-backup",{"version":2,"new":true}]'),
      /later version of this program: update it first/,
    ],
    [
      'its first line lacks something',
      (lines) => lines.with(0, '["petition-backup",{"version":1}]'),
      /first line/,
    ],
    ['it is empty', () => [], /empty/],
  ])('is refused when %s', async (_what, change, message) => {
    await writeSome();
    await rewrite(change);
    const refusal = readBackupFile(file, {});
    await expect(refusal).rejects.toThrow(UnusableBackup);
    await expect(refusal).rejects.toThrow(message);
  });

  it.each([
    ['a text', Buffer.from('hello')],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ["somebody else's gzip", gzipSync('hello\n')],
    ['a gzip of one endless line', gzipSync(Buffer.alloc(2 * 1024 * 1024, 'x'))],
  ])('is told from %s', async (_what, bytes) => {
    await writeFile(file, bytes);
    await expect(readBackupFile(file, {})).rejects.toThrow('this is not a backup made by this program');
  });

  it('passes on what the taker of the rows throws', async () => {
    await writeSome();
    const failure = new Error('the database went away');
    await expect(
      readBackupFile(file, {
        rows: () => {
          throw failure;
        },
      }),
    ).rejects.toBe(failure);
  });
});
