import { describe, expect, it } from 'vitest';
import { campaign, PROGRAM_TIMEOUT_MS, run, start, usePlaces } from './support.js';

const COMMANDS = 'keygen check total reconcile backup restore export close purge rewrap'.split(' ');
const places = usePlaces();

describe('the command line', () => {
  it('lists every command with what it does', async () => {
    const { code, out } = await run(['--help'], {});
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command} .*\\S`, 'm'));
    expect(out).toContain('npm run petition -- COMMAND');
  });

  it.each(COMMANDS)('explains `%s`, with an example', async (command) => {
    const { code, out, err } = await run([command, '--help'], {});
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain(`Usage: petition ${command}`);
    expect(out).toMatch(new RegExp(`Examples?:\\n {2}npm run (--silent )?petition -- ${command}`));
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['sign']],
    ['an unknown option', ['total', '--all']],
    ['a missing file', ['backup']],
    ['a file too many', ['restore', 'one', 'two']],
    ['options that contradict each other', ['close', '--reopen', '--delivered', '2027-12-10']],
    ['an option that has to be there', ['export']],
  ])('answers %s with exit code 2 and help on standard error', async (_what, argv) => {
    const { code, out, err } = await run(argv, {});
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/--help/);
  });

  it('says all that is wrong with the environment, and never repeats a value', async () => {
    const env = { PORT: 'hunter2', IDENTITY_PEPPER: 'hunter2', TEST_TOKEN: 'wrong' };
    const { code, out, err } = await run(['total'], env);
    expect(code).toBe(1);
    expect(out).toBe('');
    for (const variable of ['PORT', 'IDENTITY_PEPPER', 'TEST_TOKEN']) expect(err).toContain(`${variable}: `);
    expect(err).not.toContain('hunter2');
  });

  it("says that a server can't be reached, without its address", async () => {
    const env = { ...(await campaign()), DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:1/nowhere' };
    const { code, err } = await run(['reconcile'], env);
    expect(code).toBe(1);
    expect(err).toContain('Nothing listens at the host and port of DATABASE_URL');
    expect(err).not.toContain('hunter2');
  });

  it("runs as the program that a user starts, and ends with the command's exit code", {
    timeout: PROGRAM_TIMEOUT_MS,
  }, async () => {
    const help = await start(['--help'], {}).ended;
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('Usage: petition COMMAND');
    expect(await start(['nonsense'], {}).ended).toMatchObject({ code: 2, out: '' });
    const refused = await start(['restore', places.folder()], { DATA_DIR: places.folder() }).ended;
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('there is no such file or folder');
  });
});
