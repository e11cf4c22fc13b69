import type { webApi } from '@slack/bolt';
import {
  type AdapterContext,
  type BotAction,
  type BotEvent,
  LIST_COMMAND,
  type Unsent,
} from '../../src/channel/adapter.js';
import { BoundedMap } from '../../src/channel/kit/bounded.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import { noteSaying } from '../../src/channel/kit/notes.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import { linkCode } from '../../src/channel/links.js';
import type { ServedPetition } from '../../src/channel/served-petitions.js';
import { COMMANDS } from '../../src/conversation/event.js';
import { formOf } from '../../src/conversation/form.js';
import type { Form } from '../../src/conversation/message.js';
import { typedCommand } from '../../src/conversation/typed.js';
import type { Show } from './answer.js';
import type { Handlers } from './app.js';
import type { Cards } from './cards.js';
import { failureOf } from './failure.js';
import { homeView } from './home.js';
import {
  type CommandTap,
  formMetadata,
  type HomeLook,
  type PressTap,
  readCommand,
  readForm,
  readHomeLook,
  readPress,
  type Tap,
} from './parse.js';
import { modal } from './render.js';
import { takeAway } from './respond.js';
import { retryBriefly, retryPatiently } from './retry.js';
import type { Staff } from './staff.js';

/** The words that show all petitions, where the bot has several. */
const LIST_WORDS: readonly string[] = ['list', LIST_COMMAND];

/** How many ids of taps we remember, for redeliveries within minutes. The conversation remembers its own. */
const REMEMBERED_TAPS = 5_000;

export interface InteractionsOptions {
  readonly context: AdapterContext;
  readonly client: webApi.WebClient;
  readonly show: Show;
  readonly staff: Staff;
  readonly cards: Cards;
}

export interface Interactions extends Handlers {
  /** Resolves when all taps are handled. */
  drained(): Promise<void>;
  unsent(): Unsent;
}

