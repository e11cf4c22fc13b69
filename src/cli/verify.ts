import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { z } from 'zod';
import { dayOf } from '../day.js';
import { CommandError } from '../explain.js';
import { openCheckpoint } from '../log-of-totals/checkpoint.js';
import { type LogDocument, logDocumentSchema } from '../log-of-totals/document.js';
import { isConsistent } from '../log-of-totals/merkle.js';
import { parseNoteKey } from '../log-of-totals/signed-note.js';
import { CHECKS, type Finding, type Kept, verifyLog } from '../log-of-totals/verify.js';
import type { CommandContext } from './context.js';

interface VerifyOptions {
  readonly kept?: string;
  readonly key?: string;
  readonly save?: string;
}

/** `petition verify URL|FILE`: checks a public log of a total. */
export function verifyCommand(context: CommandContext): Command {
  return new Command('verify')
    .summary('check a public log of a total')
    .description(
      'Checks the log that a petition publishes at /log: that its head is signed, that its entries are those whose ' +
        'head was signed, that no day is left out, that every total follows from the one before, and that the total ' +
        'shown follows from the log. With --kept also that it still begins with what you kept from before. It needs ' +
        'no settings and no database. Exit code 1 where anything is wrong.',
    )
    .argument(
      '<url-or-file>',
      'the address of the petition or of its log, or a file with what /log/entries answered',
    )
    .option('--kept <file>', 'what you kept from before: the answer of /log/entries, or of /log/checkpoint')
    .option('--key <key>', 'the public key of the log, from another place than the log itself')
    .option('--save <file>', 'if all is well, keeps the log in this file for the next check')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- verify https://petition.example.org --save log.json\n' +
        '  npm run petition -- verify https://petition.example.org --kept log.json --save log.json\n' +
        '  npm run petition -- verify log.json\n',
    )
    .action((place: string, options: VerifyOptions) => verify(context, place, options));
}

async function verify({ io, finish }: CommandContext, place: string, options: VerifyOptions): Promise<void> {
  const online = /^https?:\/\//.test(place);
  const kept = options.kept === undefined ? null : await readKept(options.kept);
  const read = online ? await readSite(place) : { document: await readLogDocument(place), findings: [] };
  const { document } = read;
  const findings = [
    ...verifyLog(document, {
      key: options.key ?? null,
      kept,
      today: online ? dayOf(io.now()) : null,
    }),
    ...read.findings,
    ...(online && kept !== null ? await checkProof(place, document, kept) : []),
  ].toSorted((one, other) => CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check));
  for (const { ok, check, message } of findings) {
    const line = `${ok ? '✓' : '✗'} ${check.padEnd(10)} ${message}\n`;
    if (ok) io.write(line);
    else io.complain(line);
  }
  if (findings.some(({ ok }) => !ok)) {
    io.complain('The log did not pass: see the lines that begin with ✗.\n');
    finish(1);
    return;
  }
  if (options.save !== undefined) await writeFile(options.save, `${JSON.stringify(document)}\n`);
  io.write('All is well.\n');
}

/** Reads what `/log/entries` answered. @throws CommandError */
export async function readLogDocument(file: string): Promise<LogDocument> {
  const document = parseDocument(await readFile(file, 'utf8'));
  if (document === null) throw new CommandError(`${file} is not what /log/entries answers`);
  return document;
}

/** A whole log, or a head alone. */
async function readKept(file: string): Promise<Kept> {
  const text = await readFile(file, 'utf8');
  return parseDocument(text) ?? { checkpoint: text };
}

