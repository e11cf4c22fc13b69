import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/cli/command-line.js';
import type { CommandIo } from '../src/cli/io.js';
import { PROJECT_ROOT } from '../src/paths.js';
import { anchorsIn, urlsIn } from './support/markdown.js';

const PAGES = spawnSync('git', ['ls-files', '*.md', ':!content', ':!test/fixtures'], {
  cwd: PROJECT_ROOT,
  encoding: 'utf8',
})
  .stdout.trim()
  .split('\n')
  .map((file) => ({ file, text: readFileSync(join(PROJECT_ROOT, file), 'utf8') }));

/** The links of a page that lead nowhere. */
function brokenLinks({ file, text }: (typeof PAGES)[number]): string[] {
  const urls = urlsIn(text).filter((url) => !/^[a-z]+:/.test(url));
  return urls.filter((url) => {
    const [path = '', anchor] = url.split('#');
    const target = path === '' ? join(PROJECT_ROOT, file) : join(PROJECT_ROOT, dirname(file), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsIn(target).has(anchor);
  });
}

async function commandsOf(): Promise<string[]> {
  let help = '';
  const io: CommandIo = {
    env: {},
    now: () => new Date(),
    write(words) {
      help += words;
    },
    complain: () => undefined,
    ask: async () => null,
  };
  await runCommandLine(['--help'], [], io);
  return [...help.matchAll(/^ {2}([a-z]+)\b/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

describe.each(PAGES)('$file', (page) => {
  it('has links that lead somewhere', () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('names npm scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
    const named = [...page.text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([]);
  });

  it('names commands of the operator that there are', async () => {
    const commands = await commandsOf();
    const named = [...page.text.matchAll(/petition -- ([a-z]+)|main\.js petition ([a-z]+)/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });

  it('names variables that .env.example explains', () => {
    const example = readFileSync(join(PROJECT_ROOT, '.env.example'), 'utf8');
    const known = new Set([...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name));
    const prefixes =
      /^(?:TELEGRAM|DISCORD|SLACK|DATABASE|PETITION|SEAL|IDENTITY|ORGANISER|PUBLIC|METRICS|TRUST|WEB|LOG|HOSTING)_/;
    const named = [...page.text.matchAll(/\b[A-Z]{2,}(?:_[A-Z]+)+\b/g)].map(([name]) => name);
    expect(named.filter((name) => prefixes.test(name) && !known.has(name))).toEqual([]);
  });
});

it('the operating page lists every command', async () => {
  const page = PAGES.find(({ file }) => relative('docs', file) === 'OPERATING.md')?.text ?? '';
  const table = page.slice(page.indexOf('\n## Commands'), page.indexOf('\n## HTTP'));
  const missing = (await commandsOf()).filter((name) => name !== 'help' && !table.includes(`\`${name}`));
  expect(missing).toEqual([]);
});
