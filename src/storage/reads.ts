import type { Query } from './database.js';
import { gather } from './gather.js';

/** Enough for a thousand people at once, each with a conversation, a signature and the total. */
const LARGEST = 3_000;

/**
 * One place to read from.
 * @param keys those that are wanted
 * @param bind takes a parameter's value and gives its name, `$1`
 * @returns a SELECT of `key` and `value`, both text, with a row for each key that is there
 */
export type Source = (keys: readonly string[], bind: (value: unknown) => string) => string;

/** What reads values by their keys: those of everybody who asks at the same time, from all sources, in one statement. */
export type Reads<Name extends string> = (source: Name, key: string) => Promise<string | undefined>;

/** Makes one statement of the reads from several sources. */
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
    // In one order: the same sources make the same statement, which is then planned once.
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

  const read = gather(run, LARGEST);
  return (source, key) => read({ source, key });
}
