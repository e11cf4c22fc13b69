import { expect, test } from 'vitest';
import { conversationSchema } from '../../src/conversation/conversation.js';

/** A conversation as version 0.1 stored it: at the demands, a step that is gone, and without a short notice. */
const STORED = {
  version: 1,
  revision: 4,
  locale: 'en',
  place: { step: 'demands' },
  screen: 4,
  note: 0,
  shown: {
    story: ['village', 'well', 'closure'],
    demands: { locale: 'en', version: 'd' },
    letter: null,
    privacy: { locale: 'en', version: 'p' },
    consent: null,
  },
  agreed: {
    day: '2026-03-10',
    privacy: { locale: 'en', version: 'p' },
    consent: { locale: 'en', version: 'c' },
  },
  question: null,
  source: 'poster',
  handled: ['event-1'],
};

test('a conversation that an earlier version stored is read: at the demands it goes on at the letter', () => {
  expect(conversationSchema.parse(STORED)).toEqual({
    ...STORED,
    place: { step: 'letter' },
    made: null,
    shown: { ...STORED.shown, notice: null },
    agreed: { ...STORED.agreed, notice: null },
    correcting: false,
  });
});