/** Passes what people do to the conversation or to the staff desk, and answers. */
export function createInteractions({
  context,
  client,
  show,
  staff,
  cards,
}: InteractionsOptions): Interactions {
  const { petitions, conductor, log } = context;
  const seen = new BoundedMap<string, true>(REMEMBERED_TAPS);
  const inFlight = new InFlight();

  /** Lets `drained` wait for the work, and makes sure that it never rejects. */
  function tracked(work: Promise<void>): Promise<void> {
    return inFlight.track(
      work.catch((error: unknown) => log.warn(failureOf(error), 'a tap could not be answered')),
    );
  }

  /** False for a redelivered tap. */
  function isNew({ id }: Tap): boolean {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  }

  /** @param locale the button's language, for a person without a conversation */
  async function converse(tap: Tap, action: BotAction, locale?: string): Promise<void> {
    const event: BotEvent = {
      id: tap.id,
      action,
      ...(tap.displayName === undefined ? {} : { displayName: tap.displayName }),
      ...(locale === undefined ? {} : { languages: [locale] }),
      // Slack does not tell an account's age.
      accountAge: 'unknown',
    };
    await conductor.handle(tap.person, event, (messages) => show(tap.origin, messages));
  }

  async function onCommand(tap: CommandTap): Promise<void> {
    const { word, rest } = wordsOf(tap.words);
    if (petitions.several && LIST_WORDS.includes(word)) {
      return converse(tap, { kind: 'command', command: LIST_COMMAND });
    }
    const command = COMMANDS.find((known) => known === word);
    if (staff.isCommand(word) || word === '' || command === undefined) {
      const permission = await staff.permission(tap.channelId);
      if (permission === 'granted') {
        if (isNew(tap)) await staff.ask(tap, tap.channelId, word === '' ? 'total' : tap.words);
        return;
      }
      const onlyStaff = staff.isCommand(word) && command === undefined;
      if (permission === 'unknown' || onlyStaff) return staff.decline(tap.origin, permission);
    }
    if (word === '') return converse(tap, { kind: 'command', command: 'sign' });
    // The name of a petition after a command: the command is about that one.
    if (petitions.several && command !== undefined && petitions.named(rest) !== null) {
      return converse(tap, { kind: 'command', command, argument: rest });
    }
    if (command === 'withdraw' && rest !== '') {
      return converse(tap, { kind: 'command', command, argument: rest });
    }
    const understood = rest === '' ? command : undefined;
    // A command that makes no sense gets help.
    return converse(tap, {
      kind: 'command',
      command: understood ?? typedCommand(petitions, tap.words) ?? 'help',
    });
  }

  async function onPress(tap: PressTap): Promise<void> {
    const { meaning, origin } = tap;
    switch (meaning.kind) {
      case 'code': {
        const form = formOf(petitions, meaning.code);
        if (form === null) return converse(tap, { kind: 'press', code: meaning.code });
        return isNew(tap) ? openForm(tap, meaning.code, form) : undefined;
      }
      case 'card-sign': {
        const served = servedBy(meaning);
        // The card is everybody's message, so the answer must not replace it.
        const beside = { ...tap, origin: { ...origin, inPlace: false } };
        await converse(beside, signCommand(served, origin.channelId), meaning.locale);
        return served !== null && isNew(tap) ? cards.pressed(origin, { ...meaning, served }) : undefined;
      }
      case 'home-sign':
        return converse(tap, signCommand(servedBy(meaning), null), meaning.locale);
      case 'card-post': {
        const served = servedBy(meaning);
        if (served === null) return converse(tap, signCommand(served, null), meaning.locale);
        return isNew(tap) ? cards.post(origin, served, meaning.locale) : undefined;
      }
      case 'home-language':
        return publishHome(origin, meaning.locale);
      case 'staff-ask':
      case 'staff-ask-again': {
        const inPlace = origin.inPlace && meaning.kind === 'staff-ask-again';
        return isNew(tap)
          ? staff.askByPress({ ...tap, origin: { ...origin, inPlace } }, meaning.argument)
          : undefined;
      }
      case 'staff-confirm':
        return isNew(tap) ? staff.confirm(tap, meaning.argument) : undefined;
      case 'staff-cancel':
      case 'clear':
        if (origin.responseUrl !== null && origin.inPlace) await takeAway(origin.responseUrl);
    }
  }

  /**
   * Opens the form at once, without asking the store: Slack refuses it after 3 s. If Slack refuses it, the person
   * reads that another press can help, in the form's language.
   */
  async function openForm({ triggerId, origin }: PressTap, code: string, form: Form): Promise<void> {
    const view = modal(form, formMetadata(code, origin));
    try {
      await retryBriefly(() => client.views.open({ trigger_id: triggerId, view }));
    } catch (error) {
      log.warn(failureOf(error), 'a form could not be opened');
      const texts = petitions.texts(form.locale);
      await show(origin, [noteSaying(texts, texts.words.say('form-unopened'))]);
    }
  }

  async function publishHome({ userId }: Pick<HomeLook, 'userId'>, locale: string): Promise<void> {
    const spoken = petitions.locales.find((known) => known === locale) ?? petitions.locales[0];
    const told = await Promise.all(
      petitions.all.map(async (served) => ({
        served,
        status: await served.status.orLastKnown(),
        total: await readPublicTotal({ ...served, log }),
      })),
    );
    const view = homeView(petitions, told, spoken);
    await retryPatiently(() => client.views.publish({ user_id: userId, view }));
  }

  /**
   * The petition of a card or of a button in the Home tab. Those that were made while the bot had one petition belong
   * to the first one. Null if the bot no longer has it.
   */
  function servedBy({ petition }: { readonly petition: string }): ServedPetition | null {
    return petition === '' ? petitions.all[0] : petitions.named(petition);
  }

  /** Opens a petition, or the list if the bot no longer has it. @param channelId where the card is */
  function signCommand(served: ServedPetition | null, channelId: string | null): BotAction {
    if (served === null) return { kind: 'command', command: LIST_COMMAND };
    const source = channelId === null ? null : served.sources.mint('slack', channelId);
    const carried = petitions.several ? linkCode(served.petition.id, source) : source;
    return { kind: 'command', command: 'sign', ...(carried === null ? {} : { source: carried }) };
  }

  /** Parses a payload and handles it. A payload that can't be parsed is only logged. */
  function on<T>(read: (body: unknown) => T | null, deal: (read: T) => Promise<void>) {
    return async (body: unknown): Promise<void> => {
      const understood = read(body);
      if (understood === null)
        log.info({ code: 'slack-ignored' }, 'a payload was ignored: it asks for nothing');
      else await tracked(deal(understood));
    };
  }

  return {
    command: on(readCommand, onCommand),
    press: on(readPress, onPress),
    form: on(readForm, (tap) => converse(tap, { kind: 'form', code: tap.code, text: tap.text })),
    // In the petition's first language: the person's own is in their conversation, which we don't read just
    // for a look.
    homeOpened: on(readHomeLook, (look) => publishHome(look, petitions.locales[0])),
    drained: () => inFlight.idle(),
    unsent: () => inFlight.unsent(),
  };
}

/** The first word in lower case, and the rest. */
function wordsOf(words: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(words) ?? [];
  return { word: word.toLowerCase(), rest };
}
