import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/conversation/message.js';
import { disordered, disorderedBlocks } from '../support/bidi.js';
import { loadTranscripts } from '../transcripts/load.js';
import { sample } from '../transcripts/sample.js';
import { play } from './play.js';

/** Commands as the platforms write them. */
const COMMANDS = [(name: string) => `/${name}`, (name: string) => `/petition ${name}`];

describe('in Arabic, every part that is written from left to right is displayed so:', async () => {
  const petition = await sample();
  for (const transcript of loadTranscripts()) {
    test(transcript.title, async () => {
      const messages: Message[] = [];
      const people = new Map(
        [...transcript.people].map(([name, person]) => [name, { ...person, languages: ['ar'] }]),
      );
      const steps = transcript.steps.map((step) =>
        'world' in step ? step : { ...step, locale: 'ar', localeAfter: 'ar', expect: null },
      );
      await play({ ...transcript, people, steps }, petition, (message) => messages.push(message));
      const found = messages
        .filter(({ direction }) => direction === 'rtl')
        .flatMap(({ body, buttons, share }) => [
          ...COMMANDS.flatMap((command) => disorderedBlocks(body, command)),
          ...buttons.flatMap(({ label }) => disordered(label)),
          ...disordered(share?.text ?? ''),
        ]);
      expect([...new Set(found)]).toEqual([]);
    });
  }
});
