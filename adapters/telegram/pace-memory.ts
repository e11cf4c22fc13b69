import type { Logger } from 'pino';
import { z } from 'zod';
import { causeOf } from '../../src/log.js';
import type { Memory } from '../../src/signatures/memory.js';
import { createPacer, type Learned, type PaceOptions, type Pacer } from './pacer.js';

const NAME = 'telegram-pace';

const learnedSchema = z.object({
  rate: z.number().positive(),
  ceiling: z.number().positive(),
  pauseMs: z.number().positive(),
  heldUntil: z.number(),
});

/** A pacer that remembers over a restart what Telegram's refusals taught it, and how long it asked us to wait. */
export function openPacer(
  options: PaceOptions,
  memory: Memory,
  log: Logger,
): { readonly pacer: Pacer; readonly recall: () => Promise<void> } {
  let recalled = false;
  const pacer = createPacer(options, (learned) => {
    log.warn({ channel: 'telegram', ...rounded(learned) }, 'Telegram asked the whole bot to wait');
    // Without it, the next process learns from the beginning.
    memory.keep(NAME, learned).catch(failed);
  });

  function failed(error: unknown): void {
    log.warn({ channel: 'telegram', ...causeOf(error) }, 'the pace of sending could not be kept or recalled');
  }

  return {
    pacer,
    async recall() {
      if (recalled) return;
      try {
        const kept = learnedSchema.safeParse(await memory.recall(NAME));
        if (kept.success) pacer.resume(kept.data);
        recalled = true;
      } catch (error) {
        failed(error);
      }
    },
  };
}

function rounded({ rate, ceiling, pauseMs }: Learned): Readonly<Record<string, number>> {
  return { rate: Math.round(rate), ceiling: Math.round(ceiling), seconds: Math.ceil(pauseMs / 1_000) };
}
