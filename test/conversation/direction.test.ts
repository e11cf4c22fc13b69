import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/conversation/message.js';
import { disordered, disorderedBlocks } from '../support/bidi.js';
import { loadTranscripts, type Transcript } from '../transcripts/load.js';
import { sample } from '../transcripts/sample.js';
import { play } from './play.js';

/** Commands as the platforms write them. */
const COMMANDS = [(name: string) => `/${name}`, (name: string) => `/petition ${name}`];

const petition = await sample();

/** The messages of a transcript whose people speak Arabic. */
async function inArabic(transcript: Transcript): Promise<readonly Message[]> {
  const messages: Message[] = [];
  const people = new Map(
    [...transcript.people].map(([name, person]) => [name, { ...person, languages: ['ar'] }]),
  );
  const steps = transcript.steps.map((step) =>
    'world' in step ? step : { ...step, locale: 'ar', localeAfter: 'ar', expect: null },
  );
  try {
    await play({ ...transcript, people, steps }, petition, (message) => messages.push(message));
  } catch (error) {
    // A transcript about languages leads elsewhere in Arabic. What was shown until there counts.
    if (!(error instanceof Error) || !/^(no button|the way to)/.test(error.message)) throw error;
  }
  return messages.filter(({ direction }) => direction === 'rtl');
}

describe('in Arabic, every part that is written from left to right is displayed so:', () => {
  const transcripts = loadTranscripts();

  test.each(transcripts.map((transcript) => [transcript.title, transcript] as const))(
    '%s',
    async (_, transcript) => {
      const found = (await inArabic(transcript)).flatMap(({ body, buttons, share }) => [
        ...COMMANDS.flatMap((command) => disorderedBlocks(body, command)),
        ...buttons.flatMap(({ label }) => disordered(label)),
        ...disordered(share?.text ?? ''),
      ]);
      expect([...new Set(found)]).toEqual([]);
    },
  );

  test('the transcripts show most of what can be shown', async () => {
    const messages = (await Promise.all(transcripts.map(inArabic))).flat();
    expect(messages.length).toBeGreaterThan(3 * transcripts.length);
  });
});
