import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadPetition } from '../../src/petition/load.js';
import { ContentError } from '../../src/petition/problems.js';
import { checkWords } from '../../src/petition/words-check.js';
import { ContentCopy } from './content-copy.js';

/** What a case does to one file of the sample. */
const change = z.union([
  z.literal('removed'),
  z.string(),
  z.strictObject({ replace: z.string(), by: z.string() }),
  z.strictObject({ prepend: z.string() }),
  z.strictObject({ base64: z.base64() }),
]);

const contentCase = z.strictObject({
  about: z.string(),
  files: z.record(z.string(), change).default({}),
  petition: z.string().default('sample'),
  limits: z.array(z.strictObject({ channel: z.string(), text: z.number(), label: z.number() })).default([]),
  /** Every line that is printed. */
  problems: z.array(z.string()).min(1),
});

const wordsCase = z.strictObject({
  about: z.string(),
  locale: z.string(),
  catalogue: z.record(z.string(), z.array(z.string())),
  ftl: z.string(),
  /** Every problem, behind its line. */
  problems: z.array(z.string()).min(1),
});

function casesIn<Case>(folder: string, schema: z.ZodType<Case>): [name: string, Case][] {
  const dir = join(import.meta.dirname, folder);
  return readdirSync(dir).map((file) => [file, schema.parse(parse(readFileSync(join(dir, file), 'utf8')))]);
}

function applyTo(copy: ContentCopy, file: string, what: z.infer<typeof change>): void {
  if (what === 'removed') copy.remove(file);
  else if (typeof what === 'string') copy.write(file, what);
  else if ('prepend' in what) copy.write(file, what.prepend + copy.read(file));
  else if ('base64' in what) copy.write(file, Buffer.from(what.base64, 'base64'));
  else copy.replace(file, what.replace, what.by);
}

/** What is printed where a petition can't be loaded; empty where it can. */
function printedProblems(load: () => unknown): string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.message.split('\n');
    throw error;
  }
}

describe('broken content is refused with every problem that it has', () => {
  test.each(casesIn('broken', contentCase))('%s', (_, { files, petition, limits, problems }) => {
    using copy = new ContentCopy();
    for (const [file, what] of Object.entries(files)) applyTo(copy, file, what);
    const load = () => loadPetition({ contentDir: copy.dir, petition, organiser: null, limits });
    expect(printedProblems(load)).toEqual(problems);
  });
});

describe('broken words are refused with every problem that they have', () => {
  test.each(casesIn('broken-words', wordsCase))('%s', (_, { ftl, locale, catalogue, problems }) => {
    const found = checkWords(ftl, locale, catalogue).problems;
    expect(
      found.map(
        ({ line, problem, remedy }) => `${line === undefined ? '' : `${line}: `}${problem} — ${remedy}`,
      ),
    ).toEqual(problems);
  });
});
