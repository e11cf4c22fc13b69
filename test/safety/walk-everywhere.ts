import { MARK, PLAIN_MARK } from './canary.js';
import type { Stand } from './stand.js';
import {
  onDiscord,
  onSlack,
  onTelegram,
  type Supporter,
  type Talker,
  WebVisitor,
  walkToName,
} from './supporters.js';

/** Secrets without the mark: the platforms' ids of people, and receipts. */
export interface Traces {
  /** Numeric account ids. */
  readonly numbers: string[];
  /** Browser sessions and Slack ids. */
  readonly ids: string[];
  readonly receipts: string[];
}

/** The name that people sign with. */
export const SIGNED_NAME = `${MARK} in full`;

/** The channels with updates: they store a way to reach a person. */
const WRITES_TO = ['telegram', 'discord'];

const RECEIPT = /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}/;

/** A new person on each channel, whose name on the platform is a canary. */
export function newcomers(stand: Stand): readonly Supporter[] {
  const telegram = { firstName: MARK, lastName: 'Surname', username: `${PLAIN_MARK}_bot`, language: 'en' };
  return [
    new WebVisitor(stand.url),
    onTelegram(stand.polling.person(telegram)),
    onTelegram(stand.webhook.person(telegram)),
    onDiscord(stand.discord.person({ name: `${MARK} of Discord` })),
    onDiscord(stand.discord.person({ nick: `${MARK} of a server`, place: stand.discord.server() })),
    ...[stand.slackBySocket, stand.slackByHttp].map((slack) =>
      onSlack(slack, slack.person({ name: MARK, handle: `${PLAIN_MARK}.slack` })),
    ),
  ];
}

export function canSay(supporter: Supporter): supporter is Talker {
  return 'say' in supporter;
}

/**
 * Lets people sign on every channel. Each writes their own texts wherever they can: a name, a refused name, an
 * unknown receipt, unexpected messages, codes, links.
 */
export async function walkEverywhere(stand: Stand): Promise<Traces> {
  const traces: Traces = { numbers: [], ids: [], receipts: [] };
  const remember = ({ person }: Supporter) =>
    (/^\d+$/.test(person.id) ? traces.numbers : traces.ids).push(person.id);

  await Promise.all(
    newcomers(stand).map(async (supporter) => {
      await walkToName(supporter);
      remember(supporter);
      await supporter.write('Write a name', `${MARK}\u0000refused`);
      await supporter.write('Write a name', `https://example.org/${MARK}`);
      await supporter.write('Write a name', SIGNED_NAME);
      traces.receipts.push(receiptIn(await supporter.press(0)));
      if (WRITES_TO.includes(supporter.person.channel)) {
        await supporter.press('Tell me how it goes');
        await supporter.press('Yes, write to me here');
      }
      await supporter.command('withdraw', `${MARK} is no receipt`);
      await supporter.command('mydata');
      await supporter.pressCode(`${MARK}.name.anonymous`);
      if (canSay(supporter)) await supporter.say(`${MARK} out of the blue`);
    }),
  );

  // People who sign with the platform's name, people who withdraw, and people who give a name but do not sign.
  await Promise.all(
    newcomers(stand).map(async (supporter) => {
      await walkToName(supporter);
      remember(supporter);
      if (supporter.person.channel === 'web') await supporter.write('Write a name', MARK);
      else await supporter.press('Sign as');
      const receipt = receiptIn(await supporter.press(`Sign as`));
      traces.receipts.push(receipt);
      await supporter.command('withdraw');
      await supporter.press(0);
    }),
  );
  await Promise.all(
    newcomers(stand).map(async (supporter) => {
      await walkToName(supporter);
      remember(supporter);
      await supporter.write('Write a name', `${MARK} draft`);
    }),
  );

  const [giver, taker] = newcomers(stand);
  if (giver === undefined || taker === undefined) throw new Error('nobody came');
  await walkToName(giver);
  const receipt = receiptIn(await giver.press(0));
  traces.receipts.push(receipt);
  await taker.command('withdraw', receipt);
  remember(giver);
  remember(taker);

  const visitor = new WebVisitor(stand.url);
  await visitor.arrive(`${PLAIN_MARK}-source`);
  remember(visitor);
  for (const fake of [stand.polling, stand.webhook]) {
    await onTelegram(fake.person()).say(`/start ${PLAIN_MARK}`);
    await onTelegram(fake.person()).say(`/${PLAIN_MARK} ${MARK}`);
    const group = fake.group();
    group.hears(fake.person({ firstName: MARK }), `/sign@${fake.username} ${MARK}`);
  }
  return traces;
}

function receiptIn(shown: string): string {
  const [receipt] = RECEIPT.exec(shown) ?? [];
  if (receipt === undefined) throw new Error('signed without a receipt');
  return receipt;
}
