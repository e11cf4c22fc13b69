import { isolated } from './isolate.js';
import { type Inline, text } from './rich-text.js';

/**
 * Placeholders for runs of text while a sentence is built. Private use: neither our words nor names contain
 * them.
 */
const FIRST_PLACEHOLDER = 0xe000;
const PLACEHOLDERS = /([\uE000-\uE0FF])/u;

/**
 * Builds a sentence around runs that are more than plain text: a command, a receipt, a name.
 * @param say gives the sentence; it calls `put(run)` for each variable that becomes a run
 */
export function phrase(say: (put: (run: Inline) => string) => string): readonly Inline[] {
  const runs = new Map<string, Inline>();
  const sentence = say((run) => {
    const placeholder = String.fromCharCode(FIRST_PLACEHOLDER + runs.size);
    runs.set(placeholder, run);
    return isolated(placeholder);
  });
  return sentence
    .split(PLACEHOLDERS)
    .filter((part) => part !== '')
    .map((part) => runs.get(part) ?? text(part));
}

/** One run by itself, isolated. */
export function isolatedRun(run: Inline): readonly Inline[] {
  return phrase((put) => put(run));
}

/** A command; each platform writes it in its own way. */
export function command(name: string): Inline {
  return { kind: 'command', command: name };
}
