import { readFileSync } from 'node:fs';
import pg from 'pg';

// What both bots share: the screens of the walk, the table of signatures, and the start behind a webhook.

export const SECRET = 'bench';

/** The screens that the benchmark has seen in the bot that these are compared with. */
export const screens = JSON.parse(readFileSync(process.env.SCREENS, 'utf8'));

/** The database's pool with pg's own settings, and what writes a signature. */
export async function openBooks() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS signatures (person bigint PRIMARY KEY, locale text NOT NULL, signed_at timestamptz NOT NULL)',
  );
  return {
    pool,
    sign: (person) =>
      pool.query(
        `INSERT INTO signatures (person, locale, signed_at) VALUES ($1, 'en', now()) ON CONFLICT DO NOTHING`,
        [person],
      ),
  };
}

/** Listens, sets the webhook and says so; ends when it is asked to. */
export async function adopt(server, setWebhook) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  await setWebhook(`${url}/webhook`);
  process.on('SIGTERM', () => process.exit(0));
  console.log(`ready ${url}`);
}
