import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * https://docs.slack.dev/authentication/verifying-requests-from-slack: an older request may be a replay. A
 * newer one is refused too.
 */
export const TOLERANCE_SECONDS = 5 * 60;

export interface Signed {
  /** The headers `x-slack-signature` and `x-slack-request-timestamp`. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  /** The raw bytes of the body. */
  readonly body: Buffer;
}

/** What a signature says. */
export type Verdict =
  | { readonly kind: 'fresh' }
  /** Signed by Slack, at another time than now: a replay, or this machine's clock is wrong. */
  | { readonly kind: 'stale'; readonly secondsAhead: number }
  | { readonly kind: 'forged' };

/**
 * Whether a request is from Slack and recent. (Bolt's own check accepts timestamps in the future.)
 * @param now in milliseconds since 1970
 */
export function verdictOn(secret: string, { signature, timestamp, body }: Signed, now: number): Verdict {
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp))
    return { kind: 'forged' };
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  if (!timingSafeEqual(fingerprint(signature), fingerprint(`v0=${expected}`))) return { kind: 'forged' };
  const secondsAhead = now / 1_000 - Number(timestamp);
  if (Math.abs(secondsAhead) <= TOLERANCE_SECONDS) return { kind: 'fresh' };
  return { kind: 'stale', secondsAhead: Math.round(secondsAhead) };
}

/** Hashes have the same length, which the comparison requires. */
function fingerprint(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
