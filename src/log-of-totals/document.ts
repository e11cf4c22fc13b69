import { z } from 'zod';

/** The whole log and the number that it is about: what `GET /log/entries` answers. */
export const logDocumentSchema = z.object({
  petition: z.string(),
  /** The log's public key. */
  key: z.string(),
  /** The signed head. */
  checkpoint: z.string(),
  /** The lines of the entries. Each is a leaf of the tree. */
  entries: z.array(z.string()).readonly(),
  /** The total that the public sees now. */
  total: z.object({
    total: z.int(),
    signatures: z.int(),
    offset: z.int(),
    asOf: z.iso.datetime(),
  }),
  /** By how many signatures the number has changed since the last day of the entries. */
  since: z.int(),
});
export type LogDocument = z.infer<typeof logDocumentSchema>;
