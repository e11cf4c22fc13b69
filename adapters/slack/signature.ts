import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** https://docs.slack.dev/authentication/verifying-requests-from-slack: older may be a replay, newer is no better. */
const TOLERANCE_SECONDS = 5 * 60;

export interface Signed {
  /** The headers `x-slack-signature` and `x-slack-request-timestamp`, as they came. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  /** The body as it came, byte by byte. */
  readonly body: Buffer;
}

/**
 * Whether a request comes from Slack, and just now. (Bolt's own check lets in what is dated ahead.)
 * @param now in milliseconds since 1970
 */
export function isFromSlack(secret: string, { signature, timestamp, body }: Signed, now: number): boolean {
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return timingSafeEqual(fingerprint(signature), fingerprint(`v0=${expected}`));
}

/** Fingerprints are of one length, as the comparison needs it. */
function fingerprint(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
