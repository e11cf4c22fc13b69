import type { Button, Message } from '../../src/conversation/message.js';
import type { Petition } from '../../src/petition/petition.js';
import { buttonValue, clearValue } from './button-value.js';
import { isDirect, type Origin } from './parse.js';
import type { PrivateAnswers } from './private-answer.js';
import { render } from './render.js';

/** Shows messages to one person only. */
export type Show = (origin: Origin, messages: readonly Message[]) => Promise<void>;

/**
 * Sends answers privately: a screen replaces the tapped message, a note comes beside it, and only this person sees
 * them.
 */
export function createShow(petitions: Pick<Petition, 'texts'>, answers: PrivateAnswers): Show {
  /**
   * Buttons of ours below a message. One posts a card in a channel. The other, in a direct message, deletes a
   * message that shows that the person has signed: nobody but the app can delete it.
   */
  function ownButtons(
    { locale, petition, share, sensitive }: Message,
    { channelId }: Origin,
  ): readonly Button[] {
    const { words } = petitions.texts(locale);
    const direct = channelId === null || isDirect(channelId);
    const post = {
      kind: 'press',
      label: words.say('button-post-card'),
      code: buttonValue('card-post', locale, petition),
    } as const;
    const clear = { kind: 'press', label: words.say('button-clear-chat'), code: clearValue } as const;
    return [...(share && !direct ? [post] : []), ...(sensitive && direct ? [clear] : [])];
  }

  return async (origin, messages) => {
    const put = answers.to(origin);
    for (const { message, index } of ordered(origin, messages)) {
      const [first, ...rest] = render(message, ownButtons(message, origin));
      if (first === undefined) continue;
      const replaces = index === 0 && message.role === 'screen' && origin.inPlace;
      await put(first, replaces ? 'replace' : 'beside');
      for (const part of rest) await put(part, 'beside');
    }
  };
}

/** If a screen replaces the tapped message, it comes first. */
function ordered(
  { inPlace }: Origin,
  messages: readonly Message[],
): readonly { readonly message: Message; readonly index: number }[] {
  const screen = inPlace ? messages.find(({ role }) => role === 'screen') : undefined;
  const all = screen === undefined ? messages : [screen, ...messages.filter((message) => message !== screen)];
  return all.map((message, index) => ({ message, index }));
}
