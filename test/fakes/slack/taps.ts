import { randomUUID } from 'node:crypto';
import type { StoredMessage } from './messages.js';
import type { HomeView, ModalView } from './views.js';

/** The outcome of an act, as the person sees it. */
export type Answer =
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'modal'; readonly modal: ModalView }
  | { readonly kind: 'home'; readonly home: HomeView }
  /** The form was refused, each field with the reason. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /** The app accepted the act, and the person saw no change. */
  | { readonly kind: 'nothing' }
  /** Slack's own error: the app did not acknowledge in time, or refused. */
  | { readonly kind: 'failed'; readonly how: string };

/** One act of a person, until the person sees its outcome. */
export interface Tap {
  readonly id: string;
  readonly personId: string;
  /** Where; null in the Home tab. */
  readonly channelId: string | null;
  readonly answered: Promise<Answer>;
  readonly settle: (answer: Answer) => void;
}

/** All taps of one fake Slack. The first visible change answers a tap. */
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

  /** The app accepted the tap. The wait for a visible change starts. */
  taken(tap: Tap): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      tap.settle({ kind: 'nothing' });
    }, this.patienceMs);
    this.#timers.add(timer);
  }

  /** Completes this tap; returns false if it was complete before. */
  answer(tapId: string, answer: Answer): boolean {
    const tap = this.#open.get(tapId);
    tap?.settle(answer);
    return tap !== undefined;
  }

  /** A message came by the API. It answers the oldest tap of each person who sees it. */
  seen(message: StoredMessage, sees: (personId: string) => boolean): void {
    for (const tap of this.#open.values()) {
      const addressed = message.seenBy === tap.personId || (message.seenBy === null && sees(tap.personId));
      if (!addressed) continue;
      tap.settle({ kind: 'message', message });
      return;
    }
  }

  /** The Home tab was published. It answers the person's oldest tap. */
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
