import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { linkCode } from '../../../src/channel/links.js';
import type { Petition } from '../../../src/petition/petition.js';
import { personKey } from '../../../src/signatures/person.js';
import { sample } from '../../transcripts/sample.js';
import type { Answer } from '../talk.js';
import { Bot, caseOf, emptyLedger, type Handed, lineOver, Talker } from './bot.js';
import { anyLife, type Deed, PEOPLE, PETITIONS } from './deeds.js';
import { RoutingOracle } from './routing-oracle.js';

let petitions: readonly Petition[];
beforeAll(async () => {
  const base = await sample();
  petitions = PETITIONS.map((id) => caseOf(base, id, id === 'well' ? { locales: ['ar'] } : {}));
});

/** The petitions that the last event reached, and in which process. */
interface Last {
  readonly reached: readonly string[];
  readonly process: number;
}
const NOTHING_YET: Last = { reached: [], process: 0 };

/** A person, and what is known of them. */
function someone(bot: Bot, name: string) {
  const talker = new Talker(bot, name);
  const oracle = new RoutingOracle(bot, personKey(talker.person));
  return { talker, oracle, last: NOTHING_YET };
}

/** Five people and a bot with three petitions. Checks where each event goes. */
class Life {
  readonly bot = new Bot(petitions);
  /** How often something happened without which the test would say nothing. */
  readonly seen = { signed: 0, withdrawn: 0, several: 0, switched: 0, repeated: 0 };
  readonly #people = new Map(PEOPLE.map((name) => [name, someone(this.bot, name)]));
  #processes = 1;

  async live(name: (typeof PEOPLE)[number], deed: Deed): Promise<void> {
    const one = this.#people.get(name);
    if (one === undefined) throw new Error(`nobody is called ${name}`);
    const { talker, oracle } = one;
    const act = this.#act(one, deed);
    if (act === null) return;
    const expected = oracle.expected(deed);
    const before = this.bot.handed.length;
    const signatures = await this.#signatures();
    const { messages, outcome } = await act();

    const handed = this.bot.handed.slice(before);
    const reached = PETITIONS.filter((id) => handed.some(({ petition }) => petition === id));
    const chosen = oracle.chosen;
    if (expected !== null) expect(reached).toEqual(expected);
    if (deed.kind === 'again' && one.last.process === this.#processes) {
      expect(reached).toEqual(one.last.reached);
      this.seen.repeated += 1;
    }
    expect(handed.every(({ person }) => person.id === name)).toBe(true);
    oracle.saw(messages);
    // Withdrawing all opens no petition, also where one is left.
    const isAll = handed.some(({ event }) => event.id.includes(' '));
    if (!isAll) {
      const isCancelled = handed.some(
        ({ event: { action } }) => action.kind === 'command' && action.command === 'cancel',
      );
      oracle.happened(reached, messages.length > 0 || outcome === 'unsent', isCancelled);
    }
    expect(this.bot.choices.rows.get(personKey(talker.person))?.petition ?? null).toBe(oracle.chosen);
    one.last = { reached, process: this.#processes };

    const now = await this.#signatures();
    this.seen.signed += now > signatures ? 1 : 0;
    this.seen.withdrawn += now < signatures ? 1 : 0;
    this.seen.several += reached.length > 1 ? 1 : 0;
    this.seen.switched += chosen !== null && oracle.chosen !== null && chosen !== oracle.chosen ? 1 : 0;
  }

  async #signatures(): Promise<number> {
    const counts = await Promise.all(PETITIONS.map((id) => this.bot.ledger(id).counted()));
    return counts.reduce((sum, count) => sum + count);
  }

  /** Null where the person can't do it: there is no such button yet, or nobody has such a receipt. */
  #act(one: ReturnType<typeof someone>, deed: Deed): (() => Promise<Answer>) | null {
    const { talker, oracle } = one;
    const press = (codes: readonly (string | undefined)[], which = 0, send = true) => {
      const code = codes[which % codes.length];
      return code === undefined ? null : () => talker.does({ kind: 'press', code }, send);
    };
    switch (deed.kind) {
      case 'link':
        return () => talker.follows(linkCode(deed.petition, 'poster'));
      case 'forward':
        return press([oracle.forward(deed.petition)]);
      case 'unsent':
        return press([oracle.forward(deed.petition)], 0, false);
      case 'button':
        return press(oracle.buttonsOf(deed.petition), deed.which);
      case 'stolen': {
        const others = [...this.#people.values()].filter((other) => other !== one);
        return press(
          others.flatMap((other) => [
            ...other.oracle.choosers,
            ...PETITIONS.flatMap((id) => other.oracle.buttonsOf(id)),
          ]),
          deed.which,
        );
      }
      case 'chooser':
        return press(oracle.choosers, deed.which);
      case 'take-all': {
        const newest = oracle.choosers.findLast((code) => /\.(all|yes)\./.test(code));
        return press([newest]);
      }
      case 'command':
        return () => talker.command(deed.command);
      case 'text':
        return () => talker.says(deed.text);
      case 'receipt': {
        const receipts = Object.values(this.bot.ledger(deed.petition).rows()).flatMap(
          ({ signature }) => signature?.receipt ?? [],
        );
        const receipt = receipts[deed.of % receipts.length];
        return receipt === undefined ? null : () => talker.says(receipt);
      }
      case 'again':
        return talker.event === null ? null : () => talker.again();
      case 'restart':
        this.bot.restart();
        this.#processes += 1;
        return null;
    }
  }
}

/** What a petition's rows are if its bot stands alone and gets the same events. */
async function alone(petition: Petition, handed: readonly Handed[]) {
  const ledger = emptyLedger(petition);
  const { conductor } = lineOver(petition, ledger);
  for (const one of handed) {
    if (one.petition === petition.id) await conductor.handle(one.person, one.event, async () => undefined);
  }
  return { rows: ledger.rows(), counted: await ledger.counted() };
}

describe('any events of five people over three petitions', () => {
  test('go where they belong, and leave in each petition what its own bot would have', async () => {
    const seen = { signed: 0, withdrawn: 0, several: 0, switched: 0, repeated: 0 };
    await fc.assert(
      fc.asyncProperty(anyLife, async (deeds) => {
        const life = new Life();
        for (const { person, deed } of deeds) await life.live(person, deed);
        for (const petition of petitions) {
          const ledger = life.bot.ledger(petition.id);
          expect({ rows: ledger.rows(), counted: await ledger.counted() }).toEqual(
            await alone(petition, life.bot.handed),
          );
        }
        for (const what of ['signed', 'withdrawn', 'several', 'switched', 'repeated'] as const) {
          seen[what] += life.seen[what];
        }
      }),
      { numRuns: 60 },
    );
    // Otherwise the test would say nothing.
    expect(seen.signed).toBeGreaterThan(60);
    expect(seen.withdrawn).toBeGreaterThan(20);
    expect(seen.several).toBeGreaterThan(20);
    expect(seen.switched).toBeGreaterThan(60);
    expect(seen.repeated).toBeGreaterThan(20);
  });
});
