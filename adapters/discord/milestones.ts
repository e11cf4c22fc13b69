import { createHash } from 'node:crypto';
import { MessageFlags, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { pause } from '../../src/channel/kit/pause.js';
import { causeOf } from '../../src/log.js';
import { milestonePost } from './card.js';
import { isBeyondReach, retryAfterMs } from './failure.js';
import { laterRequest } from './retry.js';
import type { ServerCounts } from './server-counts.js';

/** Where a server's posts appear. */
export interface MilestonePlace {
  readonly guildId: string;
  readonly channelId: string;
  readonly locale: string;
}

/** The posts in servers that say how many people signed through them. A server has none until it switches them on. */
export interface Milestones {
  /** Only what comes from now on is posted. Rejects if the database can't be written. */
  switchOn(place: MilestonePlace): Promise<void>;
  /** Rejects if the database can't be written. */
  switchOff(guildId: string): Promise<void>;
  /**
   * Posts until the signal aborts. Never rejects.
   * @param isHeld whether this process still holds the lease; asked before every post
   */
  run(signal: AbortSignal, isHeld: () => boolean): Promise<void>;
}

export interface MilestonesOptions {
  readonly context: Pick<AdapterContext, 'petition' | 'memory' | 'status' | 'log'>;
  /** The petition's name, where the bot has several. */
  readonly named?: string | undefined;
  readonly serverCounts: ServerCounts;
  /** Makes requests as the bot, with its token set. */
  readonly rest: () => REST;
  /** Whether the bot is connected. If not, Discord would refuse requests. */
  readonly connected: () => boolean;
  /** The pause between two looks at the numbers, in milliseconds. */
  readonly between: number;
}

/** In characters: https://docs.discord.com/developers/resources/message#create-message */
const MAX_NONCE = 25;

const NOTE = 'discord-milestones';
const id = z.string().regex(/^\d{1,20}$/);
/** By server: where to post, and the milestone up to which everything is posted. */
const noteSchema = z.record(id, z.object({ channelId: id, locale: z.string(), upTo: z.number() }));

/**
 * The last milestone at a count: always a multiple of ten, and 0 below ten, so that no post is about a single person.
 * Every ten up to a hundred, then every 50, from a thousand on every 500, and so on.
 */
export function milestoneAt(count: number): number {
  const step = Math.max(10, 10 ** String(Math.floor(count)).length / 20);
  return Math.floor(count / step) * step;
}

/** Discord takes a message for the same as one with the same nonce: two petitions may reach the same number at once. */
function nonceOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, MAX_NONCE);
}

/** Posts milestones, each once, over restarts and whichever process does it. */
export function createMilestones(options: MilestonesOptions): Milestones {
  const { petition, memory, log } = options.context;
  const { serverCounts } = options;

  async function switchOff(guildId: string): Promise<void> {
    await memory.revise(NOTE, (kept) => {
      const { [guildId]: _, ...others } = noteSchema.parse(kept ?? {});
      return others;
    });
  }

  /**
   * Marks a milestone as posted; null if another process did, or if the server has switched the posts off. It is marked
   * before it is posted: if this process dies in between, nobody posts it, which is better than twice.
   */
  async function claim(guildId: string, milestone: number): Promise<MilestonePlace | null> {
    let claimed: MilestonePlace | null = null;
    await memory.revise(NOTE, (kept) => {
      const note = noteSchema.parse(kept ?? {});
      const server = note[guildId];
      claimed = null;
      if (server === undefined || server.upTo >= milestone) return note;
      claimed = { guildId, channelId: server.channelId, locale: server.locale };
      return { ...note, [guildId]: { ...server, upTo: milestone } };
    });
    return claimed;
  }

  /** A milestone that was certainly not posted is posted later. */
  async function giveBack(guildId: string, milestone: number, before: number): Promise<void> {
    await memory.revise(NOTE, (kept) => {
      const note = noteSchema.parse(kept ?? {});
      const server = note[guildId];
      return server?.upTo === milestone ? { ...note, [guildId]: { ...server, upTo: before } } : note;
    });
  }

  async function post(guildId: string, milestone: number, before: number): Promise<void> {
    const place = await claim(guildId, milestone);
    if (place === null) return;
    const texts = petition.texts(petition.negotiate([place.locale]));
    const body = {
      components: milestonePost(texts, await options.context.status.orLastKnown(), milestone, options.named),
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [] },
      // If an answer is lost and the request is made again, Discord makes no second message.
      nonce: nonceOf(petition.id, guildId, milestone),
      enforce_nonce: true,
    };
    try {
      await laterRequest(() => options.rest().post(Routes.channelMessages(place.channelId), { body }));
    } catch (error) {
      if (isBeyondReach(error)) {
        log.warn(causeOf(error), 'the bot may not write in a channel: its milestone posts are switched off');
        return switchOff(guildId);
      }
      log.warn(causeOf(error), 'a milestone could not be posted');
      if (retryAfterMs(error) > 0) await giveBack(guildId, milestone, before);
    }
  }

  /** Posts what is due; only the last milestone of a server, if it has passed several. */
  async function look(isHeld: () => boolean): Promise<void> {
    const note = noteSchema.parse((await memory.recall(NOTE)) ?? {});
    const servers = Object.entries(note);
    if (servers.length === 0 || (await options.context.status.read()).phase !== 'open') return;
    for (const [guildId, { upTo }] of servers) {
      const milestone = milestoneAt(await serverCounts.read(guildId));
      if (!isHeld()) return;
      if (milestone > upTo) await post(guildId, milestone, upTo);
    }
  }

  return {
    async switchOn({ guildId, channelId, locale }) {
      const now = milestoneAt(await serverCounts.read(guildId));
      await memory.revise(NOTE, (kept) => {
        const note = noteSchema.parse(kept ?? {});
        const upTo = Math.max(note[guildId]?.upTo ?? 0, now);
        return { ...note, [guildId]: { channelId, locale, upTo } };
      });
    },
    switchOff,
    async run(signal, isHeld) {
      while (!signal.aborted) {
        await pause(options.between, signal);
        if (signal.aborted || !options.connected()) continue;
        await look(isHeld).catch((error: unknown) => {
          log.warn(causeOf(error), 'milestones could not be posted');
        });
      }
    },
  };
}
