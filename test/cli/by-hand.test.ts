import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { armor, Decrypter } from 'age-encryption';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../src/paths.js';
import { backedUp } from './campaign.js';
import { signedBy } from './deliver.js';
import { usePlaces } from './support.js';

const places = usePlaces();
const rowSchema = z.looseObject({ key: z.string(), data_key: z.string() });
const keySchema = z.looseObject({ id: z.string(), wrapped: z.string() });

it('the program in the operating page opens a name from a backup, with nothing of this one', async () => {
  const { env, identity } = await signedBy(places, 'a PostgreSQL server', [
    { name: 'آمال بنت عبد الرحمٰن 🌊' },
  ]);
  const lines = gunzipSync(await readFile(await backedUp(places, env)))
    .toString()
    .split('\n');
  const rowLine = lines.find((line) => line.includes('"data_key"') && line.includes('"key": ')) ?? '';
  const { data_key } = rowSchema.parse(JSON.parse(rowLine));
  const { wrapped } = keySchema.parse(
    JSON.parse(lines.find((line) => line.includes(`"id": "${data_key}"`)) ?? ''),
  );

  // What the tool `age` does.
  const decrypter = new Decrypter();
  decrypter.addIdentity(/^AGE-SECRET-KEY-.*$/m.exec(await readFile(identity, 'utf8'))?.[0] ?? '');
  const folder = places.folder();
  await mkdir(folder);
  await writeFile(join(folder, 'data.key'), await decrypter.decrypt(armor.decode(wrapped)));

  await writeFile(join(folder, 'row.json'), rowLine);
  const page = await readFile(join(PROJECT_ROOT, 'docs/OPERATING.md'), 'utf8');
  const [, program = ''] = /```js\n(\/\/ node open\.cjs\n.*?)```/s.exec(page) ?? [];
  await writeFile(join(folder, 'open.cjs'), program);
  const { stdout } = await promisify(execFile)(process.execPath, ['open.cjs'], { cwd: folder });
  expect(stdout).toBe('آمال بنت عبد الرحمٰن 🌊\n');
});
