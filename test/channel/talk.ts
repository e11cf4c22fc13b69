import { randomUUID } from 'node:crypto';
import type { Campaign } from '../../src/campaign.js';
import type { Outcome, Person } from '../../src/channel/adapter.js';
import type { Action, Event } from '../../src/conversation/event.js';
import type { Message } from '../../src/conversation/message.js';
import { plainText } from '../../src/petition/plain.js';
import { PRESSES_TO_NAME } from '../support/walk.js';

/** What became of an event, and what the person was told. */
export interface Answer {
  readonly outcome: Outcome;
  readonly messages: readonly Message[];
}

/** An event that nobody has sent yet. */
const eventOf = (action: Action): Event => ({ id: randomUUID(), action });
/** A command's event. */
export const command = (name: Extract<Action, { kind: 'command' }>['command'], source?: string): Event =>
  eventOf({ kind: 'command', command: name, ...(source === undefined ? {} : { source }) });

/** Sends an event through a process, and gives the answer. */
export async function send({ conductor }: Campaign, person: Person, event: Event): Promise<Answer> {
  let messages: readonly Message[] = [];
  const outcome = await conductor.handle(person, event, async (answer) => {
    messages = answer;
  });
  return { outcome, messages };
}

/** The press on an answer's first button: the way forward. */
export function forward({ messages }: Answer): Event {
  const [button] = messages.at(-1)?.buttons ?? [];
  if (button?.kind !== 'press') throw new Error('no button to press');
  return eventOf({ kind: 'press', code: button.code });
}

export const someone = (id: string): Person => ({ channel: 'chat', tenant: '', id });

/** The walk up to the screen whose first button signs. */
export async function walkToTheName(
  campaign: Campaign,
  person: Person,
  start = command('sign'),
): Promise<Answer> {
  let answer = await send(campaign, person, start);
  for (let press = 0; press < PRESSES_TO_NAME.sample; press += 1)
    answer = await send(campaign, person, forward(answer));
  return answer;
}

/** An answer as text. */
export const says = ({ messages }: Answer) => messages.map(({ body }) => plainText(body)).join('\n');
