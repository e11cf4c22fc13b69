import { openEmbedded } from '../../src/storage/embedded.js';
import { schemaName } from '../../src/storage/schema-name.js';
import { act, ledgerOn, person, signOnce } from '../support/people.js';
import { MOMENT, setClock } from './fixed-day.js';

const DAY_MS = 86_400_000;

/** How many people signed on each day of a week, the last one the day of the pictures. */
const BY_DAY = [46, 54, 60, 68, 64, 76, 87] as const;

/** Hours before the time of the pictures, so that a day's signatures do not come at once. */
const HOURS_BEFORE = [9, 7, 5, 3, 2, 0];

/** What differs among the people, each in its own rhythm. */
const CHANNELS = [
  'telegram',
  'discord',
  'slack',
  'telegram',
  'telegram',
  'discord',
  'telegram',
  'slack',
  'discord',
];
const LOCALES = ['en', 'fr', 'en', 'ar', 'nl', 'fr', 'es', 'de', 'en', 'ar', 'nl'];
const SOURCES = ['share', 'page', null, 'newsletter', 'share', 'poster', null, 'share'];

/** Collects signatures for a campaign over a week, the last at the time of the pictures. */
export async function collectSignatures(dataDir: string, petition: string): Promise<void> {
  const database = await openEmbedded(dataDir);
  const ledger = ledgerOn({ database, schema: schemaName(petition, false), petition, now: () => new Date() });
  await ledger.ready();
  let signed = 0;
  for (const [day, count] of BY_DAY.entries()) {
    const end = MOMENT.getTime() - (BY_DAY.length - 1 - day) * DAY_MS;
    for (const [part, hours] of HOURS_BEFORE.entries()) {
      setClock(new Date(end - hours * 3_600_000 - 60_000));
      const until = signed + share(count, part);
      const people = Array.from({ length: until - signed }, (_, index) => signed + index);
      await Promise.all(
        people.map((n) =>
          act(
            ledger,
            person(`seeded-${n}`, of(CHANNELS, n)),
            signOnce({ locale: of(LOCALES, n), source: of(SOURCES, n) }),
          ),
        ),
      );
      signed = until;
    }
  }
  ledger.close();
  await database.close();
}

/** A part of a day's signatures; the parts add up to the day. */
function share(count: number, part: number): number {
  const upTo = (parts: number) => Math.round((count * parts) / HOURS_BEFORE.length);
  return upTo(part + 1) - upTo(part);
}

function of<T>(values: readonly [T, ...T[]] | readonly T[], n: number): T {
  const value = values[n % values.length];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}
