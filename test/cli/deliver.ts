import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signedTexts } from '../../src/campaign.js';
import type { Environment } from '../../src/config.js';
import { CONTENT_DIR } from '../../src/paths.js';
import type { NewEvidence, Shown } from '../../src/petition/evidence.js';
import { loadPetition } from '../../src/petition/load.js';
import type { SignedTextName } from '../../src/petition/petition.js';
import { makeKeys } from '../../src/signatures/keys.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import type { Person } from '../../src/signatures/person.js';
import type { KeptText } from '../../src/signatures/texts.js';
import { day } from '../support/day.js';
import { act, person, signing, type Talk, TODAY } from '../support/people.js';
import { closed, copied, withLedger } from './campaign.js';
import { campaign, type Place, type Places } from './support.js';

/* Campaign whose names can be opened: the identity of their recipients is known here. */

export const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });

/** The letter of a language in other words: the former letter of a number. */
export function formerLetter(locale: string, number: number): KeptText {
  const words = `${petition.texts(locale).signed.letter.source}\n\nP. S. ${number}`;
  return { name: 'letter', locale, version: createHash('sha256').update(words).digest('hex'), words };
}

/**
 * What somebody agreed to in one of the petition's languages.
 * @param former the number of the former letter that was shown; 0 for the current one
 */
export function agreedIn(locale: string, former = 0): NewEvidence {
  const shown = (name: SignedTextName): Shown => ({
    locale,
    version:
      name === 'letter' && former > 0
        ? formerLetter(locale, former).version
        : petition.texts(locale).signed[name].version,
  });
  return {
    texts: {
      demands: shown('demands'),
      letter: shown('letter'),
      notice: shown('notice'),
      privacy: shown('privacy'),
      consent: shown('consent'),
    },
    petition: { day: TODAY, button: 'consent.agree' },
    name: { day: TODAY },
  };
}

export interface Signer {
  /** Null: without a name. */
  readonly name: string | null;
  readonly locale?: string;
  readonly channel?: string;
  /** The number of the former letter that was shown; 0, the default, for the current one. */
  readonly former?: number;
}

/** Signs as somebody of this number. */
export async function signAs(
  ledger: Ledger<Talk>,
  number: number,
  { name, locale = 'en', channel = 'telegram', former = 0 }: Signer,
): Promise<Person> {
  const who = person(number, channel);
  const button = name === null ? 'name.anonymous' : 'name.typed';
  await act(ledger, who, () => signing({ name, button, locale, evidence: agreedIn(locale, former) }));
  return who;
}

/** A campaign, and the file of the identity that opens its names. */
interface Signed {
  readonly env: Environment;
  readonly identity: string;
}

/** The campaigns of a test file that its tests get copies of: by place and signers. */
const originals = new WeakMap<Places, Map<string, Promise<Signed>>>();

/** Campaign in which these people signed: a copy for each test. */
export async function signedBy(places: Places, place: Place, signers: readonly Signer[]): Promise<Signed> {
  const ofFile = originals.get(places) ?? new Map<string, Promise<Signed>>();
  originals.set(places, ofFile);
  const key = JSON.stringify([place, signers]);
  const original = ofFile.get(key) ?? signed(places, place, signers);
  ofFile.set(key, original);
  const { env, identity } = await original;
  return { env: await copied(places, env), identity };
}

/** Makes a campaign; nobody has its database open afterwards. */
async function signed(places: Places, place: Place, signers: readonly Signer[]): Promise<Signed> {
  const { identity, recipient } = await makeKeys();
  const env = { ...(await campaign()), ...(await places.prepared(place)), SEAL_RECIPIENTS: recipient };
  await withLedger(env, async (ledger) => {
    await ledger.keepTexts(signedTexts(petition), TODAY);
    for (const former of new Set(signers.flatMap(({ former }) => former || []))) {
      const letters = petition.locales.map((locale) => formerLetter(locale, former));
      await ledger.keepTexts(letters, day(`2026-0${former}-01`));
    }
    // As many at once as a busy hour has.
    for (let from = 0; from < signers.length; from += 500) {
      await Promise.all(
        signers.slice(from, from + 500).map((signer, index) => signAs(ledger, from + index, signer)),
      );
    }
  });
  await closed(env);
  return { env, identity: await identityFile(places, identity) };
}

/** Writes identities into a file of their own. */
export async function identityFile(places: Places, ...lines: readonly string[]): Promise<string> {
  const folder = places.folder();
  await mkdir(folder);
  const file = join(folder, 'identity.txt');
  await writeFile(file, `# a comment\n${lines.join('\n')}\n`);
  await chmod(file, 0o600);
  return file;
}

/** What an export folder says. */
export interface ReadExport {
  readonly letter: string;
  /** The names in the letter's list. */
  readonly listed: readonly string[];
  /** The cells of the CSV, without its head. */
  readonly rows: readonly (readonly string[])[];
  readonly json: {
    readonly petition: string;
    readonly preview: boolean;
    readonly counts: unknown;
    readonly letters: readonly unknown[];
    readonly lostLetters: readonly unknown[];
    readonly omitted: readonly unknown[];
    readonly formerElsewhere: number;
    readonly texts: readonly { readonly version: string; readonly file: string }[];
    readonly signatures: readonly {
      readonly name: string | null;
      readonly locale: string;
      readonly channel: string;
      readonly status: string;
      readonly day: string;
      readonly evidence: unknown;
    }[];
  };
}

export async function readExport(folder: string): Promise<ReadExport> {
  const [letter, csv, json] = await Promise.all(
    ['letter.html', 'signatures.csv', 'signatures.json'].map((file) => readFile(join(folder, file), 'utf8')),
  );
  if (letter === undefined || csv === undefined || json === undefined) throw new Error('three files');
  const listed = [...letter.matchAll(/<li><bdi>(.*?)<\/bdi><\/li>/g)].map(([, name]) =>
    unescaped(name ?? ''),
  );
  return { letter, listed, rows: cellsOf(csv).slice(1), json: JSON.parse(json) };
}

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Reads CSV all of whose cells are quoted, as RFC 4180 has it; throws for anything else. */
function cellsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  cell.lastIndex = csv.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const [, text, end] = cell.exec(csv) ?? [];
    if (text === undefined) throw new Error(`no quoted cell at ${at}`);
    lines.at(-1)?.push(text.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  lines.pop();
  return lines;
}
