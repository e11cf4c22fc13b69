import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { collect } from '../../../src/signatures/export/collect.js';
import { openDatabaseSource } from '../../../src/signatures/export/database-source.js';
import { makeKeys } from '../../../src/signatures/keys.js';
import { openEmbedded } from '../../../src/storage/embedded.js';
import { newDataDir } from '../../support/embedded.js';
import { startProgram } from '../../support/program.js';

it('after a crash right after the first signature under a new key, every name opens', async () => {
  const dataDir = await newDataDir();
  const { identity, recipient } = await makeKeys();
  const program = startProgram('sign', dataDir, randomBytes(32).toString('base64'), recipient);
  await program.line(/^\d+$/);
  await program.kill();

  const database = await openEmbedded(dataDir);
  const source = await openDatabaseSource(database, 'petition_test', { petition: 'zefzafi', preview: false });
  const everything = { status: null, channels: null, locales: null };
  const { signatures, unopened } = await collect(source, [identity], everything);
  expect(unopened).toEqual([]);
  expect(signatures.length).toBeGreaterThanOrEqual(program.lines.length);
  expect(new Set(signatures.map(({ name }) => name))).toEqual(new Set(['Aïcha Benali']));
  await database.close();
  await rm(dataDir, { recursive: true });
});
