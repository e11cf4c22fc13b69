import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Environment } from '../../src/config.js';
import { CONTENT_DIR, PROJECT_ROOT } from '../../src/paths.js';
import { newDataDir } from '../support/embedded.js';
import { startMain } from '../support/main.js';
import { campaign, PROGRAM_TIMEOUT_MS, type Ran, run } from './support.js';

/** A copy of the built project, to make petitions in. */
let root: string;
let dataDir: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'petition-new-'));
  for (const part of ['dist', 'content', 'package.json', 'src/http/public', 'adapters/web/public']) {
    await cp(join(PROJECT_ROOT, part), join(root, part), { recursive: true });
  }
  await symlink(join(PROJECT_ROOT, 'node_modules'), join(root, 'node_modules'));
  dataDir = await newDataDir();
  return async () => {
    await rm(root, { recursive: true });
    await rm(dataDir, { recursive: true });
  };
});

function petition(argv: readonly string[], env: Environment = {}): Promise<Ran> {
  return startMain(['petition', ...argv], { DATA_DIR: dataDir, ...env }, { root }).ran;
}

/** Writes what is unfinished: each text of another petition, and the interface's English words. */
async function finish(): Promise<void> {
  const from = join(root, 'content/zefzafi');
  for (const locale of ['en', 'pt']) {
    await rm(join(root, 'content/wells', locale), { recursive: true });
    await cp(join(from, 'en'), join(root, 'content/wells', locale), { recursive: true });
  }
  const settings = await readFile(join(from, 'petition.yaml'), 'utf8');
  await writeFile(
    join(root, 'content/wells/petition.yaml'),
    settings.replace(/^locales: .*$/m, 'locales: [en, pt]'),
  );
  const words = join(root, 'content/interface/pt.ftl');
  await writeFile(words, (await readFile(words, 'utf8')).replaceAll('TODO: ', ''));
}

describe('petition new', () => {
  it(
    'makes a petition and a language that the preview shows, and that a campaign waits for',
    async () => {
      const made = await petition(['new', 'wells', '--languages', 'en,pt']);
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(made.out).toContain('npm run petition -- new --interface pt');
      expect(await readdir(join(root, 'content/wells'))).toEqual(['en', 'petition.yaml', 'pt']);
      expect(await petition(['new', '--interface', 'pt'])).toMatchObject({ code: 0, err: '' });

      const env = { PETITION: 'wells' };
      const open = await petition(['check'], env);
      expect(open.code).toBe(0);
      expect(open.out).toMatch(
        /^! content +content\/interface\/pt\.ftl:\d+: \d+ of \d+ messages still to translate/m,
      );
      expect(open.out).toMatch(/^! content +content\/wells\/pt\/letter\.md:1: this is still to be written/m);

      const token = { TELEGRAM_BOT_TOKEN: '1:token', TELEGRAM_API_ROOT: 'http://127.0.0.1:1' };
      const keys = { ...(await campaign()), ...token, HOSTING_COUNTRY: 'CA', DATA_DIR: dataDir };
      const refused = await startMain(['serve'], { ...env, ...keys }, { root }).ran;
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('messages still to translate');
      expect(refused.err).toContain('content/wells/petition.yaml:');

      await finish();
      const done = await petition(['check'], env);
      expect(done).toMatchObject({ code: 0, err: '' });
      expect(done.out).toMatch(/^✓ content +wells in en, pt; open$/m);
      expect(done.out).not.toMatch(/^! content/m);

      const program = startMain(['serve'], { ...env, DATA_DIR: dataDir }, { root });
      const address = () => /open (http:\S+?)\/ in a browser/.exec(program.output())?.[1];
      await vi.waitUntil(() => address() !== undefined || program.child.exitCode !== null, 60_000);
      const page = await fetch(`${address()}/`, { headers: { 'Accept-Language': 'pt-BR' } });
      expect(await page.text()).toContain('<html lang="pt" dir="ltr">');
      program.signal('SIGTERM');
      expect(await program.ended).toBe(0);
    },
    PROGRAM_TIMEOUT_MS,
  );

  it('refuses what is there already, a bad name and a bad language, and makes nothing', async () => {
    const before = await readdir(CONTENT_DIR);
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [['zefzafi', '--languages', 'en'], 'content/zefzafi is there already: it was left alone'],
      [['Wells', '--languages', 'en'], '"Wells" can\'t be the name of a petition'],
      [['../wells', '--languages', 'en'], "can't be the name of a petition"],
      [['wells-2', '--languages', 'en,../x'], '"../x": write a language tag in its usual form'],
      [['wells-2', '--languages', 'en,en'], 'name each only once'],
      [['wells-2'], 'name at least one language'],
      [['--interface', 'ar'], 'content/interface/ar.ftl is there already: it was left alone'],
      [['--interface', 'pt_BR'], '"pt_BR": write a language tag in its usual form'],
    ];
    for (const [argv, said] of refusals) {
      const { code, err } = await run(['new', ...argv], {});
      expect({ argv, code, said: err.includes(said) }).toEqual({ argv, code: 1, said: true });
    }
    expect(await run(['new'], {})).toMatchObject({ code: 2 });
    expect(await readdir(CONTENT_DIR)).toEqual(before);
  });
});
