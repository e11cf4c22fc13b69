import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { type Announcing, type Audience, announce, audienceOf, type Told } from '../channel/announce.js';
import type { Courier } from '../channel/courier.js';
import { type ConfiguredPlatform, configurePlatforms } from '../channel/platform.js';
import { announcement } from '../conversation/announcement.js';
import type { Conversation } from '../conversation/conversation.js';
import { Refusal } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { loadPetition } from '../petition/load.js';
import type { Petition } from '../petition/petition.js';
import { plainText } from '../petition/plain.js';
import type { Ledger } from '../signatures/ledger.js';
import { type AnnouncementText, readAnnouncement } from './announcement-file.js';
import { confirmed } from './confirm.js';
import type { CommandContext } from './context.js';
import { placeFor, withLedger } from './open.js';

/** One message on every platform, with its reason and room for markup; and not more than somebody reads. */
const LONGEST = 3_000;

interface AnnounceOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** `petition announce`: tells those who asked for it how the petition goes. */
export function announceCommand(context: CommandContext): Command {
  return new Command('announce')
    .summary('tell those who asked for updates how the petition goes')
    .description(
      'Sends a message to everybody who asked to be told, in their own language, with a button below it that ends ' +
        'the updates. The file is Markdown, with a part for each language of the petition that begins with a line ' +
        'like --- en ---. Nobody gets it twice: when it is cut short, run it again with the same file, and the ' +
        'rest are told. The bot may be running meanwhile.',
    )
    .argument('<file>', 'the announcement')
    .option('--dry-run', 'show who would get what, and send nothing')
    .option('--yes', "don't ask")
    .addHelpText(
      'after',
      '\nExamples:\n  npm run petition -- announce delivered.md --dry-run\n' +
        '  npm run petition -- announce delivered.md\n',
    )
    .action((file: string, options: AnnounceOptions) => run(context, file, options));
}

async function run(context: CommandContext, file: string, options: AnnounceOptions): Promise<void> {
  const { io } = context;
  const place = placeFor(context);
  const { petition: id, organiser } = place.configuration;
  const platforms = configurePlatforms(context.platforms, io.env).configured.filter(({ courier }) => courier);
  if (platforms.length === 0) {
    throw new Refusal(
      'no platform is configured on which people can be written to: set its variables in .env',
    );
  }
  const petition = loadPetition({ contentDir: CONTENT_DIR, petition: id, organiser });
  const longest = Math.min(LONGEST, ...platforms.map(({ limits }) => limits.text));
  const text = await readAnnouncement(file, petition.locales, longest);
  await withLedger(place, io.now, async (ledger, database) => {
    await ledger.ready();
    const lock = await database.tryLock(`${place.schema}/announce`);
    if (lock === null)
      throw new Refusal('an announcement is being sent from elsewhere: wait until it has ended');
    try {
      const work = { context, petition, ledger, platforms, text, lost: lock.lost };
      await send(work, options);
    } finally {
      await lock.release();
    }
  });
}

interface Work {
  readonly context: CommandContext;
  readonly petition: Petition;
  readonly ledger: Ledger<Conversation>;
  readonly platforms: readonly ConfiguredPlatform[];
  readonly text: AnnouncementText;
  /** Aborts when somebody else may begin as well. */
  readonly lost: AbortSignal;
}

