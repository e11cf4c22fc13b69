import { createHash } from 'node:crypto';
import { parseCode } from '../conversation/code.js';
import type { Command, Event } from '../conversation/event.js';
import { typedCommand } from '../conversation/typed.js';
import type { Locale } from '../petition/formats.js';
import type { Choice } from '../signatures/choices.js';
import type { Person } from '../signatures/person.js';
import { parseReceipt } from '../signatures/receipt.js';
import { type BotEvent, LIST_COMMAND } from './adapter.js';
import { type ChooserCode, parseChooserCode } from './chooser-code.js';
import { readLink } from './links.js';
import type { ServedPetitions } from './served-petitions.js';
import type { Line } from './switchboard-line.js';

/** How an event is handed to a petition. */
export type Form =
  | { readonly as: 'itself' }
  /** Opens the petition. */
  | { readonly as: 'sign'; readonly source: string | null; readonly locale: Locale | null }
  /** A command without its argument. */
  | { readonly as: 'command'; readonly command: Command }
  /** Withdraws by the receipt that the event carries: it is a receipt of this petition. */
  | { readonly as: 'receipt' };

/** What the bot does with an event. It contains no text of the person's, so that we may remember it. */
export type Route =
  /** One petition handles it. */
  | { readonly kind: 'one'; readonly line: Line; readonly form: Form }
  /** Several petitions handle it, and the person gets one answer. */
  | { readonly kind: 'several'; readonly lines: readonly Line[]; readonly form: Form }
  | { readonly kind: 'withdraw-all'; readonly lines: readonly Line[] }
  /** The bot itself answers. */
  | { readonly kind: 'list'; readonly from?: string }
  | { readonly kind: 'which-to-withdraw'; readonly lines: readonly Line[] }
  /** `mark` stands for the signatures that the question is about; its "yes" carries it. */
  | { readonly kind: 'whether-to-withdraw-all'; readonly lines: readonly Line[]; readonly mark: string };

/** Commands about a person's own data. They concern all petitions, whatever the person has opened last. */
const RIGHTS = ['mydata', 'withdraw', 'stop', 'cancel'] as const satisfies readonly Command[];
export type Right = (typeof RIGHTS)[number];

export interface RouteOptions {
  readonly petitions: ServedPetitions<Line>;
  /** The person's choice; null if there is none. */
  choiceOf(person: Person): Promise<Choice | null>;
  /** The tag of this person's buttons of the bot's own. */
  tagOf(person: Person): string;
}

/** Decides what the bot does with an event. Rejects with StoreUnavailable. */
export type Decide = (person: Person, event: BotEvent) => Promise<Route>;

