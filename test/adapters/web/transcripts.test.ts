import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatButton, ChatMessage } from '../../../adapters/web/client/answer.js';
import { parseCode } from '../../../src/conversation/code.js';
import type { OwnSignature } from '../../../src/petition/evidence.js';
import type { Database } from '../../../src/storage/database.js';
import { differences, labelOf, readable, type Seen } from '../../transcripts/check.js';
import type { Label } from '../../transcripts/format.js';
import { type Line, loadTranscripts, type Transcript } from '../../transcripts/load.js';
import { fillIn } from '../../transcripts/placeholders.js';
import { sample } from '../../transcripts/sample.js';
import { createWorld } from '../../transcripts/world.js';
import { Browser, lastOf, textOf } from './browser.js';
import { startWebChannel, temporaryDatabase, type WebChannel } from './channel.js';

/** What the preview chat can't play: it knows nobody's name, and can write to nobody later. */
const playable = ({ engineOnly, updates, people }: Transcript): boolean =>
  !engineOnly && !updates && [...people.values()].every(({ displayName }) => displayName === null);

describe('over real HTTP and a real ledger the chat plays:', async () => {
  const base = await sample();
  let database: Database;
  beforeAll(async () => {
    database = await temporaryDatabase();
  });
  afterAll(() => database.close());

  const transcripts = loadTranscripts().filter(playable);
  for (const [index, transcript] of transcripts.entries()) {
    it(transcript.title, async () => {
      // A petition of its own for each, so that every total begins anew in the same database.
      const world = createWorld({ ...base, id: `sample-${index}` });
      const channel = await startWebChannel({ database, petition: world.petition, now: world.now });
      try {
        const stage = new Stage(transcript, channel);
        const found: string[] = [];
        for (const [number, step] of transcript.steps.entries()) {
          if ('world' in step) {
            world.change(step.world);
            await channel.books.ledger.changeCampaign(world.campaign);
          } else found.push(...(await stage.play(step)).map((line) => `step ${number + 1}: ${line}`));
        }
        expect(found).toEqual([]);
      } finally {
        await channel.close();
      }
    });
  }

  it('finds most of the transcripts playable', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(25);
  });
});

class Stage {
  private readonly browsers: ReadonlyMap<string, Browser>;
  private readonly last = new Map<string, ChatMessage>();
  private readonly named = new Map<string, ChatMessage>();

  constructor(
    transcript: Transcript,
    private readonly channel: WebChannel,
  ) {
    this.browsers = new Map(
      [...transcript.people].map(([person, { languages }]) => [person, new Browser(channel.url, languages)]),
    );
  }

  async play(line: Line): Promise<readonly string[]> {
    const receipts = new Map<string, string | null>();
    for (const person of this.browsers.keys()) {
      receipts.set(person, (await this.signatureOf(person))?.receipt ?? null);
    }
    const filled = (text: string) => fillIn(text, (person) => receipts.get(person) ?? null);
    const message = lastOf(await this.browser(line.by).act(this.actionFor(line, filled)));
    this.last.set(line.by, message);
    if (line.as !== null) this.named.set(line.as, message);
    if (line.expect === null) return [];
    const signed = (await this.signatureOf(line.by)) !== null;
    return differences(seen(message), line.expect, {
      locale: line.localeAfter,
      signed,
      updates: false,
      filled,
    });
  }

  private actionFor(line: Line, filled: (text: string) => string): unknown {
    const { input } = line;
    switch (input.kind) {
      case 'command': {
        const { kind, command, argument, source } = input;
        return {
          kind,
          command,
          ...(argument === null ? {} : { argument: filled(argument) }),
          ...(source === null ? {} : { source }),
        };
      }
      case 'press':
        return { kind: 'press', code: codeOf(this.button(line, input.button, input.from)) };
      case 'write':
        return {
          kind: 'form',
          code: codeOf(this.button(line, input.into, input.from)),
          text: filled(input.text),
        };
      case 'say':
        return { kind: 'text', text: filled(input.text) };
      case 'forge':
        return { kind: 'press', code: input.code };
    }
  }

  private button(line: Line, wanted: Label | number, from: string | null): ChatButton {
    const message = from === null ? this.last.get(line.by) : this.named.get(from);
    const position = wanted === 'first' ? 1 : wanted;
    const found =
      typeof position === 'number'
        ? message?.buttons[position - 1]
        : message?.buttons.find(({ label }) => readable(label) === labelOf(line.locale, position));
    if (found === undefined) throw new Error(`no button ${JSON.stringify(wanted)}`);
    return found;
  }

  private browser(person: string): Browser {
    const browser = this.browsers.get(person);
    if (browser === undefined) throw new Error(`nobody is called ${person}`);
    return browser;
  }

  private async signatureOf(person: string): Promise<OwnSignature | null> {
    const { session } = this.browser(person);
    if (session === null) return null;
    return (await this.channel.books.ledger.read({ channel: 'web', tenant: '', id: session })).signature;
  }
}

function codeOf(button: ChatButton): string {
  if (button.kind === 'link') throw new Error(`${button.label} is a link`);
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
