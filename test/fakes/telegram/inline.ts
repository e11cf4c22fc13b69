import type { ShownMessage } from './chats.js';
import { badRequest } from './refusal.js';

/** What a person can post by inline mode. */
export interface Offered extends Pick<ShownMessage, 'text' | 'entities' | 'keyboard'> {
  readonly id: string;
  readonly title: string;
}

/** The questions that Telegram puts to the bot while a person writes its name in a chat. */
export class InlineQueries {
  readonly #open = new Map<string, (offered: readonly Offered[]) => void>();
  #nextId = 1;

  begin(): { readonly id: string; readonly offered: Promise<readonly Offered[]> } {
    const id = `inline-${this.#nextId++}`;
    return { id, offered: new Promise((resolve) => this.#open.set(id, resolve)) };
  }

  /** @throws CommandError 400 for a question that is not open */
  answer(id: string, offered: readonly Offered[]): void {
    const resolve = this.#open.get(id);
    if (resolve === undefined)
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    this.#open.delete(id);
    resolve(offered);
  }
}
