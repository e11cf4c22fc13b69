import { CommandError } from '../explain.js';
import type { Collection, Obstacle, OpenedSignature } from '../signatures/export/collect.js';
import { omissionsIn } from '../signatures/export/omissions.js';
import type { Finding } from '../signatures/export/review.js';
import type { LostWording, Wordings } from '../signatures/export/wordings.js';
import type { Organiser } from '../signatures/organiser.js';
import { plural } from './words.js';

/** What an export wrote. */
export interface Written {
  readonly signatures: readonly OpenedSignature[];
  readonly preview: boolean;
  readonly wordings: Wordings;
  readonly formerElsewhere: number;
  readonly organiser: Organiser | null;
  readonly separate: boolean;
  readonly review: readonly Finding[] | null;
}

/** Tells the operator what the folder holds, and what to do with it. */
export function described(folder: string, written: Written): string {
  const { signatures, preview, wordings, formerElsewhere, organiser, separate, review } = written;
  const named = signatures.filter(({ name }) => name !== null).length;
  const former = wordings.wordings.filter(({ current }) => !current);
  const underFormer = former.reduce((sum, wording) => sum + wording.signatures.length, 0);
  const omitted = omissionsIn(signatures).reduce((sum, { names }) => sum + names, 0);
  const letters = plural(wordings.wordings.length, 'letter', 'letters');
  return [
    `${folder} holds ${plural(signatures.length, 'signature', 'signatures')}, ${named} with a name` +
      `${preview ? ' (of a preview: nothing in it counts in a campaign)' : ''}.`,
    ...(separate
      ? ['  cover.html        the cover', `  letter.….html     ${letters} with names, one file each`]
      : [`  letter.html       the cover and ${letters} with names`]),
    '                    to print, or to save as PDF, from any browser',
    '  signatures.csv    the names, for the recipient',
    '  signatures.json   what each agreed to, for you alone',
    ...(review === null ? [] : [`  review.csv        ${looked(review)}, for you alone`]),
    '  texts/            the words that were signed',
    ...(underFormer === 0
      ? []
      : [
          `${plural(underFormer, 'signature stands', 'signatures stand')} under former words, in ` +
            `${plural(former.length, 'letter of its own', 'letters of their own')}.`,
        ]),
    ...(formerElsewhere === 0
      ? []
      : [
          `${plural(formerElsewhere, 'signature', 'signatures')} under former words ${formerElsewhere === 1 ? 'is' : 'are'} left out (--only-current).`,
        ]),
    ...(omitted === 0
      ? []
      : [
          `${plural(omitted, 'name is', 'names are')} left out, and ${omitted === 1 ? 'its signature stays' : 'their signatures stay'} counted.`,
        ]),
    ...(organiser === null
      ? ['The cover names no organiser: set ORGANISER_NAME and ORGANISER_CONTACT and run it again.']
      : []),
    'Keep it where only you can open it, and delete it when the letter has been handed over.\n',
  ].join('\n');
}

function looked(review: readonly Finding[]): string {
  return plural(review.length, 'name to look at', 'names to look at');
}

/** Refuses to write a letter after names were erased. */
export function refuseErased({ unopened }: Collection): void {
  const erased = unopened.filter(({ obstacle }) => obstacle === 'erased').length;
  if (erased === 0) return;
  throw new CommandError(
    `${plural(erased, 'name has', 'names have')} been erased, as the privacy notice promises after delivery: no whole letter can be made ` +
      'any more. Nothing was written.',
  );
}

/** Refuses to write a letter without any signature. */
export function refuseNothing(collection: Collection): void {
  if (collection.signatures.length > 0) return;
  if (collection.unopened.length === 0) {
    throw new CommandError('there is no such signature: nothing was written');
  }
  throw new CommandError(
    [...unopenedOf(collection), 'No name could be opened: nothing was written.'].join('\n'),
  );
}

/** Refuses a platform without signatures: its name may be misspelt. */
export function refuseUnknown(wanted: readonly string[], { channels }: Collection): void {
  const unknown = wanted.filter((channel) => !channels.has(channel));
  if (unknown.length === 0 || channels.size === 0) return;
  throw new CommandError(
    `--channel: no signature is of ${unknown.join(', ')}, there are ${[...channels].sort().join(', ')}. Nothing was written.`,
  );
}

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  unreadable: 'was written by an earlier or later version of this program, or tampered with',
  'key-missing': 'its data key is missing',
  'key-closed': 'its data key was not wrapped to this identity',
  'name-closed':
    'its name does not open: it, or what was agreed to, was changed after it was signed, or belongs elsewhere',
  erased: 'its name has been erased',
};

/** Says which signatures could not be opened, and why. */
export function unopenedOf({ unopened }: Collection): string[] {
  if (unopened.length === 0) return [];
  return [
    ...unopened.map(
      ({ pseudonym, obstacle, dataKey }) =>
        `signature ${pseudonym}… (key ${dataKey}): ${OBSTACLES[obstacle]}`,
    ),
    `${plural(unopened.length, 'signature could not be opened and is', 'signatures could not be opened and are')} not in the letter.`,
  ];
}

/** @param text a text whose words in this version we don't have: `privacy (en) 3f2a…` */
export function missingText(text: string): string {
  return `the words of ${text} are not kept as they were signed: they are not in texts/`;
}

/** Says that the letter of some names is lost. */
export function lostText({ code, signatures }: LostWording): string {
  return (
    `${plural(signatures, 'signature is', 'signatures are')} of a letter whose words are not kept (${code}): ` +
    `${signatures === 1 ? 'it stands' : 'they stand'} in no letter and not in the CSV, only in signatures.json. An older backup may have the words.`
  );
}
