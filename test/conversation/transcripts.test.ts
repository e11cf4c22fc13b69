import { describe, expect, test } from 'vitest';
import { loadTranscripts } from '../transcripts/load.js';
import { sample } from '../transcripts/sample.js';
import { play } from './play.js';

describe('the engine plays, with a restart between any two inputs:', async () => {
  const petition = await sample();
  for (const transcript of loadTranscripts()) {
    test(transcript.title, async () => {
      expect(await play(transcript, petition)).toEqual([]);
    });
  }
});
