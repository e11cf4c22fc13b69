import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** No platform sends a longer update, command or press. */
const LIMIT_BYTES = 256 * 1024;

/**
 * An address that a platform posts to. It gets Node.js's own request and response. The page's middleware is for
 * browsers and helps no platform, and it would take most of the time of a turn.
 */
export interface Webhook {
  readonly path: string;
  /** Answers a request. Rejects only if our own code fails, and only before it has answered anything. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** A request's headers and its raw body: platforms sign the bytes. */
export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * A webhook that refuses other methods, and bodies that are too long, compressed or broken off, in JSON.
 * @param take answers a whole request
 * @param mayEnter asked before the body is read
 */
export function webhook(
  path: string,
  take: (posted: Posted, response: ServerResponse) => Promise<void>,
  mayEnter: (headers: IncomingHttpHeaders) => boolean = () => true,
): Webhook {
  return {
    path,
    async answer(request, response) {
      const { method, headers } = request;
      if (method !== 'POST') return reply(response, 405, { error: 'method-not-allowed' }, { Allow: 'POST' });
      if (!mayEnter(headers)) return reply(response, 401, { error: 'unauthorized' });
      // No platform compresses. A small body that unpacks to a large one is an attack.
      if ((headers['content-encoding'] ?? 'identity') !== 'identity')
        return reply(response, 400, { error: 'bad-request' });
      const body = await bodyOf(request);
      if (body === 'too-long') return reply(response, 413, { error: 'too-large' });
      if (body !== 'broken-off') await take({ headers, body }, response);
    },
  };
}

/** Answers with JSON, or with no body at all. */
export function reply(
  response: ServerResponse,
  status: number,
  json?: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = json === undefined ? '' : JSON.stringify(json);
  response.writeHead(status, {
    ...(json === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

/** Parses JSON; undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Keeps no more than the limit in memory. What comes beyond it is read and dropped, so that the sender gets our answer.
 */
function bodyOf(request: IncomingMessage): Promise<Buffer | 'too-long' | 'broken-off'> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > LIMIT_BYTES) {
      resolve('too-long');
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LIMIT_BYTES) chunks.push(chunk);
      else resolve('too-long');
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    // Also after the end, when it changes nothing.
    request.on('close', () => resolve('broken-off'));
  });
}
