import { BoundedMap } from '../../src/channel/kit/bounded.js';

/** What we need of a tap. A command has no message. */
interface Placed {
  readonly id: string;
  readonly user: { readonly id: string };
  readonly message?: { readonly id: string } | null;
}

/** The newest tap of each person on each message. */
export class NewestTaps {
  readonly #newest: BoundedMap<string, string>;

  /** @param capacity how many messages are remembered */
  constructor(capacity: number) {
    this.#newest = new BoundedMap(capacity);
  }

  /** Records a tap. The returned function says whether the same person has tapped the same message again. */
  record({ id, user, message }: Placed): () => boolean {
    if (!message) return () => false;
    const key = `${user.id} ${message.id}`;
    this.#newest.set(key, id);
    return () => {
      const newest = this.#newest.get(key);
      // A tap that we no longer remember may be the newest: its person waits for the answer.
      return newest !== undefined && newest !== id;
    };
  }
}
