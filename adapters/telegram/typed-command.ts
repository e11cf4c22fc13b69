import { type BotAction, LIST_COMMAND } from '../../src/channel/adapter.js';
import { COMMANDS, type Command } from '../../src/conversation/event.js';

/** A typed command: `/name@bot argument`. */
export function written(
  text: string,
): { readonly name: string; readonly to: string | null; readonly rest: string } | null {
  const [, name, to, rest = ''] =
    /^\/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  return name === undefined
    ? null
    : { name: name.toLowerCase(), to: to?.toLowerCase() ?? null, rest: rest.trim() };
}

/** The command in a text. An unknown one gets help, as Telegram's guide suggests. */
export function commandOf(text: string, several: boolean): BotAction | null {
  const command = written(text);
  if (command === null) return null;
  const { name, rest } = command;
  if (name === 'start') {
    // https://core.telegram.org/bots/features#deep-linking
    const isSource = /^[A-Za-z0-9_-]{1,64}$/.test(rest);
    return { kind: 'command', command: 'sign', ...(isSource ? { source: rest } : {}) };
  }
  if (several && name === LIST_COMMAND) {
    return { kind: 'command', command: LIST_COMMAND, ...(rest === '' ? {} : { argument: rest }) };
  }
  const known: Command = COMMANDS.find((one) => one === name) ?? 'help';
  return { kind: 'command', command: known, ...(rest === '' ? {} : { argument: rest }) };
}
