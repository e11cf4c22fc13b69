import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../support/databases.js';

onEachDatabase('an array of texts', (test) => {
  it('reaches the database and comes back unchanged', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ' ')));
    await fc.assert(
      fc.asyncProperty(texts, async (sent) => {
        const rows = await test.database.query<{ text: string }>(
          'SELECT text FROM unnest($1::text[]) WITH ORDINALITY AS t (text, n) ORDER BY n',
          [sent],
        );
        expect(rows.map(({ text }) => text)).toEqual(sent);
      }),
      { numRuns: 200 },
    );
  });
});
