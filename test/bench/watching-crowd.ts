import { type Crowd, type Screen, type Walker, Walks } from './crowd.js';
import { TURNS } from './walk.js';

/** A crowd whose people tell what they were shown. */
export interface WatchingCrowd extends Crowd {
  /** The environment of a bot on this platform. */
  readonly env: Readonly<Record<string, string>>;
  /** A new person walks to the thanks; gives what the person was shown at each step. */
  see(): Promise<Screen[]>;
}

/** One person on a platform, by what the platform's fake gives. */
export interface Watcher<Message> {
  /** Begins or continues the walk by a command. */
  command(): Promise<{ readonly kind: string; readonly message?: Message }>;
  /** Presses the first button of a message. */
  press(message: Message): Promise<{ readonly kind: string; readonly message?: Message }>;
}

/** @param platform the fake, and how a new person acts and reads on it */
export function watchingCrowd<Message>(platform: {
  readonly env: Readonly<Record<string, string>>;
  person(): Watcher<Message>;
  read(message: Message): Screen;
  /** Empties what the fake has recorded. */
  forget(): void;
  stop(): Promise<void>;
}): WatchingCrowd {
  const walks = new Walks(TURNS);

  function walker(): Walker & { shown(): Message | null } {
    const person = platform.person();
    let shown: Message | null = null;
    const sees = () => (shown === null ? undefined : platform.read(shown).text);
    const isAnswered = async (answered: ReturnType<Watcher<Message>['command']>): Promise<boolean> => {
      const before = sees();
      const { message } = await answered;
      if (message !== undefined) shown = message;
      return sees() !== before;
    };
    return {
      sees,
      shown: () => shown,
      command: () => isAnswered(person.command()),
      press: () => isAnswered(shown === null ? person.command() : person.press(shown)),
    };
  }

  return {
    env: platform.env,
    took: walks.took,
    again: () => walks.again,
    async sign() {
      await walks.walk(walker());
      platform.forget();
    },
    async see() {
      const seen: Screen[] = [];
      const one = walker();
      await walks.walk(one, () => {
        const shown = one.shown();
        if (shown !== null) seen.push(platform.read(shown));
      });
      return seen;
    },
    stop: platform.stop,
  };
}
