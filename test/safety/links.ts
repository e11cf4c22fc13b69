import type { Database } from '../../src/storage/database.js';
import { tablesOf } from './places.js';

/** A table with fewer rows has none for each person: texts, settings, the tally. */
const A_ROW_FOR_EACH_PERSON = 300;

/** What fewer rows share may tell who somebody is. */
const FEW = 10;

/** A shorter text says too little, or two random texts are the same by chance. */
const TELLING = 10;

/** The rows about people in one schema: each as the texts that it holds. */
export interface Sighted {
  readonly tables: readonly string[];
  readonly rows: readonly ReadonlySet<string>[];
}

/** Reads the tables that have a row for each person, as a thief of the database would. */
export async function sightedIn(database: Pick<Database, 'query'>, schema: string): Promise<Sighted> {
  const tables: string[] = [];
  const rows: ReadonlySet<string>[] = [];
  for (const table of await tablesOf(database, schema)) {
    const found = await database.query(`SELECT to_jsonb(t)::text AS row FROM ${schema}.${table} t`);
    if (found.length < A_ROW_FOR_EACH_PERSON) continue;
    tables.push(table);
    rows.push(...found.map(({ row }) => new Set(textsIn(JSON.parse(String(row)), ''))));
  }
  return { tables, rows };
}

/**
 * The texts that join a row of one schema to a row of another: both have it, and few others do.
 * @returns each with the names of its fields
 */
export function linksBetween(one: Sighted | undefined, other: Sighted | undefined): readonly string[] {
  const [ones, others] = [one, other].map((sighted) => {
    const rows = sighted?.rows ?? [];
    const counts = new Map<string, number>();
    for (const text of rows.flatMap((row) => [...row])) counts.set(text, (counts.get(text) ?? 0) + 1);
    return counts;
  });
  return [...(ones ?? [])].flatMap(([text, count]) => {
    const there = others?.get(text);
    return there !== undefined && Math.min(count, there) < FEW ? [text] : [];
  });
}

/** Every text in a row, the texts within it, and how long each field is: a length can be a fingerprint too. */
function* textsIn(value: unknown, field: string): Generator<string> {
  if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) yield* textsIn(part, name);
    return;
  }
  const text = String(value);
  yield `${text.length} characters of ${field}`;
  const inner = text.startsWith('{') ? parsed(text) : null;
  if (inner !== null) yield* textsIn(inner, field);
  for (const part of [text, ...text.split(/[^A-Za-z0-9_+/-]+/)]) {
    if (part.length < TELLING) continue;
    yield part;
    // One nonce or one key at the beginning, or one check at the end, of values that are otherwise different.
    yield `begins with ${part.slice(0, TELLING)}`;
    yield `ends with ${part.slice(-TELLING)}`;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
