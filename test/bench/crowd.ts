import { setTimeout as wait } from 'node:timers/promises';

/** People on a fake platform, who walk from the command to the thanks by the first button of each screen. */
export interface Crowd {
  /** How long each press took until its answer was shown, in milliseconds. */
  readonly took: number[];
  /** How many presses led nowhere, so that another was needed. */
  again(): number;
  /** A new person walks to the thanks. */
  sign(): Promise<void>;
  stop(): Promise<void>;
}

/** What our bot shows at one step of the walk: the text as it was sent, and its buttons. */
export interface Screen {
  readonly text: string;
  readonly labels: readonly string[];
}

/** A person's way to the thanks on one platform. */
export interface Walker {
  /** The text that the person sees now; undefined before the first answer. */
  sees(): string | undefined;
  /** Gives the command; true once another screen is there. */
  command(): Promise<boolean>;
  /** Presses the first button; true once another screen is there. */
  press(): Promise<boolean>;
}

/** How long a person looks at a screen, at least: nobody presses in the same millisecond. */
const LOOKS_MS = 50;

/** After so many presses that led nowhere, a person gives the command once more. */
const STUCK = 2;

/** A person who needs so many times as many presses never gets there. */
const MAX_TIMES = 20;

/** What the last screen says. */
const THANKS = 'Thank you';

/** Has people walk, and remembers how that went. */
export class Walks {
  readonly took: number[] = [];
  again = 0;

  /** @param turns from the command to the thanks */
  constructor(readonly turns: number) {}

  /**
   * Walks one person to the thanks.
   * @throws Error when the person has not signed after far more presses than needed
   */
  async walk({ sees, command, press }: Walker, onStep: () => void = () => undefined): Promise<void> {
    let nowhere = 0;
    for (let acts = 0; !sees()?.includes(THANKS); acts += 1) {
      if (acts === MAX_TIMES * this.turns) throw new Error(`no thanks after ${acts} presses, but: ${sees()}`);
      if (acts >= this.turns) this.again += 1;
      await wait(LOOKS_MS);
      const begun = performance.now();
      const begins = sees() === undefined || nowhere === STUCK;
      const isAnswered = await (begins ? command() : press());
      this.took.push(performance.now() - begun);
      if (isAnswered) onStep();
      nowhere = isAnswered || begins ? 0 : nowhere + 1;
    }
  }
}
