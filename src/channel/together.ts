import type { Message } from '../conversation/message.js';
import type { Outcome } from './adapter.js';

/** Sends an answer; rejects if it could not be sent. */
export type Reply = (messages: readonly Message[], outcome: Outcome) => Promise<void>;

/** From the best to the worst. If several petitions handle one event, the worst outcome is the event's outcome. */
const FROM_BEST: readonly Outcome[] = ['repeat', 'applied', 'unsent', 'failed', 'unsaved'];

/**
 * Lets several petitions handle one event, and sends their answers as one.
 * @param parts each handles the event in one petition and gives its answer to the reply that it gets. Such a reply
 *   resolves once the whole answer is sent, so that each petition knows whether its part arrived
 */
export async function together(
  parts: readonly ((reply: Reply) => Promise<Outcome>)[],
  reply: Reply,
): Promise<Outcome> {
  let send: (sending: Promise<void>) => void = () => undefined;
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  const answers: { readonly messages: readonly Message[]; readonly outcome: Outcome }[] = [];
  const handlings = parts.map((part, index) => {
    let answered: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const outcome = part((messages, outcome) => {
      answers[index] = { messages, outcome };
      answered();
      return sent;
    }).finally(answered);
    return { ready, outcome };
  });
  await Promise.all(handlings.map(({ ready }) => ready));
  // A petition that has answered this event before has nothing to say.
  const said = answers.flatMap((answer) => (answer === undefined ? [] : [answer]));
  const messages = said.flatMap((answer) => answer.messages);
  const sending =
    messages.length === 0 ? Promise.resolve() : reply(messages, worst(said.map(({ outcome }) => outcome)));
  send(sending);
  return worst(await Promise.all(handlings.map(({ outcome }) => outcome)));
}

function worst(outcomes: readonly Outcome[]): Outcome {
  return FROM_BEST.findLast((one) => outcomes.includes(one)) ?? 'applied';
}
