import { describe, expect, test } from 'vitest';
import { card, storyMessage } from '../../../adapters/discord/card.js';
import { modal, type Rendered, render } from '../../../adapters/discord/render.js';
import { formIn } from '../../../src/conversation/form.js';
import type { Button, Message } from '../../../src/conversation/message.js';
import { CONTENT_DIR } from '../../../src/paths.js';
import { loadPetition } from '../../../src/petition/load.js';
import { paragraph } from '../../../src/petition/rich-text.js';
import type { Status } from '../../../src/petition/status.js';
import { messageSchema, modalSchema } from '../../fakes/discord/limits.js';
import { buttonsOf, textOf } from '../../fakes/discord/messages.js';

const COMPONENTS_V2 = 32_768;
const style = { inviteUrl: 'https://example.org/invite', command: (name: string) => `\`/petition ${name}\`` };
const wire = (components: Rendered) => messageSchema.parse({ components, flags: COMPONENTS_V2 });

function message(change: Partial<Message>): Message {
  return { role: 'screen', locale: 'en', direction: 'ltr', body: [], buttons: [], ...change };
}

const press = (label: string, code: string): Button => ({ kind: 'press', label, code });

describe('a message on Discord', () => {
  test('has the way forward on a row of its own, and the other buttons below it', () => {
    const buttons = [press('On', 'a'), press('Back', 'b'), press('Out', 'c')];
    const [only = []] = render(message({ body: [paragraph('Hello')], buttons }), style);
    expect(only.map((component) => component.type)).toEqual([10, 1, 1]);
    expect(buttonsOf(wire(only)).map(({ label }) => label)).toEqual(['On', 'Back', 'Out']);
  });

  test('becomes several where it is long, with the buttons on the last', () => {
    const body = Array.from({ length: 12 }, (_, index) => paragraph(`${index} ${'word '.repeat(190)}`));
    const parts = render(message({ body, buttons: [press('On', 'a')] }), style).map(wire);
    expect(parts.length).toBe(3);
    expect(parts.map((part) => buttonsOf(part).length)).toEqual([0, 0, 1]);
    expect(parts.map(textOf).join(' ')).toContain('11 word');
  });

  test('holds the text to pass on as a quote, with the way to the bot', () => {
    const share = { text: 'Read this.', label: 'Share' };
    const [only = []] = render(message({ role: 'note', body: [paragraph('Thank you')], share }), style);
    expect(textOf(wire(only))).toBe('Thank you\n\n> Read this.\n\n<https://example.org/invite>');
  });

  test('shortens a label that is too long, never in the middle of a character', () => {
    const [only = []] = render(
      message({ body: [paragraph('x')], buttons: [press('👩‍👩‍👧‍👦'.repeat(20), 'a')] }),
      style,
    );
    const [button] = buttonsOf(wire(only));
    expect(button?.label).toBe(`${'👩‍👩‍👧‍👦'.repeat(7)}…`);
  });
});

const OPEN: Status = { phase: 'open', delivered: null, closing: null };

describe('the campaign on Discord', async () => {
  const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });

  for (const locale of petition.locales) {
    const texts = petition.texts(locale);

    test(`has forms, a card and a story that fit in ${locale}, with nothing cut`, () => {
      for (const name of ['name', 'receipt'] as const) {
        const shown = modalSchema.parse(modal(formIn(texts, name), 'code'));
        expect(JSON.stringify(shown)).not.toContain('…');
      }
      const posted = wire(card(petition, texts, OPEN, 123_456));
      expect(textOf(posted)).toContain(texts.headline);
      const labels = buttonsOf(posted).map(({ label }) => label);
      expect(labels).toHaveLength(1 + texts.story.length);
      expect(labels.join()).not.toContain('…');
      for (const { name } of texts.story) {
        const [page, ...more] = render(storyMessage(texts, OPEN, name), style);
        expect(more).toEqual([]);
        expect(buttonsOf(wire(page ?? [])).length).toBeGreaterThan(0);
      }
    });
  }
});
