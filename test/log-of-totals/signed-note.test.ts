import { describe, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from '../../src/log-of-totals/checkpoint.js';
import { makeLogKey, parseLogKey, previewLogKey } from '../../src/log-of-totals/key.js';
import { rootOf } from '../../src/log-of-totals/merkle.js';
import { noteSigner, openNote, parseNoteKey } from '../../src/log-of-totals/signed-note.js';
import { day } from '../support/day.js';

/* The example of Go's implementation of signed notes (golang.org/x/mod/sumdb/note). */
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const GO_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

function keyOf(written: string) {
  const key = parseNoteKey(written);
  if (key === null) throw new Error('not a key');
  return key;
}

describe('a signed note', () => {
  it("is read and written as Go's own implementation does it", () => {
    expect(openNote(GO_NOTE, keyOf(GO_KEY))).toBe(GO_TEXT);
    const signer = noteSigner(GO_SEED, 'PeterNeumann');
    expect(signer.written).toBe(GO_KEY);
    expect(signer.sign(GO_TEXT)).toBe(GO_NOTE);
  });

  it('is refused where text, signature, name or key differ', () => {
    const key = keyOf(GO_KEY);
    expect(openNote(GO_NOTE.replace('think', 'thank'), key)).toBeNull();
    expect(openNote(GO_NOTE.replace('ZJkuBS', 'ZJkuBT'), key)).toBeNull();
    expect(openNote(GO_NOTE.replace('— Peter', '— Pieter'), key)).toBeNull();
    expect(openNote(GO_TEXT, key)).toBeNull();
    const other = noteSigner(Buffer.alloc(32, 7), 'PeterNeumann');
    expect(openNote(GO_NOTE, other)).toBeNull();
    expect(parseNoteKey(GO_KEY.replace('c74f20a3', 'c74f20a4'))).toBeNull();
    expect(parseNoteKey('PeterNeumann')).toBeNull();
  });

  it('may have signatures of others, such as witnesses', () => {
    const witness = noteSigner(Buffer.alloc(32, 9), 'witness.example.org');
    const [line = ''] = witness
      .sign(GO_TEXT)
      .slice(GO_TEXT.length + 1)
      .split('\n');
    const both = `${GO_TEXT}\n${line}\n${GO_NOTE.slice(GO_TEXT.length + 1)}`;
    expect(openNote(both, keyOf(GO_KEY))).toBe(GO_TEXT);
    expect(openNote(both, witness)).toBe(GO_TEXT);
  });
});

describe('a checkpoint', () => {
  const signer = noteSigner(Buffer.alloc(32, 3), 'petition.example.org/zefzafi');
  const head = { size: 12, root: rootOf([]), day: day('2026-12-05') };

  it('has the lines of the C2SP format, and the day', () => {
    const note = signCheckpoint(signer, head);
    expect(note.split('\n').slice(0, 5)).toEqual([
      'petition.example.org/zefzafi',
      '12',
      '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      'day 2026-12-05',
      '',
    ]);
    expect(openCheckpoint(note, signer)).toEqual({ origin: signer.name, ...head });
  });

  it('is refused for another log, and where its lines are no head', () => {
    expect(openCheckpoint(signCheckpoint(signer, head), noteSigner(Buffer.alloc(32, 3), 'other'))).toBeNull();
    for (const text of ['other\n1\nAA==\n', `${signer.name}\n012\nAA==\nday 2026-12-05\n`]) {
      expect(openCheckpoint(signer.sign(text), signer)).toBeNull();
    }
  });
});

describe('the key of the log', () => {
  it('is 32 random bytes in base64', () => {
    const parsed = parseLogKey(makeLogKey());
    expect(parsed.ok && parsed.value.length).toBe(32);
    for (const written of [
      '',
      'not base64!',
      Buffer.alloc(31, 1).toString('base64'),
      Buffer.alloc(32).toString('base64'),
    ]) {
      const refused = parseLogKey(written);
      expect(refused.ok).toBe(false);
      if (!refused.ok && written !== '') expect(refused.message).not.toContain(written);
    }
  });

  it('is another one in a preview', () => {
    const seed = Buffer.from(makeLogKey(), 'base64');
    expect(previewLogKey(seed)).toHaveLength(32);
    expect(previewLogKey(seed)).not.toEqual(seed);
    expect(previewLogKey(seed)).toEqual(previewLogKey(seed));
  });
});
