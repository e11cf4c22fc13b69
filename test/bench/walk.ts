import type { Conductor } from '../../src/channel/adapter.js';
import type { Action } from '../../src/conversation/event.js';
import type { Message } from '../../src/conversation/message.js';
import { person } from '../support/people.js';
import { PRESSES_TO_NAME } from '../support/walk.js';

/** From the command to the signature. */
export const TURNS = 1 + PRESSES_TO_NAME.zefzafi + 1;

/** Walks towards the signature by the first button of each screen, as everybody can. */
export async function walk(conductor: Conductor, id: string, turns = TURNS): Promise<void> {
  let action: Action = { kind: 'command', command: 'sign' };
  for (let turn = 1; turn <= turns; turn += 1) {
    let answered: readonly Message[] = [];
    const event = { id: `${id}:${turn}`, action, displayName: 'A. Supporter', accountAge: 'older' } as const;
    const outcome = await conductor.handle(person(id), event, async (messages) => {
      answered = messages;
    });
    if (outcome !== 'applied') throw new Error(`turn ${turn} was ${outcome}`);
    const button = answered.at(-1)?.buttons[0];
    if (button !== undefined && button.kind !== 'link') action = { kind: 'press', code: button.code };
    else if (turn < turns) throw new Error(`turn ${turn} showed no way forward`);
  }
}
