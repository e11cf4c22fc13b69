import type { Logger } from 'pino';
import { z } from 'zod';
import { type BackoffOptions, createBackoff } from '../../src/channel/kit/backoff.js';
import { pause } from '../../src/channel/kit/pause.js';
import { DAY_MS } from '../../src/day.js';
import type { Call } from './api.js';
import type { Batch } from './converse.js';
import { type Failure, failureOf, UNREADABLE, WEBHOOK_ACTIVE } from './failure.js';
import type { Acknowledgement, Intake } from './intake.js';
import { handledUpdates } from './limits.js';

/** How long Telegram holds back an empty answer; it allows up to 50 s. */
const LONG_POLL_SECONDS = 30;

/** The most updates that Telegram gives at once. */
const BATCH = 100;

/**
 * After a week without updates, Telegram's numbering starts at another number:
 * https://core.telegram.org/bots/api#update
 */
const QUIET_MS = 6 * DAY_MS;

/** The last confirmation must not delay the end of the process. */
const CONFIRM_MS = 1_000;

/** Telegram answered with no new updates before its timeout: pause, so that we don't spin. */
const AT_ONCE_MS = 500;
const IDLE_MS = 1_000;

export interface PollingOptions {
  readonly call: Call;
  readonly intake: Intake;
  readonly acknowledge: (acknowledgement: Acknowledgement) => Promise<void>;
  /** Removes a webhook that prevents polling. @throws errors of the call */
  readonly dropWebhook: (options: { readonly signal: AbortSignal }) => Promise<void>;
  /** Called after every request: null if it went well, else the code of the problem. */
  readonly onState: (code: string | null) => void;
  /** Whether inline mode is on. */
  readonly inline: boolean;
  readonly backoff: BackoffOptions;
  readonly log: Logger;
  /**
   * Whether this process still holds the lease; asked before every request, and before updates are handled.
   */
  readonly isHeld: () => boolean;
}

/** Each update is parsed on its own: an unreadable one must not block the others. */
const batchSchema = z.array(z.unknown());
const updateSchema = z.looseObject({ update_id: z.number().int() });
type Update = z.infer<typeof updateSchema>;

/**
 * Fetches updates until the signal aborts. It confirms an update only when it is saved and answered (or its
 * answer has been on its way long enough). telegraf's own loop would confirm a batch before handling it. All
 * failures of Telegram are retried. Returns when everything fetched is handled.
 */
export async function poll(options: PollingOptions, signal: AbortSignal): Promise<void> {
  const { call, isHeld, onState, log } = options;
  const backoff = createBackoff(options.backoff);
  /** Updates that are done but can't be confirmed yet, because an earlier one is not done. */
  const done = new Set<number>();
  let offset = 0;
  let lastUpdateAt = Date.now();

  while (!signal.aborted && isHeld()) {
    let updates: readonly Update[];
    const askedAt = performance.now();
    if (Date.now() - lastUpdateAt > QUIET_MS) offset = 0;
    try {
      const payload = {
        offset,
        limit: BATCH,
        timeout: LONG_POLL_SECONDS,
        allowed_updates: handledUpdates(options.inline),
      };
      const timeoutMs = (LONG_POLL_SECONDS + 10) * 1_000;
      updates = read(batchSchema.parse(await call('getUpdates', payload, { timeoutMs, signal })));
      // We drop this batch: Telegram redelivers it, to this process or to the lease's next holder.
      if (signal.aborted || !isHeld()) break;
      onState(null);
    } catch (error) {
      if (signal.aborted) break;
      const failure = pollFailureOf(error);
      if (failure.code === WEBHOOK_ACTIVE) await clearTheWay();
      await waitOut(failure);
      continue;
    }
    if (updates.length > 0) lastUpdateAt = Date.now();
    const fresh = updates.filter(({ update_id }) => !done.has(update_id));
    const emptyAtOnce = fresh.length === 0 && performance.now() - askedAt < AT_ONCE_MS;
    const again = await handle(fresh);
    for (const { update_id } of updates) if (!again.has(update_id)) done.add(update_id);
    // The highest id of this batch decides, not the last offset: Telegram's numbering can start again lower.
    const next = Math.max(...updates.map(({ update_id }) => update_id + 1));
    if (updates.length > 0) offset = again.size > 0 ? Math.min(...again) : next;
    for (const updateId of done) if (updateId < offset) done.delete(updateId);
    if (again.size === 0) backoff.reset();
    else await pause(backoff.next(), signal);
    if (emptyAtOnce) await pause(IDLE_MS, signal);
  }
  await confirm();

  /** The readable updates of a batch; the others are skipped. */
  function read(batch: readonly unknown[]): readonly Update[] {
    const read = batch.map((one) => updateSchema.safeParse(one));
    const unreadable = read.filter(({ success }) => !success).length;
    if (unreadable > 0)
      log.warn({ channel: 'telegram', code: UNREADABLE, unreadable }, 'unreadable updates were skipped');
    return read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  }

  /** Another program has set a webhook meanwhile. The next request shows whether removing it helps. */
  async function clearTheWay(): Promise<void> {
    try {
      await options.dropWebhook({ signal });
    } catch (error) {
      const { code } = pollFailureOf(error);
      log.warn({ channel: 'telegram', code }, 'the webhook could not be removed');
    }
  }

  /** Handles a batch, each person's updates in their order. Returns the updates that need redelivery. */
  async function handle(updates: readonly Update[]): Promise<Set<number>> {
    const again = new Set<number>();
    const batch: Batch = new Set();
    await Promise.all(
      updates.map(async (update) => {
        const taken = options.intake(update, batch);
        if (taken === null) return;
        // At once, without waiting for the rest: the button is showing its spinner.
        void taken.acknowledgement?.then(options.acknowledge);
        if ((await taken.redelivery) === 'again') again.add(update.update_id);
      }),
    );
    return again;
  }

  async function waitOut(failure: Failure): Promise<void> {
    const { kind, code } = failure;
    onState(code);
    const ms = kind === 'limited' ? failure.seconds * 1_000 : backoff.next();
    log.warn({ channel: 'telegram', code, ms }, 'updates could not be fetched');
    await pause(ms, signal);
  }

  /** Confirms what is done, before this process gives the lease back. */
  async function confirm(): Promise<void> {
    if (offset === 0 || !isHeld()) return;
    try {
      await call('getUpdates', { offset, limit: 1, timeout: 0 }, { timeoutMs: CONFIRM_MS });
    } catch (error) {
      // Telegram redelivers them, and we know their ids.
      const failure = failureOf(error);
      if (failure === null) throw error;
      log.info({ channel: 'telegram', code: failure.code }, 'the last updates were not confirmed');
    }
  }
}

/** The reason why updates could not be fetched. @throws an error that is not Telegram's */
function pollFailureOf(error: unknown): Failure {
  if (error instanceof z.ZodError) return { kind: 'away', code: UNREADABLE };
  const failure = failureOf(error);
  if (failure === null) throw error;
  return failure;
}
