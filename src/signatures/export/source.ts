import { z } from 'zod';
import type { Day } from '../../day.js';
import type { Organiser } from '../organiser.js';
import type { KeptText } from '../texts.js';

/** The columns of a signature's row that the export needs. */
export const storedSignatureSchema = z.object({
  key: z.string(),
  value: z.string(),
  receipt_key: z.string(),
  data_key: z.string(),
  channel: z.string(),
  /** The language in which the person signed. */
  locale: z.string(),
  status: z.enum(['counted', 'set-aside']),
});
export type StoredSignature = z.infer<typeof storedSignatureSchema>;
export type Status = StoredSignature['status'];

/** A text, with the first day on which people may have seen it; null if that is not known. */
export interface StoredText extends KeptText {
  readonly firstShown: Day | null;
}

/** A source of signatures: a database or a backup. Neither needs the pepper. */
export interface SignatureSource {
  /** The petition's id. */
  readonly petition: string;
  readonly preview: boolean;
  /** Passes on all signatures, page by page. */
  read(take: (rows: readonly StoredSignature[]) => Promise<void>): Promise<void>;
  /** The wrapped data keys by id: all, or at least those with the given ids. */
  wrappedKeys(ids?: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The receipt keys of those signatures that still exist with the same status. */
  stillThere(rows: readonly SignatureId[]): Promise<ReadonlySet<string>>;
  /** Every stored text. */
  texts(): Promise<readonly StoredText[]>;
  /** The organiser whom the bot named when it last started; null if it never stored one. */
  organiser(): Promise<Organiser | null>;
}

/** Identifies one signature. A later signature of the same person has another receipt. */
export interface SignatureId {
  readonly receiptKey: string;
  readonly status: Status;
}
