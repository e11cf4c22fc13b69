import { Command, Option } from 'commander';
import { type Day, dayOf, daySchema } from '../day.js';
import { CommandError } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { loadSettings } from '../petition/load-settings.js';
import type { CampaignState } from '../petition/petition.js';
import { erasureDay, type Promised } from '../signatures/retention.js';
import type { Query } from '../storage/database.js';
import { confirmed } from './confirm.js';
import type { CommandContext } from './context.js';
import { placeFor, withLedger } from './open.js';
import { plural } from './words.js';

interface CloseOptions {
  readonly delivered?: string;
  readonly undelivered?: boolean;
  readonly reopen?: boolean;
  readonly yes?: boolean;
  readonly preview?: boolean;
}

/** `petition close`: the end of signing, and the delivery of the letter. */
export function closeCommand(context: CommandContext): Command {
  return new Command('close')
    .summary('end signing; record when the letter was handed over')
    .description(
      'Ends signing at once, on every platform. People who signed can still withdraw. With --delivered it records ' +
        'the day on which you handed over the letter with the names. From then on nobody can sign, and people who ' +
        'withdraw learn that the letter may carry their name. The names are erased after as many days as the ' +
        'privacy notice promises (retentionDays in petition.yaml), and on keepUntil at the latest. Until then you ' +
        'can correct a delivery that you recorded by mistake.',
    )
    .addOption(
      new Option('--delivered <day>', 'the letter was handed over on this day, YYYY-MM-DD in UTC').conflicts([
        'reopen',
        'undelivered',
      ]),
    )
    .addOption(
      new Option('--undelivered', 'the letter was not handed over after all; signing stays closed').conflicts(
        'reopen',
      ),
    )
    .option('--reopen', 'take signatures again')
    .option('--yes', "don't ask")
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run petition -- close\n  npm run petition -- close --delivered 2027-12-10\n',
    )
    .action((options: CloseOptions) => close(context, options));
}

async function close(context: CommandContext, options: CloseOptions): Promise<void> {
  const { io } = context;
  const today = dayOf(io.now());
  const place = placeFor(context, options.preview);
  const { petition } = place;
  const settings = loadSettings(CONTENT_DIR, petition);
  await withLedger(place, io.now, async (ledger, database) => {
    const before = await ledger.campaign();
    // A letter that was handed over before the names had to go can still be recorded.
    const recordsDelivery = before.delivered === null && options.delivered !== undefined;
    if (before.erased !== null && !recordsDelivery) {
      throw new CommandError(`the names were erased on ${before.erased}: nothing can be changed any more`);
    }
    const promised = promisedDay(before, settings);
    if (promised !== null && promised <= today && (options.undelivered || options.delivered !== undefined)) {
      throw new CommandError(
        `people have been promised that their names are erased on ${promised}, and that day has come: ` +
          'the delivery stays as it is recorded',
      );
    }
    const decision = options.reopen
      ? reopening(before)
      : options.undelivered
        ? undelivering(before, settings)
        : options.delivered === undefined
          ? closing(before, today)
          : await delivering(
              before,
              { delivered: options.delivered, today, settings },
              database.query,
              place.schema,
            );
    if (!options.yes && !(await confirmed(context, petition, decision.what))) return;
    await ledger.changeCampaignState(decision.change);
    io.write(`${decision.done}\n`);
  });
}

/** A change, and what we say before and after it. */
interface Decision {
  readonly change: Partial<CampaignState>;
  readonly what: string;
  readonly done: string;
}

function closing({ closed }: CampaignState, today: Day): Decision {
  if (closed !== null) throw new CommandError(`it has been closed since ${closed}`);
  return {
    change: { closed: today },
    what: 'Nobody will be able to sign any more, on any platform. `close --reopen` takes that back.',
    done: 'Closed: nobody can sign any more. Withdrawing is possible as before.',
  };
}

function reopening({ closed, delivered }: CampaignState): Decision {
  if (delivered !== null) {
    throw new CommandError(
      `the letter was handed over on ${delivered}: a new name could not be in it any more`,
    );
  }
  if (closed === null)
    throw new CommandError('it is not closed by this command: see `closes` in petition.yaml');
  return {
    change: { closed: null },
    what: 'People will be able to sign again, as far as the days in petition.yaml allow.',
    done: 'Open again.',
  };
}

/** The day of erasure that people were promised when the delivery was recorded; null if none is recorded. */
function promisedDay(before: CampaignState, settings: Promised): Day | null {
  return before.delivered === null ? null : erasureDay(before, settings);
}

function undelivering(before: CampaignState, settings: Promised): Decision {
  const promised = promisedDay(before, settings);
  const { retentionDays, keepUntil } = settings;
  if (promised === null) throw new CommandError('no delivery is recorded');
  return {
    change: { delivered: null },
    what:
      `The record of the delivery on ${before.delivered} will be deleted. ${promiseOf(promised)} They will stay until another ` +
      `delivery is recorded, and for ${plural(retentionDays, 'day', 'days')} from then, but until ${keepUntil} at the latest. ` +
      'This is for a delivery that never was.',
    done: 'No delivery is recorded any more. Signing stays closed.',
  };
}

function promiseOf(day: Day): string {
  return `People have been promised that their names are erased on ${day}.`;
}

interface Delivery {
  readonly delivered: string;
  readonly today: Day;
  readonly settings: Promised;
}

async function delivering(
  before: CampaignState,
  { delivered: written, today, settings }: Delivery,
  query: Query,
  schema: string,
): Promise<Decision> {
  const delivered = daySchema.safeParse(written).data;
  if (delivered === undefined) throw new CommandError('--delivered: write a day as 2027-12-10');
  if (delivered > today)
    throw new CommandError(`--delivered: ${delivered} is in the future (today is ${today})`);
  const { first, later } = await signedAround(query, schema, delivered);
  if (first === null) throw new CommandError('nobody has signed: there is no letter to hand over');
  if (delivered < first) {
    throw new CommandError(`--delivered: that is before the first signature, which is of ${first}`);
  }
  const change = { delivered, closed: before.closed ?? today };
  const erased = before.erased ?? erasureDay({ ...before, delivered }, settings);
  const promised = promisedDay(before, settings);
  const moved =
    promised === null || erased <= promised
      ? ''
      : `${promiseOf(promised)} That moves to ${erased}. This is for a day that was recorded by mistake. `;
  const late =
    later === 0
      ? ''
      : `${plural(later, 'signature is', 'signatures are')} of a later day and can't have been in the letter: ` +
        `${later === 1 ? 'its name' : 'their names'} will be erased too. `;
  if (before.erased !== null) {
    return {
      change,
      what: `The names were erased on ${erased}. This only records when the letter was handed over.`,
      done: `Delivered on ${delivered}. The names were erased on ${erased}.`,
    };
  }
  return {
    change,
    what: `${moved}${late}Names will be erased on ${erased}, for good; signing is closed.`,
    done: `Delivered on ${delivered}. The names are erased on ${erased}: by the bot where it runs, else by \`purge\`.`,
  };
}

/** The day of the first signature, null where there is none, and how many are of a later day than `day`. */
async function signedAround(
  query: Query,
  schema: string,
  day: Day,
): Promise<{ readonly first: string | null; readonly later: number }> {
  const [row] = await query<{ first: string | null; later: string }>(
    `SELECT min(day)::text AS first, (count(*) FILTER (WHERE day > $1::date))::text AS later
     FROM ${schema}.signatures`,
    [day],
  );
  return { first: row?.first ?? null, later: Number(row?.later ?? 0) };
}