function parseDocument(text: string): LogDocument | null {
  try {
    return logDocumentSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** We give up on a server that takes longer. */
const ANSWER_MS = 30_000;

/** The longest answer that we read: a century of days. */
const MAX_BYTES = 16_000_000;

async function ask(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(
    (error: unknown) => {
      throw new CommandError(`${address} does not answer`, { cause: error });
    },
  );
  if (response.status === 404) throw new CommandError(`${address}: there is no such log (404)`);
  if (!response.ok) throw new CommandError(`${address} answers with ${response.status}: try again later`);
  const text = await response.text();
  if (text.length > MAX_BYTES) throw new CommandError(`${address} answers with more than a log can be`);
  return text;
}

/** The addresses of a petition's log and of its number, from any of its pages. */
export function addressesOf(place: string): { readonly log: string; readonly total: string } {
  const { origin, pathname } = new URL(place);
  const base = pathname.replace(/\/(log(\/.*)?)?$/, '');
  const [, before, petition] = /^(.*)\/p\/([^/]+)$/.exec(base) ?? [];
  const total = petition === undefined ? `${base}/api/total` : `${before}/api/${petition}/total`;
  return { log: `${origin}${base}/log`, total: origin + total };
}

const totalSchema = z.object({ total: z.int(), asOf: z.string() });

/** Public numbers move once a minute, but not at the same moment in each process of the bot. */
const ATTEMPTS = 5;
const PAUSE_MS = 15_000;

/** A second reading tells a head that was signed just now from a wrong one. */
const HEAD_ATTEMPTS = 2;

/**
 * Reads a log and what the site says elsewhere: its head, and the total that its page shows. While the number moves, the
 * total is read before and after the log, and again.
 */
async function readSite(
  place: string,
): Promise<{ readonly document: LogDocument; readonly findings: readonly Finding[] }> {
  const { log, total } = addressesOf(place);
  const shown = async () => totalSchema.parse(JSON.parse(await ask(total)));
  for (let attempt = 1; ; attempt += 1) {
    const before = await shown();
    const document = parseDocument(await ask(`${log}/entries`));
    if (document === null) throw new CommandError(`${log}/entries is not a log`);
    const checkpoint = await ask(`${log}/checkpoint`);
    const after = await shown();
    const { total: logged, asOf } = document.total;
    const totals = [before.total, after.total];
    const same = logged >= Math.min(...totals) && logged <= Math.max(...totals);
    // Where the log's number was read between the two others, it must lie between them.
    const isDecided = same || (before.asOf <= asOf && asOf <= after.asOf);
    const isSettled = checkpoint === document.checkpoint || attempt >= HEAD_ATTEMPTS;
    if ((isDecided && isSettled) || attempt === ATTEMPTS) {
      return { document, findings: disagreements(document, after.total, same, checkpoint) };
    }
    if (!isDecided) await wait(PAUSE_MS);
  }
}

function disagreements(
  { total, checkpoint }: LogDocument,
  shown: number,
  same: boolean,
  head: string,
): readonly Finding[] {
  return [
    ...(head === checkpoint
      ? []
      : [
          {
            check: 'signature' as const,
            ok: false,
            message: '/log/checkpoint and /log/entries have different heads',
          },
        ]),
    ...(same
      ? []
      : [
          {
            check: 'total' as const,
            ok: false,
            message: `the page shows a total of ${shown}, the log one of ${total.total}`,
          },
        ]),
  ];
}

const proofSchema = z.object({ consistency: z.array(z.base64()) });

/** Asks the server to prove that its log begins with the head that the reader kept. */
async function checkProof(place: string, document: LogDocument, kept: Kept): Promise<readonly Finding[]> {
  const key = parseNoteKey(document.key);
  const before = key === null ? null : openCheckpoint(kept.checkpoint, key);
  const now = key === null ? null : openCheckpoint(document.checkpoint, key);
  if (before === null || now === null || before.size < 1 || before.size > now.size) return [];
  const { log } = addressesOf(place);
  const answer = await ask(`${log}/proof?first=${before.size}&second=${now.size}`);
  const { consistency } = proofSchema.parse(JSON.parse(answer));
  const ok = isConsistent(
    before,
    now,
    consistency.map((hash) => Buffer.from(hash, 'base64')),
  );
  const message = ok ? 'the proof of the server holds' : 'the proof of the server does not hold';
  return [{ check: 'kept', ok, message }];
}