async function send(work: Work, options: AnnounceOptions): Promise<void> {
  const { context, petition, ledger, text } = work;
  const { io, finish } = context;
  const today = io.now().toISOString().slice(0, 10);
  const last = await ledger.announcements.last();
  const before = await ledger.announcements.find(text.digest);
  if (before !== null && before.finished !== null) {
    io.write(`This was sent to everybody by ${before.finished}: nothing is left to do.\n`);
    return;
  }
  if (before !== null && last !== null && last.number > before.number) {
    throw new Refusal(
      'a later announcement has been begun since: those who did not get this one no longer will',
    );
  }
  const number = before?.number ?? (last?.number ?? 0) + 1;
  const announcing: Announcing = { petition, ledger, number };
  const audience = await audienceOf(announcing);
  io.write(plan(work, audience));
  if (before !== null)
    io.write(`It was begun on ${before.begun}: these are those who have not got it yet.\n`);
  else if (last !== null && last.finished === null) {
    io.write(
      `The one before, begun on ${last.begun}, did not reach everybody: once this one begins, it no longer will.\n`,
    );
  }
  if (options.dryRun) {
    io.write(preview(petition, text));
    return;
  }
  const what = `This will be sent to ${people(audience.people)}, and can't be called back.`;
  if (!options.yes && !(await confirmed(context, petition.id, what))) return;
  await ledger.announcements.begin(text.digest, today);
  const told = await deliver(work, announcing, audience.people);
  const left = await audienceOf(announcing);
  io.write(outcome(told, left));
  if (left.people === 0) await ledger.announcements.finish(number, today);
  else finish(1);
}

/** Sends it, with a bar where somebody looks at one; SIGINT ends it cleanly. */
async function deliver(
  { petition, platforms, text, lost }: Work,
  announcing: Announcing,
  total: number,
): Promise<Told> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  const signal = AbortSignal.any([interrupted.signal, lost]);
  const couriers = new Map<string, Courier>();
  for (const platform of platforms) {
    const courier = platform.courier?.({ petition, signal });
    if (courier !== undefined) couriers.set(platform.channel, courier);
  }
  const bar = process.stderr.isTTY
    ? new SingleBar({
        stream: process.stderr,
        format: '{bar} {value} of {total} · about {eta_formatted} left',
      })
    : null;
  bar?.start(total, 0);
  try {
    return await announce(announcing, text.texts, couriers, {
      signal,
      onProgress: ({ sent, gone, unknown }) => bar?.update(sent + gone + unknown),
    });
  } finally {
    bar?.stop();
    process.off('SIGINT', interrupt);
    await Promise.all([...couriers.values()].map((courier) => courier.close()));
  }
}

/** Who will get it, by channel and language. */
function plan({ platforms }: Work, { counts, people: total, unreadable }: Audience): string {
  const lines = [...counts].sort(byName).map(([channel, locales]) => {
    const away = platforms.some((platform) => platform.channel === channel) ? '' : '   (not configured here)';
    const each = [...locales].sort(byName).map(([locale, count]) => `${locale} ${count}`);
    return `${channel.padEnd(10)} ${each.join('   ')}${away}\n`;
  });
  const rows = unreadable === 1 ? 'row' : 'rows';
  const spoiled =
    unreadable === 0
      ? ''
      : `${unreadable} ${rows} can't be read, and are left out: was the pepper another?\n`;
  return `${lines.join('')}${'together'.padEnd(10)} ${people(total)}\n${spoiled}`;
}

/** The message as it will be read, in each language. */
function preview(petition: Petition, { texts }: AnnouncementText): string {
  return [...texts]
    .map(([locale, blocks]) => {
      const { body, buttons } = announcement(petition, locale, blocks, 'sample');
      const labels = buttons.map(({ label }) => `[${label}]`);
      return `\n--- ${locale} ---\n\n${plainText(body)}\n\n${labels.join(' ')}\n`;
    })
    .join('');
}

function outcome({ sent, gone, unknown, givenUp }: Told, { people: left }: Audience): string {
  const lines = [`Sent to ${people(sent)}.`];
  if (gone > 0) lines.push(`Not to be reached any more, and forgotten: ${people(gone)}.`);
  if (unknown > 0) lines.push(`Not known whether it arrived, and counted as told: ${people(unknown)}.`);
  for (const [channel, code] of givenUp) {
    lines.push(`${channel} was given up (${code}): npm run petition -- check looks closer.`);
  }
  if (left > 0) lines.push(`Still to be told: ${people(left)}. Run the same again to go on.`);
  return `${lines.join('\n')}\n`;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
