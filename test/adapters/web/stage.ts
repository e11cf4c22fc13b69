import { afterAll, beforeAll } from 'vitest';
import { type Database, StoreUnavailable } from '../../../src/storage/database.js';
import { sample } from '../../transcripts/sample.js';
import { startWebChannel, temporaryDatabase, type WebChannel } from './channel.js';

export const SIGN = { kind: 'command', command: 'sign' };

export interface Settings {
  readonly sources?: readonly string[];
  readonly publicUrl?: string;
  readonly trustProxy?: number;
  readonly preview?: boolean;
}

/** A database with channels on it, for the tests of one file. */
export interface Stage {
  /** The channel that most tests share. */
  readonly channel: WebChannel;
  /** A channel with a petition of its own: with the addresses and the counters of nobody else. */
  start(settings?: Settings): Promise<WebChannel>;
  /** While true, every statement fails as it does when the server is away. */
  away: boolean;
}

export function setStage(): Stage {
  let database: Database | undefined;
  let channel: WebChannel | undefined;
  let started = 0;

  const stage = {
    away: false,
    get channel() {
      if (channel === undefined) throw new Error('the channel is started in beforeAll');
      return channel;
    },
    async start({ sources, ...settings }: Settings = {}) {
      if (database === undefined) throw new Error('the database is started in beforeAll');
      const base = await sample();
      started += 1;
      const petition = {
        ...base,
        id: `chat-${started}`,
        settings: { ...base.settings, sources: [...(sources ?? base.settings.sources)] },
      };
      return startWebChannel({ database, petition, now: () => new Date(), ...settings });
    },
  };
  beforeAll(async () => {
    const real = await temporaryDatabase();
    database = {
      ...real,
      query: (sql, parameters) =>
        stage.away ? Promise.reject(new StoreUnavailable('ECONNREFUSED')) : real.query(sql, parameters),
    };
    channel = await stage.start();
  });
  afterAll(async () => {
    await channel?.close();
    await database?.close();
  });
  return stage;
}
