import type { webApi } from '@slack/bolt';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { BoundedMap } from '../../src/channel/kit/bounded.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import { type Action, COMMANDS, type Event } from '../../src/conversation/event.js';
import { formOf } from '../../src/conversation/form.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import type { Show } from './answer.js';
import type { Handlers } from './app.js';
import { card } from './card.js';
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
import { respond, takeAway } from './respond.js';
import { retryBriefly, retryPatiently } from './retry.js';
import type { Staff } from './staff.js';

/** Taps remembered that are not the conversation's, which remembers its own: redeliveries come within minutes. */
const REMEMBERED_TAPS = 5_000;

export interface InteractionsOptions {
  readonly context: AdapterContext;
  readonly client: webApi.WebClient;
  readonly show: Show;
  readonly staff: Staff;
}

export interface Interactions extends Handlers {
  /** Resolves when all that was taken has been dealt with. */
  drained(): Promise<void>;
}

/** Hands what people do to the conversation or to the staff desk, and sees that it is answered. */
export function createInteractions({ context, client, show, staff }: InteractionsOptions): Interactions {
  const { petition, conductor, sources, log } = context;
  const seen = new BoundedMap<string, true>(REMEMBERED_TAPS);
  const inFlight = new InFlight();

  /** Sees that something is waited for at the end, and that it never rejects. */
  function tracked(work: Promise<void>): Promise<void> {
    return inFlight.track(
      work.catch((error: unknown) => log.warn(failureOf(error), 'a tap could not be answered')),
    );
  }

  /** False for a tap that was delivered before. */
  function isNew({ id }: Tap): boolean {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  }

  /** @param locale the one that the button spoke, where it is the first that this person sees */
  async function converse(tap: Tap, action: Action, locale?: string): Promise<void> {
    const event: Event = {
      id: tap.id,
      action,
      ...(tap.displayName === undefined ? {} : { displayName: tap.displayName }),
      ...(locale === undefined ? {} : { languages: [locale] }),
      // Slack does not tell when an account was made.
      accountAge: 'unknown',
    };
    await conductor.handle(tap.person, event, (messages) => show(tap.origin, messages));
  }

  async function onCommand(tap: CommandTap): Promise<void> {
    const { word, rest } = wordsOf(tap.words);
    const command = COMMANDS.find((known) => known === word);
    if (staff.isCommand(word) || word === '' || command === undefined) {
      if (await staff.isRoom(tap.channelId)) {
        if (isNew(tap)) await staff.ask(tap, tap.channelId, word === '' ? 'total' : tap.words);
        return;
      }
      if (staff.isCommand(word) && command === undefined) return staff.refuse(tap.origin);
    }
    if (word === '') return converse(tap, { kind: 'command', command: 'sign' });
    if (command === 'withdraw' && rest !== '') {
      return converse(tap, { kind: 'command', command, argument: rest });
    }
    // What makes no sense is answered with what does.
    const understood = command !== undefined && rest === '';
    return converse(tap, { kind: 'command', command: understood ? command : 'help' });
  }

  async function onPress(tap: PressTap): Promise<void> {
    const { meaning, origin } = tap;
    switch (meaning.kind) {
      case 'code': {
        if (formOf(petition, meaning.code) === null) {
          return converse(tap, { kind: 'press', code: meaning.code });
        }
        return isNew(tap) ? openForm(tap, meaning.code) : undefined;
      }
      case 'card-sign': {
        const source = origin.channelId === null ? {} : { source: sources.mint('slack', origin.channelId) };
        // On everybody's message: never in its place.
        const beside = { ...tap, origin: { ...origin, inPlace: false } };
        return converse(beside, { kind: 'command', command: 'sign', ...source }, meaning.argument);
      }
      case 'home-sign':
        return converse(tap, { kind: 'command', command: 'sign' }, meaning.argument);
      case 'card-post':
        return isNew(tap) ? postCard(tap, textsIn(meaning.argument)) : undefined;
      case 'home-language':
        return publishHome(origin, textsIn(meaning.argument));
      case 'staff-confirm':
        return isNew(tap) ? staff.confirm(tap, meaning.argument) : undefined;
      case 'staff-cancel':
      case 'clear':
        if (origin.responseUrl !== null && origin.inPlace) await takeAway(origin.responseUrl);
    }
  }

  /** At once, without the store: Slack opens no form after 3 s. */
  async function openForm({ triggerId, origin }: PressTap, code: string): Promise<void> {
    const form = formOf(petition, code);
    if (form === null) return;
    const view = modal(form, formMetadata(code, origin));
    await retryBriefly(() => client.views.open({ trigger_id: triggerId, view }));
  }

  async function postCard({ origin: { responseUrl } }: PressTap, texts: LocaleTexts): Promise<void> {
    if (responseUrl === null) return;
    for (const rendered of card(texts)) await respond(responseUrl, rendered, 'public');
  }

  async function publishHome({ userId }: HomeLook, texts: LocaleTexts): Promise<void> {
    const view = homeView(petition, texts, await readPublicTotal(context));
    await retryPatiently(() => client.views.publish({ user_id: userId, view }));
  }

  /** Of a locale that the petition no longer has, the first stands in. */
  function textsIn(locale: string): LocaleTexts {
    return petition.texts(petition.locales.find((known) => known === locale) ?? petition.locales[0]);
  }

  /** Reads a payload and deals with it; what can't be read is told to the log and to nobody else. */
  function on<T>(read: (body: unknown) => T | null, deal: (read: T) => Promise<void>) {
    return async (body: unknown): Promise<void> => {
      const understood = read(body);
      if (understood === null) log.info({ code: 'slack-ignored' }, 'a payload asks for nothing');
      else await tracked(deal(understood));
    };
  }

  return {
    command: on(readCommand, onCommand),
    press: on(readPress, onPress),
    form: on(readForm, (tap) => converse(tap, { kind: 'form', code: tap.code, text: tap.text })),
    // In the first language: the one that somebody chose stands in their conversation, which nobody reads for a look.
    homeOpened: on(readHomeLook, (look) => publishHome(look, textsIn(petition.locales[0]))),
    drained: () => inFlight.idle(),
  };
}

/** The first word, which capitals make no other, and what stands behind it. */
function wordsOf(words: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(words) ?? [];
  return { word: word.toLowerCase(), rest };
}
