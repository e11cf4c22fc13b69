import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE_FILE, CATALOGUE_FROM, catalogueSource } from '../../scripts/catalogue-source.js';

test('the catalogue has the messages and variables of the English interface', () => {
  expect(
    readFileSync(CATALOGUE_FILE, 'utf8'),
    `${CATALOGUE_FILE} is out of date. Run \`npm run catalogue\` and commit the file.`,
  ).toBe(catalogueSource(readFileSync(CATALOGUE_FROM, 'utf8')));
});

test('a catalogue lists each message in the order of the file, and each variable once', () => {
  const source = `
withdrawn = Gone.
total-line =
    { $total ->
        [one] { $total } person in { $place }
       *[other] { NUMBER($total) } people in { $place }
    }
`;
  expect(catalogueSource(source)).toContain(
    "export const catalogue = {\n  withdrawn: [],\n  'total-line': ['total', 'place'],\n} as const",
  );
});

test('no catalogue is made from a file that the start would refuse', () => {
  expect(() => catalogueSource('button-back = Back\nbutton-back = Return\nbutton next')).toThrow(
    /^content\/interface\/en\.ftl:2: button-back stands here a second time.*\n.*en\.ftl:3: this is not Fluent/,
  );
});
