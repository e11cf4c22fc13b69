import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { type AnnouncementResult, type Announcing, announce, audienceOf } from '../channel/announce.js';
import type { Courier } from '../channel/courier.js';
import { type ConfiguredPlatform, configurePlatforms } from '../channel/platform.js';
import type { Conversation } from '../conversation/conversation.js';
import { dayOf } from '../day.js';
import { CommandError } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { loadPetition } from '../petition/load.js';
import type { Petition } from '../petition/petition.js';
import type { Ledger } from '../signatures/ledger.js';
import { LEASE_TIMES, type Lease, type Leases } from '../storage/leases.js';
import { type AnnouncementText, readAnnouncement } from './announcement-file.js';
import { alreadySent, beyondReach, outcome, people, plan, preview, reachOf } from './announcement-report.js';
import { confirmed } from './confirm.js';
import type { CommandContext } from './context.js';
import { interruptible } from './interruption.js';
import { placeFor, withLedger } from './open.js';
import { showProgress } from './progress.js';

/**
 * In UTF-16 code units. It fits one message on every platform, with its reason and markup, and people still read it.
 */
const MAX_TEXT = 3_000;

interface AnnounceOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** `petition announce`: sends news to people who asked for updates. */
export function announceCommand(context: CommandContext): Command {
  return new Command('announce')
    .summary('send news to people who asked for updates')
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
  const { petition: id } = place;
  const { organiser } = place.configuration;
  const platforms = configurePlatforms(context.platforms, io.env).configured.filter(({ courier }) => courier);
  if (platforms.length === 0) {
    throw new CommandError(
      'no platform is configured on which the bot may write to people first: set its variables in .env',
    );
  }
  const petition = loadPetition({ contentDir: CONTENT_DIR, petition: id, organiser });
  const longest = Math.min(MAX_TEXT, ...platforms.map(({ limits }) => limits.text));
  const text = await readAnnouncement(file, petition.locales, longest);
  await withLedger(place, io.now, async (ledger) => {
    await ledger.ready();
    const lease = await rightToSend(ledger.leases, io);
    try {
      const work = { context, petition, ledger, platforms, text, lease };
      await send(work, options);
    } finally {
      // A lease that can't be given back ends by itself. The error to report is the one that came before.
      await lease.release().catch(() => undefined);
    }
  });
}

/** Takes the job of sending. A process that was killed still has it for a few seconds: we wait for that. */
async function rightToSend(leases: Leases, io: CommandContext['io']): Promise<Lease> {
  for (let waited = 0; waited <= LEASE_TIMES.runsFor; waited += ASK_AGAIN_MS) {
    const lease = await leases.take('announce');
    if (lease !== null) return lease;
    if (waited === 0) io.complain('Another process was sending: waiting to see if it still does…\n');
    await wait(ASK_AGAIN_MS);
  }
  throw new CommandError('an announcement is being sent from elsewhere: wait until it has ended');
}

/** In milliseconds. */
const ASK_AGAIN_MS = 1_000;

interface Work {
  readonly context: CommandContext;
  readonly petition: Petition;
  readonly ledger: Ledger<Conversation>;
  readonly platforms: readonly ConfiguredPlatform[];
  readonly text: AnnouncementText;
  /** The right to send: without it another process may begin as well. */
  readonly lease: Lease;
}

async function send(work: Work, options: AnnounceOptions): Promise<void> {
  const { context, petition, ledger, platforms, text } = work;
  const { io, finish } = context;
  const today = dayOf(io.now());
  const channels = platforms.map(({ channel }) => channel);
  const last = await ledger.announcements.last();
  const before = await ledger.announcements.find(text.digest);
  const number = before?.number ?? (last?.number ?? 0) + 1;
  const announcing: Announcing = { petition, ledger, number };
  const audience = await audienceOf(announcing);
  const reach = reachOf(audience, channels);
  const finished = before?.finished ?? null;
  if (finished !== null && reach.people === 0) {
    io.write(alreadySent(finished, reach));
    if (reach.away.size > 0) finish(1);
    return;
  }
  if (before !== null && last !== null && last.number > before.number) {
    throw new CommandError(
      'a later announcement was begun since: people who did not get this one will not get it any more',
    );
  }
  io.write(plan(audience, reach));
  if (before !== null) io.write(`It was begun on ${before.begun}: these people have not got it yet.\n`);
  else if (last !== null && last.finished === null) {
    io.write(
      `The one before, begun on ${last.begun}, did not reach everybody, and will not once this one begins.\n`,
    );
  }
  if (options.dryRun) {
    io.write(preview(petition, text.texts));
    return;
  }
  if (reach.people === 0 && reach.away.size > 0) throw new CommandError(beyondReach(reach).join('\n'));
  const what = `This will be sent to ${people(reach.people)}, and can't be called back.`;
  if (!options.yes && !(await confirmed(context, petition.id, what))) return;
  if (!work.lease.isHeld())
    throw new CommandError(
      'nothing was sent: this machine slept too long at the question. Run the same again',
    );
  await ledger.announcements.begin(text.digest, today);
  await interruptible(async (interrupted) => {
    const told = await deliver(work, announcing, reach.people, interrupted);
    const left = reachOf(await audienceOf(announcing), channels);
    const cutShort = interrupted.aborted && left.people > 0;
    io.write(outcome(told, left, cutShort));
    // People on other platforms can still get it from another machine, or once their platform is configured here.
    if (left.people === 0) await ledger.announcements.finish(number, today);
    if (cutShort) finish(130);
    else if (left.people > 0 || left.away.size > 0) finish(1);
  });
}

/** Sends it, with a progress bar on a terminal. */
async function deliver(
  { petition, ledger, platforms, text, lease }: Work,
  announcing: Announcing,
  total: number,
  interrupted: AbortSignal,
): Promise<AnnouncementResult> {
  const signal = AbortSignal.any([interrupted, lease.lost]);
  const couriers = new Map<string, Courier>();
  for (const platform of platforms) {
    const courier = await platform.courier?.({ petition, memory: ledger.memory, signal });
    if (courier !== undefined) couriers.set(platform.channel, courier);
  }
  const bar = showProgress(total);
  try {
    return await announce(announcing, text.texts, couriers, {
      signal,
      onProgress: ({ sent, gone, unknown }) => bar.update(sent + gone + unknown),
    });
  } finally {
    bar.stop();
    await Promise.all([...couriers.values()].map((courier) => courier.close()));
  }
}
