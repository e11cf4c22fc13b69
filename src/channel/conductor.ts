import type { Logger } from 'pino';
import { advance, apology, current, fellBack, unconfirmed } from '../conversation/advance.js';
import type { Conversation } from '../conversation/conversation.js';
import type { Event } from '../conversation/event.js';
import type { Facts } from '../conversation/facts.js';
import { stillStands } from '../conversation/gate.js';
import type { Message } from '../conversation/message.js';
import { dayOf } from '../day.js';
import { causeOf } from '../log.js';
import type { Shown } from '../petition/evidence.js';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import { statusAt } from '../petition/status.js';
import type { Ledger, Reading } from '../signatures/ledger.js';
import { type Person, personKey } from '../signatures/person.js';
import type { PublicTotal } from '../signatures/public-total.js';
import { parseReceipt } from '../signatures/receipt.js';
import type { SourceCodes } from '../signatures/source-codes.js';
import { StoreUnavailable } from '../storage/database.js';
import type { Conductor, Outcome } from './adapter.js';
import { BoundedMap } from './kit/bounded.js';
import { InOrder } from './kit/in-order.js';

/** How often we try a turn that fails for another reason than the store, before the person gets an apology. */
const ATTEMPTS = 3;

/** More conflicts in one turn mean that another program changes this person's row in a loop. */
const CONFLICTS = 16;

/** How many answered events we remember: minutes' worth. A redelivery of an unanswered event gets its answer again. */
const REMEMBERED_ANSWERS = 20_000;

/** How many people's languages we remember, for answers while the store is away. */
const REMEMBERED_LOCALES = 20_000;

/** How many people we remember until we have told them that the database lost a turn of theirs. */
const REMEMBERED_LOSSES = 20_000;

/** How many former texts we remember: a petition's consent is edited a few times at most. */
const REMEMBERED_TEXTS = 100;

export interface ConductorOptions {
  readonly petition: Petition;
  readonly ledger: Pick<Ledger<Conversation>, 'read' | 'commit' | 'keptText'>;
  readonly total: PublicTotal;
  readonly sources: SourceCodes;
  /** True if signatures are only a trial. */
  readonly preview: boolean;
  readonly log: Logger;
  readonly now: () => Date;
  /** Called after each event with its outcome and duration, for the metrics. */
  readonly observe?: (channel: string, outcome: Outcome, seconds: number) => void;
}

interface Settled {
  readonly outcome: Outcome;
  readonly messages: readonly Message[];
}

