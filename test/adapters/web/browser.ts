import { randomUUID } from 'node:crypto';
import type { ChatAnswer, ChatMessage } from '../../../adapters/web/client/answer.js';
import { type Answer, ask } from '../../http/support.js';

/** As much of a browser as the chat's wire can tell from a real one: it keeps its cookie. */
export class Browser {
  /** The session's id, once there is one. */
  session: string | null = null;

  constructor(
    private readonly url: string,
    private readonly languages: readonly string[] = ['en'],
    /** What a proxy would add, for example. */
    private readonly more: Readonly<Record<string, string>> = {},
  ) {}

  /** Sends an action as a new event, with what the page adds. */
  async act(action: unknown, page: Readonly<Record<string, unknown>> = {}): Promise<ChatAnswer> {
    const answer = await this.post({ id: randomUUID(), action, ...page });
    if (answer.status !== 200 && answer.status !== 503) throw new Error(`answered ${answer.status}`);
    return JSON.parse(answer.body);
  }

  async post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await ask(`${this.url}/chat/events`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': this.languages.join(','),
        ...this.more,
        ...(this.session === null ? {} : { Cookie: `petition_chat=${this.session}` }),
        ...headers,
      },
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
    const given = /^petition_chat=([^;]+)/.exec(answer.headers['set-cookie']?.[0] ?? '')?.[1];
    this.session = given ?? this.session;
    return answer;
  }

  /** Presses the first button of each answer, so often from the beginning; gives the last message. */
  async walk(presses: number): Promise<ChatMessage> {
    let message = lastOf(await this.act({ kind: 'command', command: 'sign' }));
    for (let press = 0; press < presses; press += 1) {
      const [first] = message.buttons;
      if (first === undefined || first.kind === 'link') throw new Error('no way forward');
      message = lastOf(await this.act({ kind: 'press', code: first.code }));
    }
    return message;
  }
}

export function lastOf({ messages }: ChatAnswer): ChatMessage {
  const last = messages.at(-1);
  if (last === undefined) throw new Error('no message');
  return last;
}

/** What stands in HTML that our own renderer made, as a person reads it. */
export function textOf(html: string): string {
  return html
    .replace(/<(br|\/p|\/h\d|\/li|\/blockquote)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
