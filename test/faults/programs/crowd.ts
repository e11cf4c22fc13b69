import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { LIMITS } from '../../../adapters/telegram/limits.js';
import type { AdapterContext, Outcome } from '../../../src/channel/adapter.js';
import type { ConfiguredPlatform } from '../../../src/channel/platform.js';
import type { Action } from '../../../src/conversation/event.js';
import type { Message } from '../../../src/conversation/message.js';
import { plainText } from '../../../src/petition/plain.js';
import { CROWD, supporter } from '../support/supporter.js';
import { type Order, orderSchema, say } from './report.js';

/** A walk has nine turns. More turns mean that a person walks in a circle. */
const MAX_TURNS = 30;

/** Before a person who was told "not confirmed" presses again. */
const AGAIN_MS = 100;

/** A platform whose people live in this process, so that thousands can sign in a few seconds. */
export function crowd(): ConfiguredPlatform {
  return {
    channel: CROWD,
    limits: LIMITS,
    create: async (context) => ({
      channel: CROWD,
      limits: LIMITS,
      invitation: () => null,
      health: () => ({ ok: true }),
      start: async () => listen(context),
      stop: async () => undefined,
    }),
    check: async () => [],
  };
}

function listen(context: AdapterContext): void {
  let stopped = false;
  let events = 0;

  /** One event of a person: again until it is saved, as a person presses again. */
  async function act(person: number, action: Action): Promise<readonly Message[]> {
    for (;;) {
      events += 1;
      const event = {
        id: `${process.pid}:${events}`,
        action,
        languages: ['en'],
        accountAge: 'older',
      } as const;
      let answered: readonly Message[] = [];
      const outcome: Outcome = await context.conductor.handle(supporter(person), event, async (messages) => {
        answered = messages;
      });
      if (outcome === 'applied' || outcome === 'repeat') return answered;
      say({ kind: outcome === 'failed' ? 'apology' : 'unconfirmed', person });
      await wait(AGAIN_MS);
    }
  }

  async function sign(person: number): Promise<void> {
    let action: Action = { kind: 'command', command: 'sign' };
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      const messages = await act(person, action);
      if (wordsOf(messages).includes('Thank you')) {
        say({ kind: 'thanked', person });
        return;
      }
      action = forward(messages);
    }
    throw new Error('a supporter found no way to the signature');
  }

  async function applyMove(order: Order): Promise<void> {
    if (order.do === 'stop') {
      stopped = true;
    } else if (order.do === 'command') {
      const { person, command } = order;
      let messages = await act(person, { kind: 'command', command });
      for (let pressed = 0; pressed < order.presses; pressed += 1) {
        messages = await act(person, forward(messages));
      }
      say({ kind: 'told', person, command, text: wordsOf(messages) });
    } else {
      stopped = false;
      let next = order.from;
      const lane = async () => {
        while (next < order.to && !stopped) {
          next += 1;
          await sign(next - 1);
        }
      };
      await Promise.all(Array.from({ length: order.lanes }, lane));
      say({ kind: 'done' });
    }
  }

  createInterface({ input: process.stdin }).on('line', (line) => {
    void applyMove(orderSchema.parse(JSON.parse(line)));
  });
}

/** A press on the first button, which is always the way forward. */
function forward(messages: readonly Message[]): Action {
  const button = messages.at(-1)?.buttons[0];
  if (button === undefined || button.kind === 'link') throw new Error('a message shows no way forward');
  return { kind: 'press', code: button.code };
}

function wordsOf(messages: readonly Message[]): string {
  return messages.map(({ body }) => plainText(body)).join('\n\n');
}
