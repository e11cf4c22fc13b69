import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * https://docs.slack.dev/authentication/verifying-requests-from-slack: an older request may be a replay. A
 * newer one is refused too.
 */
const TOLERANCE_SECONDS = 5 * 60;

export interface Signed {
  /** The headers `x-slack-signature` and `x-slack-request-timestamp`. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  /** The raw bytes of the body. */
  readonly body: Buffer;
}

/**
 * Whether a request is from Slack and recent. (Bolt's own check accepts timestamps in the future.)
 * @param now in milliseconds since 1970
 */
export function isFromSlack(secret: string, { signature, timestamp, body }: Signed, now: number): boolean {
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return timingSafeEqual(fingerprint(signature), fingerprint(`v0=${expected}`));
}

/** Hashes have the same length, which the comparison requires. */
function fingerprint(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
