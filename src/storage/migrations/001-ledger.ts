/*
 * The tables of a petition's ledger, and the triggers that keep its tally.
 *
 * Keys are pseudonyms: they look random, and are compared byte by byte (COLLATE "C"), so that rows are locked in the
 * same order whatever the database's locale. No time in a signature or a conversation is finer than the day.
 */

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
  // It costs nothing at a write, and rows of one day lie together.
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

  // Refuses changes that the triggers can't follow.
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

/** The dimensions of the tally, and whether the flow of each is booked by the hour or by the day. */
const DIMENSIONS = [
  ['all', "''", 'day'],
  ['channel', 'channel', 'hour'],
  ['locale', 'locale', 'day'],
  ['source', 'source', 'hour'],
  ['age', 'age', 'day'],
] as const;

/**
 * A statement-level trigger that books what a statement did to signatures; it returns early if that is nothing.
 * Signatures that are set aside are not counted: only the dimension "status" has them. Statements that book wait for
 * one another, after they have taken all other locks that they need. So no deadlock can arise.
 * @param was the status of a row before the statement, null for a new row; `now`: its status after it, null for a
 * deleted row
 */
function trigger(
  s: string,
  name: string,
  event: string,
  tables: string,
  was: string,
  now: string,
  rows: string,
): string[] {
  const bookings = DIMENSIONS.flatMap(([dimension, value, grain]) => [
    `('${dimension}', ${value}, 'standing', timestamp '-infinity', step * n)`,
    `('${dimension}', ${value}, movement, ${grain}, abs(step) * n)`,
  ]);
  return [
    `CREATE FUNCTION ${s}.tally_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM ${rows}) THEN
        RETURN NULL;
      END IF;
      PERFORM pg_advisory_xact_lock(${LOCK_CLASS}, '${s}.tally'::regclass::oid::integer);
      INSERT INTO ${s}.tally AS t (dimension, value, movement, since, count)
      SELECT booked.dimension, booked.value, booked.movement, booked.since, sum(booked.n)::bigint
      FROM (
        SELECT *,
          coalesce((now = 'counted')::integer, 0) - coalesce((was = 'counted')::integer, 0) AS step,
          CASE WHEN was IS NULL THEN 'signed' WHEN now IS NULL THEN 'left'
               WHEN now = 'set-aside' THEN 'set-aside' ELSE 'released' END AS movement,
          date_trunc('hour', statement_timestamp() AT TIME ZONE 'UTC') AS hour,
          date_trunc('day', statement_timestamp() AT TIME ZONE 'UTC') AS day
        FROM (
          SELECT channel, locale, source, age, ${was} AS was, ${now} AS now, count(*) AS n
          FROM ${rows}
          GROUP BY channel, locale, source, age, 5, 6
        ) grouped
      ) moved
      CROSS JOIN LATERAL (VALUES
        ${bookings.join(',\n        ')},
        ('status', now, 'standing', timestamp '-infinity', n),
        ('status', was, 'standing', timestamp '-infinity', -n)
      ) booked (dimension, value, movement, since, n)
      WHERE booked.value IS NOT NULL AND booked.n <> 0
      GROUP BY booked.dimension, booked.value, booked.movement, booked.since
      ON CONFLICT (dimension, value, movement, since) DO UPDATE SET count = t.count + excluded.count;
      RETURN NULL;
    END $$`,
    `CREATE TRIGGER tally_${name} AFTER ${event} ON ${s}.signatures REFERENCING ${tables}
      FOR EACH STATEMENT EXECUTE FUNCTION ${s}.tally_${name}()`,
  ];
}
