import type { Query } from './database.js';
import { gather } from './gather.js';

/** Enough for a thousand people at once, each with a conversation, a signature and the total. */
const MAX_READS = 3_000;

/**
 * One source to read from.
 * @param keys the keys to read
 * @param bind adds a parameter and returns its placeholder, `$1`
 * @returns a SELECT of `key` and `value`, both text, with a row for each key that exists
 */
export type Source = (keys: readonly string[], bind: (value: unknown) => string) => string;

/** Reads a value by its key. Concurrent reads from all sources share one statement. */
export type Reads<Name extends string> = (source: Name, key: string) => Promise<string | undefined>;

/** Batches reads from several sources into one statement. */
export function gatheredReads<Name extends string>(
  query: Query,
  sources: Readonly<Record<Name, Source>>,
): Reads<Name> {
  interface Wanted {
    readonly source: Name;
    readonly key: string;
  }

  async function run(wanted: readonly Wanted[]): Promise<readonly (string | undefined)[]> {
    const bySource = new Map<Name, Set<string>>();
    for (const { source, key } of wanted) {
      const keys = bySource.get(source);
      if (keys === undefined) bySource.set(source, new Set([key]));
      else keys.add(key);
    }
    const parameters: unknown[] = [];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    // Sorted, so that the same sources give the same statement, which is planned once.
    const arms = [...bySource]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([source, keys]) =>
          `SELECT '${source}' AS source, key, value FROM (${sources[source]([...keys], bind)}) ${source}`,
      );
    const rows = await query<{ source: string; key: string; value: string }>(
      arms.join(' UNION ALL '),
      parameters,
    );
    const found = new Map(rows.map(({ source, key, value }) => [`${source} ${key}`, value]));
    return wanted.map(({ source, key }) => found.get(`${source} ${key}`));
  }

  const read = gather(run, MAX_READS);
  return (source, key) => read({ source, key });
}
