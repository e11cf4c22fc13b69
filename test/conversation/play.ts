import { progressIn } from '../../src/channel/kit/progress-bar.js';
import { advance } from '../../src/conversation/advance.js';
import { parseCode } from '../../src/conversation/code.js';
import type { Action, Event, Opening } from '../../src/conversation/event.js';
import type { Message } from '../../src/conversation/message.js';
import { dayOf } from '../../src/day.js';
import type { Petition } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import type { Seen } from '../transcripts/check.js';
import type { Participant, Transcript } from '../transcripts/load.js';
import { type Actor, commandAction, pageOf, playOn, type Shown } from '../transcripts/player.js';
import { createWorld } from '../transcripts/world.js';
import { People } from './people.js';

/**
 * Plays a transcript on the engine alone, the state written out and read back between all inputs.
 * @param watch sees every message
 */
export function play(
  transcript: Transcript,
  base: Petition,
  watch: (message: Message) => void = () => undefined,
): Promise<readonly string[]> {
  const world = createWorld(base);
  const people = new People(world.petition, () => world.campaign);
  let events = 0;

  function actor(name: string, { languages, displayName, page }: Participant): Actor<Message> {
    let called = displayName;

    function event(action: Action, opening: Opening | null): Event {
      events += 1;
      return {
        id: `event-${events}`,
        action,
        languages,
        accountAge: 'older',
        ...(transcript.updates && !transcript.preview ? { canBeMessaged: true } : {}),
        ...(page === null ? {} : { page: pageOf(world.petition, languages, page, opening) }),
        ...(called === null ? {} : { displayName: called }),
      };
    }

    async function act(action: Action, opening: Opening | null = null): Promise<Shown<Message>> {
      const happened = event(action, opening);
      const today = dayOf(world.now());
      const facts = { ...people.facts(name, today, happened), preview: transcript.preview };
      const { conversation, messages, change } = advance(world.petition, facts, happened);
      people.commit(name, today, conversation, change);
      messages.forEach(watch);
      const message = messages[messages.length - 1] ?? messages[0];
      return { seen: seen(message), labels: message.buttons.map(({ label }) => label), message };
    }

    return {
      command: (command, argument, source, opening) => act(commandAction(command, argument, source), opening),
      press(message, index) {
        const button = message.buttons[index];
        if (button === undefined || button.kind === 'link') throw new Error(`button ${index} has no code`);
        return act({ kind: 'press', code: button.code });
      },
      write(message, index, text) {
        const button = message.buttons[index];
        if (button?.kind !== 'form') throw new Error(`button ${index} opens no form`);
        return act({ kind: 'form', code: button.code, text });
      },
      say: (text) => act({ kind: 'text', text }),
      forge: (code) => act({ kind: 'press', code }),
      rename: (next) => {
        called = next;
      },
      receipt: async () => people.receiptOf(name),
    };
  }

  return playOn(transcript, {
    world,
    actor,
    changed({ forgotten }) {
      if (forgotten !== undefined) people.forget(forgotten);
    },
  });
}

/** A message as the person sees it. */
function seen(message: Message): Seen {
  const codes = message.buttons.flatMap((button) => (button.kind === 'link' ? [] : [button.code]));
  const scope = codes[0] === undefined ? null : (parseCode(codes[0])?.scope ?? null);
  return {
    role: message.role,
    step: scope === 'note' || scope === 'update' ? null : scope,
    text: plainText(message.body) + (message.share === undefined ? '' : `\n\n${message.share.text}`),
    buttons: message.buttons.map(({ label }) => label),
    total: progressIn(message.body)?.total,
  };
}
