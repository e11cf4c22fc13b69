import { pino } from 'pino';
import { vi } from 'vitest';
import type { Petition } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { type Alerts, createAlerts } from '../../src/staff/alerts.js';
import { drawChart } from '../../src/staff/chart.js';
import type { DeskContext } from '../../src/staff/context.js';
import type { StaffDesk, StaffMember, StaffMessage, StaffTable } from '../../src/staff/desk.js';
import { type DeskOptions, openDesk } from '../../src/staff/open-desk.js';
import { staffVoice } from '../../src/staff/voice.js';
import type { Database } from '../../src/storage/database.js';
import { NAMES } from '../support/names.js';
import { ledgerOn, type Talk } from '../support/people.js';

export const AMAL: StaffMember = { channel: 'slack', tenant: 'T0WORKSPACE', id: 'U0AMALMEMBER' };
export const BILAL: StaffMember = { channel: 'slack', tenant: 'T0WORKSPACE', id: 'U0BILALMEMBER' };
export const ROOM = 'C1';

/** A process whose staff desk is open. */
export interface Stage {
  readonly ledger: Ledger<Talk>;
  readonly desk: StaffDesk;
  readonly context: DeskContext;
  /** Asks as AMAL in ROOM, and gives the answer as text. */
  ask(words: string): Promise<string>;
  /** The same, and confirms what is asked. */
  do(words: string): Promise<string>;
  /** Serves rooms until `end`; what is posted is kept. */
  serve(rooms: readonly string[], post?: Post): Served;
}

export interface Served {
  readonly posted: [string, string][];
  /** Waits until the jobs have looked several more times. */
  rounds(): Promise<void>;
  end(): Promise<void>;
}
type Post = (room: string, message: StaffMessage) => Promise<void>;

/** Part of a statement that the jobs make once a round. */
const LOOK = 'running + before';

export function openStage(
  petition: Petition,
  real: Database,
  schema: string,
  over: Partial<DeskOptions> = {},
): Stage {
  const now = over.now ?? (() => new Date());
  let looks = 0;
  const database: Database = {
    ...real,
    query(sql, parameters) {
      if (sql.includes(LOOK)) looks += 1;
      return real.query(sql, parameters);
    },
  };
  const ledger = ledgerOn({ database, schema, petition: petition.id, now });
  const sources = { accepts: (code: string) => petition.settings.sources.includes(code) };
  const desk = openDesk({
    petition,
    ledger,
    sources,
    names: NAMES,
    platforms: () => [],
    exclusively: alone,
    log: pino({ level: 'silent' }),
    pace: { lookMs: 20, timeoutMs: 100 },
    now,
    ...over,
  });
  return {
    ledger,
    desk,
    context: { petition, ledger, sources, now, voice: staffVoice(petition, NAMES), draw: drawChart },
    ask: async (words) => textOf(await desk.ask(words, AMAL, ROOM)),
    async do(words) {
      const { confirm } = await desk.ask(words, AMAL, ROOM);
      if (confirm === undefined) throw new Error(`nothing to confirm: ${words}`);
      return textOf(await desk.confirm(confirm.code, AMAL, ROOM));
    },
    serve(rooms, post = async () => undefined) {
      const posted: [string, string][] = [];
      const stop = new AbortController();
      const served = desk.serve(
        {
          name: 'slack',
          rooms,
          async post(room, message) {
            await post(room, message);
            posted.push([room, textOf(message)]);
          },
        },
        stop.signal,
      );
      return {
        posted,
        async rounds() {
          const enough = looks + 3;
          await vi.waitUntil(() => looks >= enough, { timeout: 20_000, interval: 10 });
        },
        end() {
          stop.abort();
          return served;
        },
      };
    },
  };
}

/** Alerts for one room; `heard` gives what was said since it was last asked. */
export function listening(context: DeskContext): { readonly alerts: Alerts; heard(): string[] } {
  const said: string[] = [];
  const outbox = {
    put: (_key: string, message: StaffMessage) => {
      said.push(textOf(message));
    },
    flush: async () => undefined,
  };
  return { alerts: createAlerts(context, outbox, [ROOM], 'slack'), heard: () => said.splice(0) };
}

/** The job is this process's as long as it lives. */
function alone(work: (signal: AbortSignal) => Promise<void>): () => Promise<void> {
  const end = new AbortController();
  const done = work(end.signal);
  return () => {
    end.abort();
    return done;
  };
}

/** The words of a message, without the marks that isolate times. */
export function textOf({ body }: StaffMessage): string {
  const words = body
    .map((part) =>
      part.kind === 'table'
        ? [part.columns, ...part.rows].map((cells) => cells.join(' | ')).join('\n')
        : plainText([part]),
    )
    .join('\n');
  return words.replaceAll(/[\u2068\u2069]/gu, '');
}

export function tablesOf({ body }: StaffMessage): StaffTable[] {
  return body.filter((part): part is StaffTable => part.kind === 'table');
}
