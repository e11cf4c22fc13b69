import { z } from 'zod';

/** What a bot's process tells the test, one line of JSON each. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), url: z.string() }),
  z.strictObject({ kind: z.literal('log'), line: z.string() }),
  z.strictObject({ kind: z.literal('ended'), why: z.string() }),
  /** A person saw the thanks: from here on the signature may not be lost. */
  z.strictObject({ kind: z.literal('thanked'), person: z.number() }),
  /** A person was told that it is not confirmed. */
  z.strictObject({ kind: z.literal('unconfirmed'), person: z.number() }),
  /** A person got the apology: something else than the database failed. */
  z.strictObject({ kind: z.literal('apology'), person: z.number() }),
  /** The answer to a command that the test had a person give. */
  z.strictObject({ kind: z.literal('told'), person: z.number(), command: z.string(), text: z.string() }),
  /** All people of an order have signed, or were told to stop. */
  z.strictObject({ kind: z.literal('done') }),
]);
export type Report = z.infer<typeof reportSchema>;

/** What the test tells the crowd, one line of JSON each. */
export const orderSchema = z.discriminatedUnion('do', [
  /** People walk to their signature, so many at the same time. */
  z.strictObject({ do: z.literal('sign'), from: z.number(), to: z.number(), lanes: z.number() }),
  /** People who have not begun stay at home; those on their way go on to the end. */
  z.strictObject({ do: z.literal('stop') }),
  /** A person gives a command, and then presses the first button so many times. */
  z.strictObject({
    do: z.literal('command'),
    person: z.number(),
    command: z.enum(['mydata', 'withdraw']),
    presses: z.number(),
  }),
]);
export type Order = z.infer<typeof orderSchema>;

/** A pipe is written at once: what was reported before a `kill -9` has been reported. */
export function say(report: Report): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
