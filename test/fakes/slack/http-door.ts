import { createHmac } from 'node:crypto';
import type { Acknowledgement, Envelope, Retry, Transport } from './delivery.js';

/** How a request is signed. A missing field is signed as Slack does; null omits the header. */
export interface Signing {
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number | string | null;
  readonly signature?: string | null;
}

export interface RawPost extends Signing {
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** Slack's signature: HMAC-SHA-256 of version, timestamp and body. */
export function signature(secret: string, timestamp: number | string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Signed requests to the app's own address. */
export class HttpDoor implements Transport {
  constructor(
    readonly url: string,
    readonly secret: () => string,
    readonly deadlineMs: number,
  ) {}

  async send(envelope: Envelope, retry: Retry | null): Promise<Acknowledgement> {
    const [body, contentType] = encode(envelope);
    const headers: Record<string, string> =
      retry === null
        ? {}
        : { 'X-Slack-Retry-Num': String(retry.number), 'X-Slack-Retry-Reason': retry.reason };
    try {
      const response = await this.post(body, { contentType, headers });
      const text = await response.text();
      if (response.ok) return { how: 'acknowledged', body: decode(text) };
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return { how: 'refused', status: response.status, noRetry };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { how: late ? 'timeout' : 'unreachable' };
    }
  }

  /** Sends any request, signed as given. */
  post(body: string, options: RawPost = {}): Promise<Response> {
    const { contentType = JSON_TYPE, secret = this.secret() } = options;
    const { timestamp = Math.floor(Date.now() / 1000) } = options;
    const { signature: signed = signature(secret, timestamp ?? '', body) } = options;
    return fetch(this.url, {
      method: 'POST',
      headers: {
        'Content-Type': contentType,
        'User-Agent': 'Slackbot 1.0',
        ...(timestamp === null ? {} : { 'X-Slack-Request-Timestamp': String(timestamp) }),
        ...(signed === null ? {} : { 'X-Slack-Signature': signed }),
        ...options.headers,
      },
      body,
      signal: AbortSignal.timeout(this.deadlineMs),
    });
  }

  /** Slack's check that the app owns the address; true if the answer is right. */
  async verify(): Promise<boolean> {
    const challenge = '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P';
    const response = await this.post(
      JSON.stringify({ token: 'legacy', challenge, type: 'url_verification' }),
    );
    return response.ok && (await response.text()).includes(challenge);
  }
}

function encode({ kind, payload }: Envelope): [body: string, contentType: string] {
  if (kind === 'events_api') return [JSON.stringify(payload), JSON_TYPE];
  if (kind === 'interactive') {
    return [new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM];
  }
  const fields = Object.entries(payload).map(([key, value]) => [key, String(value)]);
  return [new URLSearchParams(fields).toString(), FORM];
}

/** An acknowledgement's body: JSON, or text for the person. */
function decode(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
