import { createHash } from 'node:crypto';
import type { ContentFolder } from './content-folder.js';
import type { Locale } from './formats.js';
import { type ImageFacts, imageFacts } from './image-facts.js';
import { isolated } from './isolate.js';
import type { ProblemInFile } from './problems.js';
import type { Settings } from './settings.js';

/** A picture of the case, on the page and on cards. */
export interface PetitionPicture extends Pick<ImageFacts, 'type' | 'width' | 'height'> {
  readonly bytes: Uint8Array;
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
  /** Who made it. */
  readonly credit: string;
  /** On what terms it is used. */
  readonly licence: string;
  /** What it shows, for people who don't see it, in each of the petition's languages. */
  readonly alt: Readonly<Record<Locale, string>>;
}

/** Credit and licence, which stand beside the picture wherever it is shown. */
export function creditOf({ credit, licence }: Pick<PetitionPicture, 'credit' | 'licence'>): string {
  return `${isolated(credit)} · ${isolated(licence)}`;
}

/** Everybody loads the picture, also with a slow phone. */
const MAX_KB = 300;
/** With fewer, a card is not sharp; more make no difference. */
const MIN_PIXELS = 400;
const MAX_PIXELS = 2400;

/**
 * Reads and checks the picture that the settings name. Reports problems to the folder, and gives null for them.
 * @param petition the petition's folder
 */
export function readPicture(
  folder: ContentFolder,
  petition: string,
  { file, credit, licence, alt }: NonNullable<Settings['picture']>,
): PetitionPicture | null {
  const path = `${petition}/${file}`;
  const bytes = folder.bytes(path, 'put the picture there, or take `picture` out of petition.yaml');
  if (bytes === null) return null;
  const facts = imageFacts(bytes);
  if (facts === null) {
    const problem = 'this is no JPEG or PNG, or it is cut short';
    folder.report(path, { problem, remedy: 'save the picture as one of the two' });
    return null;
  }
  const problems = unfit(bytes, facts);
  folder.report(path, ...problems);
  if (problems.length > 0) return null;
  const { type, width, height } = facts;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { bytes, type, width, height, hash, credit, licence, alt };
}

function unfit(bytes: Uint8Array, { width, height, hasMetadata }: ImageFacts): ProblemInFile[] {
  const kilobytes = Math.ceil(bytes.length / 1024);
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return [
    ...(kilobytes > MAX_KB
      ? [
          {
            problem: `the picture has ${kilobytes} KB`,
            remedy: `make it smaller: ${MAX_KB} or less; as a JPEG, photos are smallest`,
          },
        ]
      : []),
    ...(short < MIN_PIXELS || long > MAX_PIXELS
      ? [
          {
            problem: `the picture has ${width} × ${height} pixels`,
            remedy: `give each side ${MIN_PIXELS} to ${MAX_PIXELS}`,
          },
        ]
      : []),
    ...(hasMetadata
      ? [
          {
            problem: 'the picture has metadata, which can say where, when and by whom it was taken',
            remedy: 'take them out: exiftool -all= does that, and so does saving it in most programs',
          },
        ]
      : []),
  ];
}
