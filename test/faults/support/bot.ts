import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../../src/paths.js';
import type { Finished } from '../../support/finished.js';
import { NODE_FLAGS } from '../../support/main.js';
import { RECIPIENT } from '../../support/people.js';
import { builtProgram } from '../../support/program.js';
import { type Order, type Report, reportSchema } from '../programs/report.js';
import { until } from './ports.js';

/** The same in all processes of a campaign. */
export const PEPPER = createHash('sha256').update('the pepper of the fault tests').digest();

/** A bot in a process of its own, which can be frozen and killed. */
export class Bot {
  readonly dataDir: string;
  readonly #child: ChildProcess;
  readonly #reports: Report[] = [];
  readonly #ended: Promise<unknown>;
  readonly #startedAt = performance.now();
  #startMs = Number.NaN;

  /** @param env its environment, beside what every bot needs */
  constructor(env: Readonly<Record<string, string>>, finished: Finished) {
    this.dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'petition-faults-'));
    this.#child = spawn(process.execPath, [...NODE_FLAGS, builtProgram('test/faults/programs/bot')], {
      cwd: PROJECT_ROOT,
      env: {
        PATH: process.env.PATH,
        DATA_DIR: this.dataDir,
        PORT: '0',
        WEB_CHAT: 'off',
        PUBLIC_REFRESH_SECONDS: '0',
        LOG_LEVEL: 'debug',
        IDENTITY_PEPPER: PEPPER.toString('base64'),
        SEAL_RECIPIENTS: RECIPIENT,
        ORGANISER_NAME: 'The Friends of the Rif',
        ORGANISER_CONTACT: 'friends@example.org',
        PRIVACY_URL: 'https://example.org/privacy',
        HOSTING_COUNTRY: 'CA',
        ...env,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#ended = once(this.#child, 'close');
    const { stdout } = this.#child;
    if (stdout === null) throw new Error('a bot has an output');
    createInterface({ input: stdout }).on('line', (line) => {
      this.#reports.push(reportSchema.parse(JSON.parse(line)));
    });
    finished(async () => {
      await this.kill();
      if (env.DATA_DIR === undefined) rmSync(this.dataDir, { recursive: true, force: true });
    });
  }

  /** What it has reported of one kind. */
  reports<Kind extends Report['kind']>(kind: Kind): readonly Extract<Report, { kind: Kind }>[] {
    const is = (report: Report): report is Extract<Report, { kind: Kind }> => report.kind === kind;
    return this.#reports.filter(is);
  }

  /** What its log holds. */
  get log(): readonly string[] {
    return this.reports('log').map(({ line }) => line);
  }

  /** How often Telegram told it that another one polls. */
  conflicts(): readonly string[] {
    return this.log.filter((line) => line.includes('"telegram-409"'));
  }

  /** Whether it has noticed that another may do a job. */
  lost(job: string): boolean {
    return this.log.some((line) => line.includes('this process lost the job') && line.includes(`"${job}"`));
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The address of its HTTP server, once it is ready. */
  async ready(): Promise<string> {
    await until('a bot is ready', () => this.reports('ready').length > 0 || !this.isRunning);
    const [report] = this.reports('ready');
    if (report === undefined) throw new Error(`not ready: ${this.reports('ended')[0]?.why ?? 'it ended'}`);
    if (Number.isNaN(this.#startMs)) this.#startMs = performance.now() - this.#startedAt;
    return report.url;
  }

  /** How long it took to start, in milliseconds: a yardstick for what a busy machine adds to any wait. */
  get startMs(): number {
    return this.#startMs;
  }

  order(order: Order): void {
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
  }

  /**
   * Has a person give a command, and waits for the words of the answer.
   * @param presses how often the person then presses the first button; the words are those of the last answer
   */
  async ask(person: number, command: 'mydata' | 'withdraw', presses = 0): Promise<string> {
    const told = () => this.reports('told').filter((one) => one.person === person && one.command === command);
    const before = told().length;
    this.order({ do: 'command', person, command, presses });
    await until('an answer', () => told().length > before);
    return told().at(-1)?.text ?? '';
  }

  /** Has people sign, and waits until all of them have. */
  async sign(from: number, people: number, lanes: number): Promise<void> {
    const done = this.reports('done').length;
    this.order({ do: 'sign', from, to: from + people, lanes });
    await until('all of them have signed', () => this.reports('done').length > done);
  }

  /** The people who saw the thanks. */
  thanked(): readonly number[] {
    return this.reports('thanked').map(({ person }) => person);
  }

  /** Stops it in its tracks. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  /** Ends it as an operator does. */
  async end(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }

  /** Ends it as `kill -9` does. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

const readinessSchema = z.object({ codes: z.array(z.string()).default([]) });

/** What `/readyz` says: 200 where a signature can be recorded; otherwise 503 and why, in codes. */
export async function readyz(
  url: string,
): Promise<{ readonly status: number; readonly codes: readonly string[] }> {
  const response = await fetch(`${url}/readyz`);
  const { codes } = readinessSchema.parse(await response.json());
  return { status: response.status, codes };
}
