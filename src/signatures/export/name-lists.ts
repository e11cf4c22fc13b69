import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { REVIEW } from '../../petition/petition-name.js';

const listsSchema = z.strictObject({
  /** People whom everybody knows: few of them sign petitions. */
  famous: z.array(z.string().min(1)),
  /** Names that nobody has: of fiction, of puns, of forms that were filled in without thought. */
  joke: z.array(z.string().min(1)),
});

/** Names that deserve a look before delivery. */
export type NameLists = Readonly<z.infer<typeof listsSchema>>;

/**
 * The lists of all languages put together: people sign in any language.
 * @param contentDir the folder that holds the petitions; the lists are in `review/<language>.yaml` in it
 * @throws errors of the file system, of YAML and of zod
 */
export function readNameLists(contentDir: string): NameLists {
  const folder = join(contentDir, REVIEW);
  const lists = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => listsSchema.parse(parse(readFileSync(join(folder, file), 'utf8'))));
  return { famous: lists.flatMap(({ famous }) => famous), joke: lists.flatMap(({ joke }) => joke) };
}
