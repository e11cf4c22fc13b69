import { describe } from 'vitest';
import type { ChatButton, ChatMessage } from '../../../adapters/web/client/answer.js';
import { parseCode } from '../../../src/conversation/code.js';
import type { Opening, Surroundings } from '../../../src/conversation/event.js';
import { keepsTheContract, receiptOf } from '../../channel/contract.js';
import type { Seen } from '../../transcripts/check.js';
import { type Actor, commandAction, pageOf } from '../../transcripts/player.js';
import { Browser, lastOf, textOf } from './browser.js';
import { startWebChannel, temporaryDatabase, type WebChannel } from './channel.js';

describe('over real HTTP and a real ledger the chat plays:', async () => {
  await keepsTheContract({
    // The preview chat knows nobody's name, and can write to nobody later.
    playable: ({ updates, people }) =>
      !updates && [...people.values()].every(({ displayName }) => displayName === null),
    atLeast: 25,
    onPage: true,
    async start(petition, now) {
      const database = await temporaryDatabase();
      // The chat limits what comes from one address: everybody has an address of their own.
      const channel = await startWebChannel({ database, petition, now, trustProxy: 1 });
      let people = 0;
      return {
        bot: { adapter: channel.adapter, campaign: channel.campaign, database },
        actor(_name, { languages, page }) {
          people += 1;
          const address = { 'X-Forwarded-For': `10.0.${people >> 8}.${people & 255}` };
          const surroundings =
            page === null ? null : (opening: Opening | null) => pageOf(petition, languages, page, opening);
          return actor(new Browser(channel.url, languages, address), channel, surroundings);
        },
        async stop() {
          await channel.close();
          await database.close();
        },
      };
    },
  });
});

function actor(
  browser: Browser,
  channel: WebChannel,
  pageWith: ((opening: Opening | null) => Surroundings) | null,
): Actor<ChatMessage> {
  const act = async (action: unknown, opening: Opening | null = null) => {
    const page = pageWith === null ? {} : { page: pageWith(opening) };
    const message = lastOf(await browser.act(action, page));
    return { seen: seen(message), labels: message.buttons.map(({ label }) => label), message };
  };
  return {
    command: (command, argument, source, opening) => act(commandAction(command, argument, source), opening),
    press: (message, index) => act({ kind: 'press', code: codeOf(message.buttons[index]) }),
    write: (message, index, text) => act({ kind: 'form', code: codeOf(message.buttons[index]), text }),
    say: (text) => act({ kind: 'text', text }),
    forge: (code) => act({ kind: 'press', code }),
    rename() {
      throw new Error('nobody has a name in the preview chat');
    },
    receipt: async () => (browser.session === null ? null : receiptOf(channel, 'web', browser.session)),
  };
}

function codeOf(button: ChatButton | undefined): string {
  if (button === undefined || button.kind === 'link') throw new Error('this button has no code');
  return button.code;
}

function seen({ role, html, buttons, share, progress }: ChatMessage): Seen {
  const [first] = buttons.filter((button) => button.kind !== 'link');
  const scope = first === undefined ? null : (parseCode(first.code)?.scope ?? null);
  return {
    role,
    step: scope === 'note' || scope === 'update' ? null : scope,
    text: textOf(html) + (share === undefined ? '' : `\n${share.text}`),
    buttons: buttons.map(({ label }) => label),
    total: progress?.total,
  };
}
