import { ChannelType } from 'discord.js';
import { z } from 'zod';
import { BoundedMap } from '../../src/channel/kit/bounded.js';

/** How many taps in threads we remember: more than are handled at once. */
const REMEMBERED = 10_000;

const tapSchema = z.object({
  t: z.literal('INTERACTION_CREATE'),
  d: z.object({
    id: z.string(),
    channel: z.object({
      type: z.union([
        z.literal(ChannelType.PublicThread),
        z.literal(ChannelType.PrivateThread),
        z.literal(ChannelType.AnnouncementThread),
      ]),
    }),
  }),
});

/**
 * Which taps were made in a thread. In threads other permissions apply. Discord tells the kind of channel with each tap,
 * but discord.js keeps it only for channels that it knows, and without intents it knows none.
 */
export class Threads {
  readonly #taps = new BoundedMap<string, true>(REMEMBERED);

  /** Looks at an event as it came from the gateway, before discord.js handles it. */
  see(packet: unknown): void {
    const tap = tapSchema.safeParse(packet);
    if (tap.success) this.#taps.set(tap.data.d.id, true);
  }

  /** Whether a tap was made in a thread. */
  has(tapId: string): boolean {
    return this.#taps.has(tapId);
  }
}
