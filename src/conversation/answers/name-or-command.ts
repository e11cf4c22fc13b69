import { command as commandRun, phrase } from '../../petition/phrase.js';
import { paragraph, text } from '../../petition/rich-text.js';
import type { PlaceAt } from '../conversation.js';
import type { Command } from '../event.js';
import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { written } from '../steps/name.js';
import { typedCommand } from '../typed.js';
import { press } from '../view.js';
import { onCommand } from './commands.js';

/** The actions of the two buttons below the question. */
export const COMMAND_ACTION = 'command';
export const NAME_ACTION = 'name';

/** Handles a text at the name step. A command's word ("Stop") can be a name too, so we ask. */
export function nameWritten(scene: Scene, place: PlaceAt<'name'>, typed: string): Move {
  const command = typedCommand(scene.petition, typed);
  return command === null ? written(place, typed) : ask(scene, typed.trim(), command);
}

function ask({ texts: { words } }: Scene, typed: string, command: Command): Move {
  const question = phrase((put) =>
    words.say('name-or-command', { name: put(text(typed)), command: put(commandRun(command)) }),
  );
  return {
    kind: 'note',
    view: {
      body: [paragraph(...question)],
      buttons: [
        press(COMMAND_ACTION, words.say('button-command')),
        press(NAME_ACTION, words.say('button-its-name')),
      ],
    },
    question: { typed },
  };
}

/** The press that means the command; null if the question is no longer open. */
export function commandMeant(scene: Scene): Move | null {
  const typed = typedIn(scene);
  const command = typed === null ? null : typedCommand(scene.petition, typed);
  return command === null ? null : onCommand(scene, { kind: 'command', command });
}

/** The press that means the name: the person sees it once more before they sign with it. */
export function nameMeant(scene: Scene): Move | null {
  const typed = typedIn(scene);
  const { place } = scene.conversation;
  return typed === null || place.step !== 'name' ? null : written(place, typed);
}

function typedIn({ facts }: Scene): string | null {
  const question = facts.conversation?.question ?? null;
  return question === null || question === 'receipt' ? null : question.typed;
}
