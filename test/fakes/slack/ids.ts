import { randomBytes } from 'node:crypto';

/** A new id in Slack's form: one or two letters for the kind, then capitals and digits. */
export function slackId(prefix: string): string {
  const rest = [...randomBytes(9)].map((byte) => (byte % 36).toString(36).toUpperCase()).join('');
  return `${prefix}0${rest}`;
}

let last = 0;

/** A message's `ts`: seconds with six places, never the same twice. */
export function timestamp(now: number): string {
  last = Math.max(last + 1, now * 1000);
  return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
}