/** Applies events to conversations: one event of a person at a time, each event once, saved before it is answered. */
export function createConductor(options: ConductorOptions): Conductor {
  const { petition, ledger, total, log } = options;
  const people = new InOrder<string>();
  const answered = new BoundedMap<string, true>(REMEMBERED_ANSWERS);
  const locales = new BoundedMap<string, Locale>(REMEMBERED_LOCALES);
  const untold = new BoundedMap<string, true>(REMEMBERED_LOSSES);
  const formerTexts = new BoundedMap<string, string>(REMEMBERED_TEXTS);

  /** The words that the person agreed to, if the petition's words have changed since; otherwise null. */
  async function formerText(name: 'consent' | 'updates', shown: Shown | undefined): Promise<string | null> {
    if (shown === undefined || stillStands(petition, name, shown)) return null;
    const key = `${name} ${shown.locale} ${shown.version}`;
    const known = formerTexts.get(key) ?? (await ledger.keptText(name, shown));
    if (known !== null) formerTexts.set(key, known);
    return known;
  }

  async function factsOf(reading: Reading<Conversation>, publicTotal: number, now: Date): Promise<Facts> {
    return {
      ...statusAt(petition.settings, reading.campaign, now),
      conversation: reading.conversation,
      signature: reading.signature,
      formerConsent: await formerText('consent', reading.signature?.evidence?.texts.consent),
      updates: reading.updates,
      formerUpdates: await formerText('updates', reading.updates?.evidence?.text),
      total: publicTotal,
      now,
      today: dayOf(now),
      erased: reading.campaign.erased,
      tag: reading.tag,
      receiptFound: reading.receiptFound,
      nextReceipt: reading.nextReceipt,
      preview: options.preview,
    };
  }

  /** Applies an event, unless it is already applied. Throws what the store throws. */
  async function apply(person: Person, key: string, event: Event): Promise<Settled> {
    for (let conflicts = 0; conflicts < CONFLICTS; conflicts += 1) {
      const [published, reading] = await Promise.all([total.read(), ledger.read(person, receiptIn(event))]);
      if (reading.lost) untold.set(key, true);
      const now = options.now();
      const facts = await factsOf(reading, published.total, now);
      if (reading.conversation?.handled.includes(event.id)) {
        const wasAnswered = answered.has(answerKey(key, event));
        const messages = wasAnswered ? [] : current(petition, facts, event);
        return { outcome: 'repeat', messages: withLoss(key, reading.conversation.locale, messages) };
      }
      const turn = advance(petition, facts, event);
      if ((await ledger.commit(reading, turn.conversation, turn.change, facts.today)) === 'saved') {
        locales.set(key, turn.conversation.locale);
        if (turn.change.kind !== 'none') total.nudge();
        return { outcome: 'applied', messages: withLoss(key, turn.conversation.locale, turn.messages) };
      }
    }
    throw new StoreUnavailable('contended');
  }

  /** Puts the notice of a lost turn before the answer. It comes with every answer until one has been sent. */
  function withLoss(key: string, locale: Locale, messages: readonly Message[]): readonly Message[] {
    return untold.has(key) ? [fellBack(petition.texts(locale)), ...messages] : messages;
  }

  async function settle(person: Person, key: string, event: Event): Promise<Settled> {
    const words = () => petition.texts(locales.get(key) ?? petition.negotiate(event.languages ?? []));
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        return await apply(person, key, event);
      } catch (error) {
        if (error instanceof StoreUnavailable) {
          log.error({ channel: person.channel, code: error.code }, 'an event could not be saved');
          return { outcome: 'unsaved', messages: [unconfirmed(words())] };
        }
        log.error(
          { channel: person.channel, action: event.action.kind, attempt, ...causeOf(error) },
          'a turn failed',
        );
      }
    }
    return { outcome: 'failed', messages: [apology(words())] };
  }

  async function turn(
    person: Person,
    key: string,
    event: Event,
    reply: (messages: readonly Message[], outcome: Outcome) => Promise<void>,
  ): Promise<Outcome> {
    const { outcome, messages } = await settle(person, key, event);
    if (messages.length === 0) return outcome;
    try {
      await reply(messages, outcome);
    } catch (error) {
      log.warn({ channel: person.channel, outcome, ...causeOf(error) }, 'an answer could not be sent');
      return outcome === 'applied' || outcome === 'repeat' ? 'unsent' : outcome;
    }
    if (outcome === 'applied' || outcome === 'repeat') {
      answered.set(answerKey(key, event), true);
      untold.delete(key);
    }
    return outcome;
  }

  return {
    async handle(person, incoming, reply) {
      const started = performance.now();
      const event = withKnownSource(options.sources, incoming);
      const key = personKey(person);
      const outcome = await people.run(key, () => turn(person, key, event, reply));
      options.observe?.(person.channel, outcome, (performance.now() - started) / 1000);
      return outcome;
    },
  };
}

function answerKey(personKey: string, event: Event): string {
  return `${personKey} ${event.id}`;
}

/** The receipt in an event's text, if any. The ledger looks it up together with the person's rows. */
function receiptIn({ action }: Event): string | undefined {
  const written =
    action.kind === 'command' ? action.argument : action.kind === 'press' ? undefined : action.text;
  return (written === undefined ? null : parseReceipt(written)) ?? undefined;
}

/** Removes an unknown source from an event, because anybody can write a link. */
function withKnownSource(sources: SourceCodes, event: Event): Event {
  const { action } = event;
  if (action.kind !== 'command' || action.source === undefined) return event;
  if (sources.accepts(action.source)) return event;
  const { source: _unknown, ...rest } = action;
  return { ...event, action: rest };
}