export function createRoutes({ petitions, choiceOf, tagOf }: RouteOptions): Decide {
  const [first] = petitions.all;
  const itself = (line: Line): Route => ({ kind: 'one', line, form: { as: 'itself' } });
  const opened = (line: Line, locale: Locale | null = null, source: string | null = null): Route => ({
    kind: 'one',
    line,
    form: { as: 'sign', source, locale },
  });

  async function chosenLine(person: Person): Promise<Line | null> {
    const choice = await choiceOf(person);
    return choice === null ? null : petitions.named(choice.petition);
  }

  async function toChosen(person: Person): Promise<Route> {
    const line = await chosenLine(person);
    return line === null ? { kind: 'list' } : itself(line);
  }

  async function onCode(person: Person, code: string, text: string | null): Promise<Route> {
    const choice = parseChooserCode(code);
    if (choice?.tag === tagOf(person)) return onChoice(person, choice);
    const tag = parseCode(code)?.tag;
    const line = petitions.all.find((one) => one.tagOf(person) === tag);
    if (line === undefined) return toChosen(person);
    return (text === null ? null : await toHolder(person, text)) ?? itself(line);
  }

  async function onChoice(person: Person, { action, petition, locale }: ChooserCode): Promise<Route> {
    const line = petitions.named(petition);
    switch (action) {
      case 'open':
        return line === null ? { kind: 'list' } : opened(line, locale);
      case 'undo':
        return line === null
          ? { kind: 'list' }
          : { kind: 'one', line, form: { as: 'command', command: 'withdraw' } };
      case 'page':
        return { kind: 'list', from: petition };
      case 'list':
        return { kind: 'list' };
      case 'all':
      case 'yes': {
        const held = await heldWhere(person, CONCERNED.withdraw);
        if (held.length === 0) return { kind: 'list' };
        const lines = held.map(({ line }) => line);
        const mark = markOf(held);
        // The "yes" of a former question does not apply to signatures that the person has given since.
        if (action === 'yes' && petition === mark) return { kind: 'withdraw-all', lines };
        return { kind: 'whether-to-withdraw-all', lines, mark };
      }
    }
  }

  async function onCommand(
    person: Person,
    {
      command,
      argument,
      source,
    }: Extract<BotEvent['action'], { kind: 'command' }> & { readonly source?: string },
  ): Promise<Route> {
    if (command === LIST_COMMAND) {
      const line = petitions.named(argument?.trim() ?? '');
      return line === null ? { kind: 'list' } : opened(line);
    }
    // On some platforms people write the petition's name after a command.
    const named = petitions.named(argument?.trim() ?? '');
    if (named !== null)
      return command === 'sign'
        ? opened(named)
        : { kind: 'one', line: named, form: { as: 'command', command } };
    const right = RIGHTS.find((one) => one === command);
    if (right !== undefined) return onRight(person, right, argument ?? '');
    if (source === undefined) return toChosen(person);
    const linked = readLink(source, petitions.all);
    return linked === null ? toChosen(person) : opened(linked.served, null, linked.source);
  }

  /** A message is for the chosen petition, unless it is a word for one of `RIGHTS`. */
  async function onText(person: Person, text: string): Promise<Route> {
    const held = await toHolder(person, text);
    if (held !== null) return held;
    const line = await chosenLine(person);
    const word = typedCommand(petitions, text);
    const right = RIGHTS.find((one) => one === word);
    if (right === undefined) return line === null ? { kind: 'list' } : itself(line);
    if (line !== null && (await waitsForText(line, person))) return itself(line);
    return onRight(person, right, '');
  }

  /** If the conversation waits for a text, it gets this one, and asks whether a name or the command is meant. */
  async function waitsForText({ ledger }: Line, person: Person): Promise<boolean> {
    const { conversation } = await ledger.read(person);
    return conversation?.place.step === 'name' || (conversation?.question ?? null) !== null;
  }

  /** The route to the petition of a receipt; null if the text is no receipt of theirs. */
  async function toHolder(person: Person, text: string): Promise<Route | null> {
    const receipt = parseReceipt(text);
    if (receipt === null) return null;
    const found = await Promise.all(petitions.all.map(({ ledger }) => ledger.read(person, receipt)));
    const line = petitions.all.find((_, index) => found[index]?.receiptFound === true);
    return line === undefined ? null : { kind: 'one', line, form: { as: 'receipt' } };
  }

  async function onRight(person: Person, right: Right, argument: string): Promise<Route> {
    const form = { as: 'command', command: right } as const;
    if (right === 'withdraw' && argument.trim() !== '') {
      return (await toHolder(person, argument)) ?? itself((await chosenLine(person)) ?? first);
    }
    const lines = (await heldWhere(person, CONCERNED[right])).map(({ line }) => line);
    const [only, ...others] = lines;
    if (only === undefined) return { kind: 'one', line: (await chosenLine(person)) ?? first, form };
    if (others.length === 0) return { kind: 'one', line: only, form };
    return right === 'withdraw' ? { kind: 'which-to-withdraw', lines } : { kind: 'several', lines, form };
  }

  async function heldWhere(person: Person, holds: Concerned): Promise<readonly Held[]> {
    const all = await Promise.all(
      petitions.all.map(async (line): Promise<Held> => ({ line, reading: await line.ledger.read(person) })),
    );
    return all.filter(({ reading }) => holds(reading));
  }

  return async (person, { action }) => {
    switch (action.kind) {
      case 'press':
        return onCode(person, action.code, null);
      case 'form':
        return onCode(person, action.code, action.text);
      case 'command':
        return onCommand(person, action);
      case 'text':
        return onText(person, action.text);
    }
  };
}

type Reading = Awaited<ReturnType<Line['ledger']['read']>>;
type Concerned = (reading: Reading) => boolean;

/** What a petition holds of a person. */
interface Held {
  readonly line: Line;
  readonly reading: Reading;
}

/** Enough that two sets of one person's signatures never share it by chance. */
const MARK_CHARACTERS = 12;

/** Stands for these signatures: a signature that is given again has another receipt, and so another mark. */
function markOf(held: readonly Held[]): string {
  const signatures = held.map(({ line, reading }) => [line.petition.id, reading.signature?.receipt ?? null]);
  return createHash('sha256').update(JSON.stringify(signatures)).digest('hex').slice(0, MARK_CHARACTERS);
}

/** Whether a petition holds what a command is about. */
const CONCERNED: Readonly<Record<Right, Concerned>> = {
  mydata: ({ signature, updates, conversation }) =>
    signature !== null || updates !== null || conversation !== null,
  withdraw: ({ signature }) => signature !== null,
  stop: ({ updates }) => updates !== null,
  cancel: ({ conversation }) => conversation !== null && conversation.place.step !== 'welcome',
};

/** The event as a petition gets it. */
export function eventFor(event: BotEvent, form: Form): Event {
  const { action } = event;
  switch (form.as) {
    case 'sign':
      return {
        ...event,
        action: {
          kind: 'command',
          command: 'sign',
          ...(form.source === null ? {} : { source: form.source }),
        },
        languages: [...(form.locale === null ? [] : [form.locale]), ...(event.languages ?? [])],
      };
    case 'command':
      return { ...event, action: { kind: 'command', command: form.command } };
    case 'receipt': {
      const argument =
        action.kind === 'command' ? action.argument : action.kind === 'press' ? undefined : action.text;
      return {
        ...event,
        action: { kind: 'command', command: 'withdraw', ...(argument === undefined ? {} : { argument }) },
      };
    }
    case 'itself': {
      if (action.kind === 'command' && action.command === LIST_COMMAND) {
        return { ...event, action: { kind: 'command', command: 'sign' } };
      }
      return { ...event, action };
    }
  }
}
