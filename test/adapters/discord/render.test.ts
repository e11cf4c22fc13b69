import { describe, expect, test } from 'vitest';
import { card, milestonePost, movedCard, storyMessage } from '../../../adapters/discord/card.js';
import { modal, type Rendered, render } from '../../../adapters/discord/render.js';
import { formIn } from '../../../src/conversation/form.js';
import type { Button, Message } from '../../../src/conversation/message.js';
import { CONTENT_DIR } from '../../../src/paths.js';
import { loadPetition } from '../../../src/petition/load.js';
import { paragraph } from '../../../src/petition/rich-text.js';
import type { Status } from '../../../src/petition/status.js';
import { messageSchema, modalSchema } from '../../fakes/discord/limits.js';
import { buttonsOf, readingOf, textOf } from '../../fakes/discord/messages.js';
import { day } from '../../support/day.js';
import { withPicture } from '../../support/picture.js';

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
const look = (status: Status) => ({ total: 123_456, asOf: new Date('2026-03-10T12:00:00Z'), status });

describe('the campaign on Discord', async () => {
  const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });

  for (const locale of petition.locales) {
    const texts = petition.texts(locale);

    test(`has forms, a card and a story that fit in ${locale}, with nothing cut`, () => {
      for (const name of ['name', 'receipt'] as const) {
        const shown = modalSchema.parse(modal(formIn(texts, name), 'code'));
        expect(JSON.stringify(shown)).not.toContain('…');
      }
      const posted = wire(card(petition, texts, look(OPEN), false));
      expect(textOf(posted)).toContain(texts.headline);
      const labels = buttonsOf(posted).map(({ label }) => label);
      expect(labels).toHaveLength(1 + texts.story.length);
      expect(labels.join()).not.toContain('…');
      const newer = 'https://discord.com/channels/1/2/3';
      for (const other of [movedCard(texts, OPEN, newer), milestonePost(texts, OPEN, 250)]) {
        expect(JSON.stringify(buttonsOf(wire(other)))).not.toContain('…');
      }
      for (const { name } of texts.story) {
        const [page, ...more] = render(storyMessage(texts, OPEN, name), style);
        expect(more).toEqual([]);
        expect(buttonsOf(wire(page ?? [])).length).toBeGreaterThan(0);
      }
    });
  }

  test('has a card with the number first, then the progress, then two lines, and when it was counted', () => {
    const [numbers, lines, small, ...more] = textOf(
      wire(card(petition, petition.texts('en'), look(OPEN), false)),
    ).split('\n\n');
    expect(numbers?.split('\n')).toEqual([
      '## 123,456 people have taken action so far.',
      expect.stringMatching(/^▰+▱* \d+%$/),
      expect.stringContaining('goal'),
    ]);
    expect(lines?.split('\n')).toEqual([
      '**Freedom for Nasser Zefzafi**',
      expect.stringMatching(/ was sentenced to 20 years in prison for speaking out\.$/),
    ]);
    expect(small?.split('\n')).toEqual([
      expect.stringMatching(/^-# What opens is shown to you alone/),
      expect.stringMatching(/^-# Last updated <t:1773144000:R>\.$/),
    ]);
    expect(more).toEqual([]);
  });

  test('has a card with the picture beside the number, and its credit below, where Discord can find it', () => {
    const illustrated = withPicture(petition);
    const pictureUrl = 'https://petition.example/p/zefzafi/picture-1.jpg';
    for (const locale of petition.locales) {
      const texts = petition.texts(locale);
      const posted = card(illustrated, texts, { ...look(OPEN), pictureUrl }, false);
      expect(wire(posted).components).toMatchObject([
        {
          components: [
            {
              type: 9,
              components: [{ type: 10, content: expect.stringMatching(/^## .*123.456/) }],
              accessory: { type: 11, media: { url: pictureUrl }, description: `A drawing (${locale})` },
            },
            { type: 14 },
            { type: 10 },
            { type: 10, content: expect.stringMatching(/^-# .*A\. .*Photographer.* · .*CC BY 4\.0.*$/m) },
            { type: 1 },
            { type: 1 },
          ],
        },
      ]);
      expect(textOf(wire(card(illustrated, texts, look(OPEN), false)))).not.toContain('Photographer');
    }
  });

  test('has a card that tells what became of it, and one that says that it is the last of its kind', () => {
    const texts = petition.texts('en');
    const paused = readingOf(
      wire(card(petition, texts, look({ phase: 'paused', delivered: null, closing: null }), false)),
    );
    expect(paused.text).toContain('Signing is paused');
    expect(paused.text).not.toContain('next goal');
    const over = wire(
      card(petition, texts, look({ phase: 'closed', delivered: day('2027-01-02'), closing: null }), true),
    );
    expect(readingOf(over).text).toContain('handed over on 2 January 2027');
    expect(readingOf(over).text).toContain('Last updated some time. This card is not updated any more.');
    expect(readingOf(over).effects).toContain('time');
  });
});
