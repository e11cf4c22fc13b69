import { randomUUID } from 'node:crypto';
import type { StoredMessage } from './messages.js';
import type { HomeView, ModalView } from './views.js';

/** How something that a person did ended, as that person sees it. */
export type Answer =
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'modal'; readonly modal: ModalView }
  | { readonly kind: 'home'; readonly home: HomeView }
  /** The form was refused, each field with the reason. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /** The app took it, and nothing came to be seen. */
  | { readonly kind: 'nothing' }
  /** Slack's own "that did not work": the app did not take it in time, or refused it. */
  | { readonly kind: 'failed'; readonly how: string };

/** One thing that a person did, until they see what comes of it. */
export interface Tap {
  readonly id: string;
  readonly personId: string;
  /** Where; null in the Home tab. */
  readonly channelId: string | null;
  readonly answered: Promise<Answer>;
  readonly settle: (answer: Answer) => void;
}

/** All taps of one fake Slack: each is answered by the first thing that the person sees of it. */
export class Taps {
  readonly #open = new Map<string, Tap>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(readonly patienceMs: number) {}

  begin(personId: string, channelId: string | null): Tap {
    let resolve: (answer: Answer) => void = () => undefined;
    const answered = new Promise<Answer>((done) => {
      resolve = done;
    });
    const id = randomUUID();
    const settle = (answer: Answer) => {
      this.#open.delete(id);
      resolve(answer);
    };
    const tap: Tap = { id, personId, channelId, answered, settle };
    this.#open.set(id, tap);
    return tap;
  }

  /** The app took it: from now on only so long is waited for something to see. */
  taken(tap: Tap): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      tap.settle({ kind: 'nothing' });
    }, this.patienceMs);
    this.#timers.add(timer);
  }

  /** Something came that belongs to this tap; false if the person waits for nothing more from it. */
  answer(tapId: string, answer: Answer): boolean {
    const tap = this.#open.get(tapId);
    tap?.settle(answer);
    return tap !== undefined;
  }

  /** A message came by the API: the oldest tap of a person who sees it takes it as its answer. */
  seen(message: StoredMessage, sees: (personId: string) => boolean): void {
    for (const tap of this.#open.values()) {
      const addressed = message.seenBy === tap.personId || (message.seenBy === null && sees(tap.personId));
      if (!addressed) continue;
      tap.settle({ kind: 'message', message });
      return;
    }
  }

  /** The Home tab was published: the oldest tap of this person takes it for the answer. */
  published(personId: string, home: HomeView): void {
    for (const tap of this.#open.values()) {
      if (tap.personId !== personId || tap.channelId !== null) continue;
      tap.settle({ kind: 'home', home });
      return;
    }
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const tap of [...this.#open.values()]) tap.settle({ kind: 'nothing' });
  }
}
