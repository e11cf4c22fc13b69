import type { Database } from '../../src/storage/database.js';
import { SCHEMA } from './campaign.js';

/** Rows a statement: a statement for all would keep them in memory. */
const CHUNK = 250_000;

/** So many days of a campaign, by the hour. */
const HOURS = 30 * 24;

/** A statement writes some ten thousand rows a second. */
const PATIENCE = { timeoutMs: 600_000 };

/** What is counted apart, for the signature of number n. Each value comes in every hour of a large campaign. */
const COUNTED_BY = `
  (ARRAY['telegram', 'discord', 'slack'])[1 + n / 7 % 3] AS channel,
  (ARRAY['en', 'fr', 'ar', 'es', 'nl', 'de'])[1 + n / 13 % 6] AS locale,
  (ARRAY['', 'poster', 'radio', 'mosque', 'union', 'friend', 'mail', 'school'])[1 + n / 11 % 8] AS source,
  (ARRAY['older', 'new'])[1 + n / 17 % 2] AS age,
  date_trunc('hour', statement_timestamp() AT TIME ZONE 'UTC') - n % ${HOURS} * interval '1 hour' AS hour`;

/**
 * Fills a new campaign with signatures that are like real ones in size, but nobody's, and with the tally that its
 * triggers would have kept over a month. The ledger's recount holds them together.
 */
export async function seedSignatures({ transaction }: Database, count: number): Promise<void> {
  const table = `${SCHEMA}.signatures`;
  for (let from = 1; from <= count; from += CHUNK) {
    await transaction(async (query) => {
      await query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await query(
        `INSERT INTO ${table} (key, value, receipt_key, data_key, channel, locale, source, age, status, set_aside_by, day)
         SELECT encode(sha256(n::text::bytea), 'base64'), repeat('x', 1150), encode(sha256(('r' || n)::bytea), 'base64'),
                'seeded', channel, locale, source, age, 'counted', '{}', hour::date
         FROM (SELECT n, ${COUNTED_BY} FROM generate_series($1::integer, $2::integer) n) made`,
        [from, Math.min(from + CHUNK - 1, count)],
      );
      await query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }, PATIENCE);
  }
  await transaction(async (query) => {
    await query(`INSERT INTO ${SCHEMA}.data_keys (id, wrapped, day) VALUES ('seeded', '', now()::date)`);
    await query(
      `WITH made AS (
         SELECT channel, locale, source, age, hour, count(*) AS n
         FROM (SELECT ${COUNTED_BY} FROM generate_series(1, $1::integer) n) one
         GROUP BY channel, locale, source, age, hour
       ), booked AS (
         SELECT b.*, n FROM made CROSS JOIN LATERAL (VALUES
           ('all', '', date_trunc('day', hour)), ('channel', channel, hour),
           ('locale', locale, date_trunc('day', hour)), ('source', source, hour), ('age', age, date_trunc('day', hour))
         ) b (dimension, value, since)
       )
       INSERT INTO ${SCHEMA}.tally (dimension, value, movement, since, count)
       SELECT dimension, value, 'signed', since, sum(n) FROM booked GROUP BY dimension, value, since
       UNION ALL
       SELECT dimension, value, 'standing', '-infinity', sum(n) FROM booked GROUP BY dimension, value
       UNION ALL
       SELECT 'status', 'counted', 'standing', '-infinity', sum(n) FROM made`,
      [count],
    );
  }, PATIENCE);
}
