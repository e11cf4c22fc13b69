/*
 * The tables of a petition's ledger, and the triggers that keep its tally.
 *
 * Keys are pseudonyms: random to look at, compared byte by byte (COLLATE "C"), so that rows are locked in the same
 * order whatever the database's locale. No time in a signature or a conversation is finer than the day.
 */

/** What is counted apart, and how finely its flow is booked in time. */
const DIMENSIONS = `
  ('all', '', 'day'), ('channel', m.channel, 'hour'), ('locale', m.locale, 'day'),
  ('source', m.source, 'hour'), ('age', m.age, 'day')`;

/** @param s the schema, as an identifier */
export const statements = (s: string): string[] => [
  // Keyv's tables: a key, a value, and what the store needs beside them.
  ...['settings', 'conversations'].map(
    (table) => `
    CREATE TABLE ${s}.${table} (
      key text COLLATE "C" PRIMARY KEY,
      value text NOT NULL,
      revision integer NOT NULL,
      -- The day on which the row is no longer there; null: stays.
      expires date
    ) WITH (fillfactor = 80)`,
  ),
  // Costs a write nothing, and the rows of one day lie together.
  `CREATE INDEX conversations_expires ON ${s}.conversations USING brin (expires)`,

  // The columns beside the value are what the triggers count by; "value" holds the same for the reader.
  `CREATE TABLE ${s}.signatures (
    key text COLLATE "C" PRIMARY KEY,
    value text NOT NULL,
    receipt_key text COLLATE "C" NOT NULL UNIQUE,
    -- The key that the name is sealed under: data_keys.id. Not a foreign key, whose check would lock that one row
    -- for every signature; it is stored before its first use, and reconcile looks.
    data_key text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    locale text COLLATE "C" NOT NULL,
    -- '' for those who came without a code.
    source text COLLATE "C" NOT NULL,
    age text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL CHECK (status IN ('counted', 'set-aside')),
    day date NOT NULL
  )`,
  // Sealed values don't compress: don't try.
  `ALTER TABLE ${s}.signatures ALTER COLUMN value SET STORAGE EXTERNAL`,
  `ALTER TABLE ${s}.conversations ALTER COLUMN value SET STORAGE EXTERNAL`,

  // The copies of the data keys that only the operator's offline identities open.
  `CREATE TABLE ${s}.data_keys (
    id text COLLATE "C" PRIMARY KEY,
    wrapped text NOT NULL,
    day date NOT NULL
  )`,

  // The words that signatures' evidence names by their hash.
  `CREATE TABLE ${s}.texts (
    name text NOT NULL,
    locale text NOT NULL,
    version text COLLATE "C" NOT NULL,
    words text NOT NULL,
    first_shown date NOT NULL,
    PRIMARY KEY (name, locale, version)
  )`,

  // "standing" is what counts now, since '-infinity'; the other movements are what happened in an hour or a day (UTC).
  `CREATE TABLE ${s}.tally (
    dimension text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    movement text COLLATE "C" NOT NULL
      CHECK (movement IN ('standing', 'signed', 'left', 'set-aside', 'released')),
    since timestamp NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (dimension, value, movement, since)
  ) WITH (fillfactor = 50)`,

  // A group of signatures that moved alike in one statement. was null: they are new; now null: they are gone.
  `CREATE TYPE ${s}.move AS (
    channel text, locale text, source text, age text, was text, now text, n bigint
  )`,
  // Books moves. Those set aside are not counted: only the dimension "status" has them. All who book wait for one
  // another here, where they hold all other locks that they need: so nobody ever waits in a circle.
  `CREATE FUNCTION ${s}.book(moves ${s}.move[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(${LOCK_CLASS}, '${s}.tally'::regclass::oid::integer);
    INSERT INTO ${s}.tally AS t (dimension, value, movement, since, count)
    SELECT dimension, value, movement, since, sum(n)::bigint
    FROM (
      SELECT d.dimension, d.value, b.movement, b.since, b.n
      FROM (
        SELECT *,
          CASE WHEN was IS NULL THEN 'signed' WHEN now IS NULL THEN 'left'
               WHEN now = 'set-aside' THEN 'set-aside' ELSE 'released' END AS movement,
          coalesce((now = 'counted')::integer, 0) - coalesce((was = 'counted')::integer, 0) AS step
        FROM unnest(moves)
      ) m
      CROSS JOIN LATERAL (VALUES ${DIMENSIONS}) d (dimension, value, grain)
      CROSS JOIN LATERAL (VALUES
        ('standing', timestamp '-infinity', m.step * m.n),
        (m.movement, date_trunc(d.grain, statement_timestamp() AT TIME ZONE 'UTC'), m.n)
      ) b (movement, since, n)
      WHERE m.step <> 0
      UNION ALL
      SELECT 'status', status, 'standing', timestamp '-infinity', b.n
      FROM unnest(moves) m
      CROSS JOIN LATERAL (VALUES (m.now, m.n), (m.was, -m.n)) b (status, n)
      WHERE status IS NOT NULL
    ) booked (dimension, value, movement, since, n)
    GROUP BY dimension, value, movement, since
    ON CONFLICT (dimension, value, movement, since) DO UPDATE SET count = t.count + excluded.count;
  END $$`,

  ...trigger(s, 'signed', 'INSERT', 'NEW TABLE AS added', 'NULL::text', 'status', 'added'),
  ...trigger(s, 'left', 'DELETE', 'OLD TABLE AS gone', 'status', 'NULL::text', 'gone'),
  ...trigger(
    s,
    'moved',
    'UPDATE',
    'OLD TABLE AS before NEW TABLE AS after',
    'before.status',
    'after.status',
    'before JOIN after USING (key, channel, locale, source, age) WHERE before.status <> after.status',
  ),

  // What the triggers can't follow is refused.
  `CREATE FUNCTION ${s}.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% on %.%: the tally could not follow', TG_ARGV[0], TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING HINT = 'delete and insert rows instead';
  END $$`,
  `CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON ${s}.signatures
    FOR EACH STATEMENT EXECUTE FUNCTION ${s}.refuse('TRUNCATE')`,
  `CREATE TRIGGER refuse_rewrite BEFORE UPDATE OF key, channel, locale, source, age ON ${s}.signatures
    FOR EACH STATEMENT EXECUTE FUNCTION ${s}.refuse('UPDATE of what is counted by')`,
];

/** Advisory locks on the tally, apart from those of other programs ("tall" in ASCII). */
const LOCK_CLASS = 0x74616c6c;

/** A statement-level trigger that groups the rows of a statement and books the groups; it leaves early without any. */
function trigger(
  s: string,
  name: string,
  event: string,
  tables: string,
  was: string,
  now: string,
  rows: string,
): string[] {
  return [
    `CREATE FUNCTION ${s}.tally_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      moves ${s}.move[];
    BEGIN
      SELECT array_agg(ROW(channel, locale, source, age, was, now, n)::${s}.move) INTO moves
      FROM (
        SELECT channel, locale, source, age, ${was} AS was, ${now} AS now, count(*) AS n
        FROM ${rows}
        GROUP BY channel, locale, source, age, 5, 6
      ) grouped;
      IF moves IS NOT NULL THEN
        PERFORM ${s}.book(moves);
      END IF;
      RETURN NULL;
    END $$`,
    `CREATE TRIGGER tally_${name} AFTER ${event} ON ${s}.signatures REFERENCING ${tables}
      FOR EACH STATEMENT EXECUTE FUNCTION ${s}.tally_${name}()`,
  ];
}
