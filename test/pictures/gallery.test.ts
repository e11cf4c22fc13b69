import { expect, it } from 'vitest';
import { createGallery } from '../../src/pictures/gallery.js';

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>';

it('draws each of its pictures once, however often they are asked for in turn, and forgets those of former numbers', async () => {
  const gallery = createGallery(3);
  const drawn: string[] = [];
  const ask = (code: string) =>
    gallery.picture(code, () => {
      drawn.push(code);
      return { kind: 'icon', svg: SQUARE, width: 8 };
    });
  for (const code of ['a1', 'b1', 'c1', 'a1', 'b1', 'c1']) await ask(code);
  expect(drawn).toEqual(['a1', 'b1', 'c1']);
  for (const code of ['a2', 'b2', 'c2', 'c2', 'b2', 'a2']) await ask(code);
  expect(drawn).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2']);
  await ask('a1');
  expect(drawn.at(-1)).toBe('a1');
});
