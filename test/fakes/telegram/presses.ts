import type { Clock } from './clock.js';
import { badRequest } from './refusal.js';

/** What the person sees when a press is answered: nothing, a passing notice, or a window. */
export interface PressAnswer {
  readonly text: string | null;
  readonly alert: boolean;
}

interface Press {
  readonly at: number;
  readonly resolve: (answer: PressAnswer) => void;
  readonly answered: Promise<PressAnswer>;
}

/** The presses on buttons. A button shows that it is waiting until the bot answers. */
export class Presses {
  readonly #presses = new Map<string, Press>();
  #last = 0;

  /** @param lifeMs how long a press can be answered */
  constructor(
    readonly clock: Clock,
    readonly lifeMs: number,
  ) {}

  begin(): { readonly id: string; readonly answered: Promise<PressAnswer> } {
    this.#last += 1;
    const id = `99000000000000${this.#last}`;
    let resolve: Press['resolve'] = () => undefined;
    const answered = new Promise<PressAnswer>((settle) => {
      resolve = settle;
    });
    this.#presses.set(id, { at: this.clock.now(), resolve, answered });
    return { id, answered };
  }

  /** @throws CommandError for a press that can't be answered (any more) */
  answer(id: string, answer: PressAnswer): void {
    const press = this.#presses.get(id);
    if (press === undefined || this.clock.now() - press.at > this.lifeMs) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if ((answer.text ?? '').length > 200) throw badRequest('MESSAGE_TOO_LONG');
    press.resolve(answer);
  }
}
