import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { apology, unconfirmed } from '../conversation/advance.js';
import { WITHDRAW_ACTION } from '../conversation/answers/withdraw.js';
import { parseCode } from '../conversation/code.js';
import type { Step } from '../conversation/conversation.js';
import type { Event } from '../conversation/event.js';
import type { Message } from '../conversation/message.js';
import { causeOf } from '../log.js';
import type { Locale } from '../petition/formats.js';
import type { Choices } from '../signatures/choices.js';
import { type Person, personKey } from '../signatures/person.js';
import { StoreUnavailable } from '../storage/database.js';
import type { BotEvent, Conductor, Outcome, Switchboard } from './adapter.js';
import { createChoiceMemory } from './choice-memory.js';
import {
  headlineLine,
  type Listed,
  listMessage,
  stillToSign,
  whetherToWithdrawAll,
  whichToWithdraw,
  withList,
  withOthers,
} from './chooser.js';
import { parseChooserCode } from './chooser-code.js';
import { BoundedMap } from './kit/bounded.js';
import { InOrder } from './kit/in-order.js';
import { readPublicTotal } from './kit/public-total.js';
import { createRoutes, eventFor, type Form, type Route } from './routes.js';
import type { ServedPetitions } from './served-petitions.js';
import type { Line } from './switchboard-line.js';
import { type Reply, together } from './together.js';

/** How many events we remember with their route: minutes' worth. A redelivery takes the same route. */
const REMEMBERED_ROUTES = 20_000;

/** How many events that the bot itself has answered we remember. A redelivery of one gets no second answer. */
const REMEMBERED_ANSWERS = 20_000;

export interface SwitchboardOptions {
  readonly petitions: ServedPetitions<Line>;
  readonly choices: Pick<Choices, 'read' | 'write' | 'erase'>;
  /** The tag of a person's buttons of the bot's own. */
  tagOf(person: Person): string;
  readonly log: Logger;
}

/** For a bot with one petition: every event is for that one. */
export function onlyLine(conductor: Conductor): Switchboard {
  return {
    handle: (person, event, reply) => conductor.handle(person, eventFor(event, { as: 'itself' }), reply),
  };
}

/**
 * Hands each event to the petition that it belongs to, one event of a person at a time. A press belongs to the petition
 * that made the button, a link to the petition that it names, and anything else to the petition that the person has
 * opened last. If there is none, the person gets the list.
 */
