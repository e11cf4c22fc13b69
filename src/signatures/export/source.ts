import { z } from 'zod';
import type { KeptText } from '../texts.js';

/** A signature's row, as far as the export looks at it. */
export const storedSignatureSchema = z.object({
  key: z.string(),
  value: z.string(),
  receipt_key: z.string(),
  data_key: z.string(),
  channel: z.string(),
  /** In which they signed. */
  locale: z.string(),
  status: z.enum(['counted', 'set-aside']),
});
export type StoredSignature = z.infer<typeof storedSignatureSchema>;
export type Status = StoredSignature['status'];

/** Where signatures are read from: a database, or a backup of one. Neither needs the pepper. */
export interface SignatureSource {
  /** The petition's id. */
  readonly petition: string;
  readonly preview: boolean;
  /** Hands over every signature, some at a time. */
  read(take: (rows: readonly StoredSignature[]) => Promise<void>): Promise<void>;
  /** The wrapped data keys by id: all of them, or at least those of these ids that are there. */
  wrappedKeys(ids?: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Which of these signatures still stand, with the same status, by their receipts' keys. */
  standing(rows: readonly Standing[]): Promise<ReadonlySet<string>>;
  /** Every text that was ever there to be signed. */
  texts(): Promise<readonly KeptText[]>;
}

/** What tells one signature from a later one of the same person: another signature has another receipt. */
export interface Standing {
  readonly receiptKey: string;
  readonly status: Status;
}
