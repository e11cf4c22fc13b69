import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { Response } from 'undici';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** How long a ban lasts if its page does not say so. Bans without a time end after minutes to an hour. */
const DEFAULT_BAN_MS = 10 * 60_000;

/** A request that was not made, or was refused, because Cloudflare bans this machine's address from Discord. */
export class AddressBanned extends Error {
  override readonly name = 'AddressBanned';
  /** How long the ban still lasts, in milliseconds. */
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('Cloudflare bans this address from Discord');
    this.waitMs = waitMs;
  }
}

/**
 * Cloudflare stands before Discord's API. It bans an address that gets too many refusals (10,000 in ten minutes), for
 * every request and often for an hour: https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 * discord.js takes the page for a rate limit of one route and holds each request back by itself.
 */
export class CloudflareBan {
  #until = Number.NEGATIVE_INFINITY;
  readonly #onBan: (waitMs: number) => void;

  /** @param onBan called when a ban begins, with how long it lasts in milliseconds */
  constructor(onBan: (waitMs: number) => void) {
    this.#onBan = onBan;
  }

  /** How long the ban still lasts, in milliseconds; 0 if there is none. */
  get leftMs(): number {
    return Math.max(this.#until - performance.now(), 0);
  }

  /** Makes a request for discord.js. During a ban it makes none, and rejects with `AddressBanned`. */
  readonly makeRequest: MakeRequest = async (url, init) => {
    this.#refuseWhileBanned();
    const answer = await DefaultRestOptions.makeRequest(url, init);
    if (answer.status !== 403 && answer.status !== 429) return answer;
    const text = await answer.text();
    if (isBan(answer, text)) {
      const before = this.leftMs;
      this.#until = performance.now() + (retryAfterMs(answer) ?? DEFAULT_BAN_MS);
      if (before === 0) this.#onBan(this.leftMs);
      this.#refuseWhileBanned();
    }
    const { status, statusText, headers } = answer;
    return new Response(text, { status, statusText, headers: [...headers] });
  };

  #refuseWhileBanned(): void {
    if (this.leftMs > 0) throw new AddressBanned(this.leftMs);
  }
}

/** Whether an answer is a ban: Cloudflare's page or line with error 1015, or Discord's own words for the same. */
function isBan({ headers }: Answer, text: string): boolean {
  if (text.includes('being blocked from accessing our API')) return true;
  return !headers.get('Content-Type')?.includes('json') && /\b1015\b/.test(text);
}

function retryAfterMs({ headers }: Answer): number | null {
  const seconds = Number(headers.get('Retry-After'));
  return seconds > 0 ? seconds * 1_000 : null;
}