export function createSwitchboard(options: SwitchboardOptions): Switchboard {
  const { petitions, choices, tagOf, log } = options;
  const decide = createRoutes({ petitions, tagOf, choiceOf: choices.read });
  const memory = createChoiceMemory(choices, () => performance.now());
  const routes = new BoundedMap<string, Route>(REMEMBERED_ROUTES);
  const answered = new BoundedMap<string, true>(REMEMBERED_ANSWERS);
  const people = new InOrder<string>();

  async function routeOf(person: Person, event: BotEvent): Promise<Route> {
    const key = eventKey(person, event);
    const route = routes.get(key) ?? (await decide(person, event));
    routes.set(key, route);
    return route;
  }

  /** The language for the bot's own answers: a button says it, or the person's last choice, or the platform. */
  async function localeFor(person: Person, { action, languages = [] }: BotEvent): Promise<Locale> {
    const written = action.kind === 'press' ? parseChooserCode(action.code)?.locale : undefined;
    const known = written ?? (await choices.read(person))?.locale;
    return petitions.locales.find((locale) => locale === known) ?? petitions.negotiate(languages);
  }

  async function listedFor(person: Person, lines: readonly Line[]): Promise<readonly Listed[]> {
    return Promise.all(
      lines.map(async ({ petition, ledger, total, status }) => {
        const [reading, shown, now] = await Promise.all([
          ledger.read(person),
          readPublicTotal({ total, log }),
          status.orLastKnown(),
        ]);
        return { petition, total: shown, status: now, signed: reading.signature !== null };
      }),
    );
  }

  async function answerOf(
    person: Person,
    event: BotEvent,
    route: Exclude<Route, { kind: 'one' | 'several' | 'withdraw-all' }>,
  ): Promise<Message> {
    const reader = { locale: await localeFor(person, event), tag: tagOf(person) };
    if (route.kind === 'list') {
      return listMessage(petitions, await listedFor(person, petitions.all), reader, route.from);
    }
    const signed = await listedFor(person, route.lines);
    return route.kind === 'which-to-withdraw'
      ? whichToWithdraw(petitions, signed, reader)
      : whetherToWithdrawAll(petitions, signed, reader, route.mark);
  }

  async function follow(person: Person, event: BotEvent, route: Route, reply: Reply): Promise<Outcome> {
    switch (route.kind) {
      case 'one':
        return one(person, event, route, reply);
      case 'several': {
        const outcome = await together(
          route.lines.map(
            (line) => (part: Reply) =>
              line.conductor.handle(person, eventFor(event, route.form), titled(line, part)),
          ),
          reply,
        );
        if (cancels(route.form)) await erase(person);
        return outcome;
      }
      case 'withdraw-all':
        return together(
          route.lines.map((line) => (part: Reply) => withdraw(person, event, line, titled(line, part))),
          reply,
        );
      default: {
        const key = eventKey(person, event);
        if (answered.has(key)) return 'repeat';
        const message = await answerOf(person, event, route);
        try {
          await reply([message], 'applied');
          answered.set(key, true);
          return 'applied';
        } catch (error) {
          log.warn({ channel: person.channel, ...causeOf(error) }, 'an answer could not be sent');
          return 'unsent';
        }
      }
    }
  }

  function one(
    person: Person,
    event: BotEvent,
    { line, form }: Extract<Route, { kind: 'one' }>,
    reply: Reply,
  ): Promise<Outcome> {
    return line.conductor.handle(person, eventFor(event, form), async (messages, outcome) => {
      if (cancels(form)) await erase(person);
      else if (outcome === 'applied' || outcome === 'repeat') await remember(person, event, line, messages);
      await reply(await withPetitionNamed(person, event, line, messages), outcome);
    });
  }

  /** The next text message of the person is for this petition. Without this row, they choose once more. */
  async function remember(
    person: Person,
    event: BotEvent,
    { petition }: Line,
    messages: readonly Message[],
  ): Promise<void> {
    try {
      const hasEveryLanguage = petitions.locales.every((locale) => petition.locales.includes(locale));
      const readerLocale = async () => (hasEveryLanguage ? null : localeFor(person, event));
      await memory.choose(person, petition, messages, readerLocale);
    } catch (error) {
      log.warn({ channel: person.channel, ...causeOf(error) }, 'a choice of a petition could not be saved');
    }
  }

  async function erase(person: Person): Promise<void> {
    try {
      await memory.erase(person);
    } catch (error) {
      log.warn({ channel: person.channel, ...causeOf(error) }, 'a choice of a petition could not be erased');
    }
  }

  /**
   * Withdraws in one petition as its own buttons do: asks, and presses "yes". The question has an id of its own, since
   * a redelivery must get it again; the press has the event's id, so that it is applied once. If there is no signature,
   * it asks nothing: the person has withdrawn it before, and is told so again unless that answer has arrived.
   */
  async function withdraw(person: Person, event: BotEvent, line: Line, part: Reply): Promise<Outcome> {
    let code: string | undefined;
    const asking = eventFor(
      { ...event, id: `${event.id} ${randomUUID()}` },
      { as: 'command', command: 'withdraw' },
    );
    await line.conductor.handle(person, asking, async (messages) => {
      code = messages
        .flatMap(({ buttons }) => buttons)
        .flatMap((button) => (button.kind === 'press' ? button.code : []))
        .find((one) => parseCode(one)?.action === WITHDRAW_ACTION);
    });
    const answer: Event =
      code === undefined
        ? eventFor(event, { as: 'command', command: 'withdraw' })
        : { ...event, action: { kind: 'press', code } };
    return line.conductor.handle(person, answer, part);
  }

  /** Sends messages as parts of one answer: each names its petition, and replaces no screen. */
  function titled({ petition }: Line, part: Reply): Reply {
    const asPart = (message: Message): Message => ({
      ...message,
      role: 'note',
      petition: petition.id,
      body: [headlineLine(petitions, petition, message), ...message.body],
    });
    return (messages, outcome) => part(messages.map(asPart), outcome);
  }

  /**
   * A petition's answer where there are several: a note names its petition, and the first screen, the help and the
   * thanks lead to the others.
   */
  async function withPetitionNamed(
    person: Person,
    { action }: BotEvent,
    line: Line,
    messages: readonly Message[],
  ): Promise<readonly Message[]> {
    const { petition } = line;
    return Promise.all(
      messages.map(async (message) => {
        const named = { ...message, petition: petition.id };
        if (isScreenOf(message, 'thanks')) return withOthersFor(person, line, named);
        const listed = () => withList(petitions, named, { locale: message.locale, tag: tagOf(person) });
        if (isScreenOf(message, 'welcome')) return listed();
        if (message.role === 'screen') return named;
        const shown = action.kind === 'command' && action.command === 'help' ? listed() : named;
        return { ...shown, body: [headlineLine(petitions, petition, message), ...message.body] };
      }),
    );
  }

  async function withOthersFor(person: Person, line: Line, thanks: Message): Promise<Message> {
    try {
      const others = await listedFor(
        person,
        petitions.all.filter((one) => one !== line),
      );
      const count = stillToSign(others).length;
      if (count === 0) return thanks;
      return withOthers(petitions, thanks, count, { locale: thanks.locale, tag: tagOf(person) });
    } catch (error) {
      log.warn({ channel: person.channel, ...causeOf(error) }, 'the other petitions could not be counted');
      return thanks;
    }
  }

  async function turn(person: Person, event: BotEvent, reply: Reply): Promise<Outcome> {
    try {
      return await follow(person, event, await routeOf(person, event), reply);
    } catch (error) {
      // The conductors and `reply` throw nothing that reaches this place: the person has no answer yet.
      log.error(
        { channel: person.channel, ...causeOf(error) },
        'the petition of an event could not be found',
      );
      const texts = petitions.texts(petitions.negotiate(event.languages ?? []));
      const [message, outcome] =
        error instanceof StoreUnavailable
          ? ([unconfirmed(texts), 'unsaved'] as const)
          : ([apology(texts), 'failed'] as const);
      await reply([message], outcome).catch((failed: unknown) => {
        log.warn({ channel: person.channel, ...causeOf(failed) }, 'an answer could not be sent');
      });
      return outcome;
    }
  }

  return {
    handle: (person, event, reply) => people.run(personKey(person), () => turn(person, event, reply)),
  };
}

function eventKey(person: Person, { id }: BotEvent): string {
  return `${personKey(person)} ${id}`;
}

function cancels(form: Form): boolean {
  return form.as === 'command' && form.command === 'cancel';
}

function isScreenOf({ role, buttons }: Message, step: Step): boolean {
  return (
    role === 'screen' &&
    buttons.some((button) => button.kind === 'press' && parseCode(button.code)?.scope === step)
  );
}
