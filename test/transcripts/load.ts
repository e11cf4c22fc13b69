import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Command, Opening } from '../../src/conversation/event.js';
import type { WordId } from '../../src/petition/catalogue.js';
import {
  type Expectation,
  type FileStep,
  type Label,
  type Target,
  transcriptSchema,
  type WorldChange,
} from './format.js';

/** Somebody who takes part. */
export interface Participant {
  readonly languages: readonly string[];
  readonly displayName: string | null;
  /** The page around the chat, in the first of the languages: made while people could sign, or not. */
  readonly page: { readonly open: boolean } | null;
}

/** What a person does. `locale` is the language that they are spoken to in when they do it. */
export type Input =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly argument: string | null;
      readonly source: string | null;
      readonly opening: Opening | null;
    }
  | { readonly kind: 'press'; readonly button: 'first' | number | Label; readonly from: string | null }
  | { readonly kind: 'walk'; readonly to: Target }
  /** Opens the form of a button and sends it; where there are no forms: presses, and sends a message. */
  | { readonly kind: 'write'; readonly text: string; readonly into: WordId; readonly from: string | null }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'forge'; readonly code: string };

export interface Line {
  readonly by: string;
  readonly input: Input;
  /** The language before and after. */
  readonly locale: string;
  readonly localeAfter: string;
  readonly as: string | null;
  readonly expect: Expectation | null;
}

export interface Transcript {
  readonly file: string;
  readonly title: string;
  /** True where no real platform can do what happens here. */
  readonly engineOnly: boolean;
  /** True where people can ask for updates: not every platform lets us write to them later. */
  readonly updates: boolean;
  /** True where the chat is on a page. */
  readonly onPage: boolean;
  readonly preview: boolean;
  /** True where somebody writes out of the blue: not every platform lets them. */
  readonly freeText: boolean;
  readonly people: ReadonlyMap<string, Participant>;
  readonly steps: readonly (Line | { readonly world: WorldChange })[];
}

type FileLine = Exclude<FileStep, { world: WorldChange }>;

const FOLDER = import.meta.dirname;
const NOBODY: Participant = { languages: ['en'], displayName: null, page: null };

/** Every transcript beside this file, checked; throws with the file's name for one that is not well formed. */
export function loadTranscripts(): readonly Transcript[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map(readTranscript);
}

function readTranscript(name: string): Transcript {
  const parsed = transcriptSchema.safeParse(parse(readFileSync(join(FOLDER, name), 'utf8')));
  if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
  const file = parsed.data;
  const page = file.page === undefined ? null : { open: file.page === 'open' };
  const people = new Map<string, Participant>([['me', { ...NOBODY, page }]]);
  for (const [person, { languages = NOBODY.languages, displayName = null }] of Object.entries(
    file.people ?? {},
  )) {
    people.set(person, { languages, displayName, page });
  }
  const speaks = new Map([...people].map(([person, { languages }]) => [person, languages[0] ?? 'en']));
  const steps = file.steps.flatMap((step): Transcript['steps'] =>
    'world' in step ? [step] : [readLine(step, speaks)],
  );
  return {
    file: basename(name, '.yaml'),
    title: file.title,
    engineOnly: file['engine-only'] ?? file.preview ?? false,
    updates: file.updates ?? false,
    onPage: page !== null,
    preview: file.preview ?? false,
    freeText: steps.some((step) => 'input' in step && step.input.kind === 'say'),
    people,
    steps,
  };
}

function readLine(step: FileLine, speaks: Map<string, string>): Line {
  const by = step.by ?? 'me';
  const locale = speaks.get(by);
  if (locale === undefined) throw new Error(`"${by}" is not among the transcript's people`);
  const localeAfter = step.expect?.in ?? locale;
  speaks.set(by, localeAfter);
  return { by, input: inputOf(step), locale, localeAfter, as: step.as ?? null, expect: step.expect ?? null };
}

function inputOf(step: FileLine): Input {
  if ('command' in step) {
    return {
      kind: 'command',
      command: step.command,
      argument: step.argument ?? null,
      source: step.source ?? null,
      opening: step.opening ?? null,
    };
  }
  if ('press' in step) return { kind: 'press', button: step.press, from: step.from ?? null };
  if ('walk-to' in step) return { kind: 'walk', to: { step: step['walk-to'], says: step.until ?? null } };
  if ('write' in step) return { kind: 'write', text: step.write, into: step.into, from: step.from ?? null };
  if ('say' in step) return { kind: 'say', text: step.say };
  return { kind: 'forge', code: step.forge };
}
