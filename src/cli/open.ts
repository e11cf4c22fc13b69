import { existsSync } from 'node:fs';
import path from 'node:path';
import { keysFor } from '../campaign-keys.js';
import { configurePlatforms } from '../channel/platform.js';
import { type Configuration, EnvironmentError, readConfiguration } from '../config.js';
import { type Conversation, conversationSchema } from '../conversation/conversation.js';
import { CommandError } from '../explain.js';
import { type Ledger, openLedger } from '../signatures/ledger.js';
import type { Database } from '../storage/database.js';
import { openDatabase } from '../storage/open.js';
import { schemaName } from '../storage/schema-name.js';
import type { CommandContext } from './context.js';

/** Which campaign a command works on, or its preview. */
export interface Place {
  readonly configuration: Configuration;
  /** The petition's name. */
  readonly petition: string;
  /** True if no platform is configured, or if the operator asked for the preview. */
  readonly preview: boolean;
  readonly schema: string;
}

/**
 * Reads the environment as the bot does.
 * @param askedForPreview the preview, also where a platform is configured
 * @throws EnvironmentError, CommandError
 */
export function placeFor(context: CommandContext, askedForPreview = false): Place {
  const [place, ...others] = placesFor(context, askedForPreview);
  if (others.length === 0) return place;
  const names = place.configuration.petitions.join(', ');
  throw new CommandError(`this bot has several petitions: add --petition and one of ${names}`);
}

/**
 * The place of the petition that `--petition` names; without it, the places of all petitions of the bot.
 * @throws EnvironmentError, CommandError
 */
export function placesFor(
  { io, platforms, asked: { petition } }: CommandContext,
  askedForPreview = false,
): readonly [Place, ...Place[]] {
  const { configured, problems } = configurePlatforms(platforms, io.env);
  const { configuration, problems: others } = readConfiguration(io.env, configured.length);
  if (configuration === null || problems.length > 0) throw new EnvironmentError([...others, ...problems]);
  const preview = configuration.preview || askedForPreview;
  const placeOf = (petition: string): Place => ({
    configuration,
    petition,
    preview,
    schema: schemaName(petition, preview),
  });
  const { petitions } = configuration;
  if (petition === undefined) {
    const [first, ...rest] = petitions;
    return [placeOf(first), ...rest.map(placeOf)];
  }
  if (petitions.includes(petition)) return [placeOf(petition)];
  throw new CommandError(`this bot has no petition ${JSON.stringify(petition)}, but ${petitions.join(', ')}`);
}

/**
 * The same for commands that also run on another machine, on a copy of the database, where no platform is configured.
 * @param asked at most one of the two
 */
export function askedPlace(
  context: CommandContext,
  asked: { readonly preview?: boolean; readonly campaign?: boolean },
): Place {
  const place = placeFor(context, asked.preview);
  if (!asked.campaign) return place;
  return { ...place, preview: false, schema: schemaName(place.petition, false) };
}

/** False if the embedded database does not exist yet: opening it would make it. */
export function hasBegun({ databaseUrl, dataDir }: Configuration): boolean {
  return databaseUrl !== null || existsSync(path.join(dataDir, 'pglite'));
}

/**
 * Opens the database for `work`, and closes it afterwards. It sends no statement of its own.
 * @throws FolderInUse, and what `work` throws
 */
export async function withDatabase<T>(
  { configuration }: Pick<Place, 'configuration'>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(configuration);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/**
 * The same with the ledger. Before its first answer, the ledger makes its schema and compares the pepper.
 * @throws FolderInUse, and what `work` throws
 */
export async function withLedger<T>(
  place: Place,
  now: () => Date,
  work: (ledger: Ledger<Conversation>, database: Database) => Promise<T>,
): Promise<T> {
  const { configuration, petition, schema } = place;
  const keys = await keysFor(configuration);
  return withDatabase(place, async (database) => {
    const ledger = openLedger<Conversation>({
      database,
      schema,
      petition,
      ...keys,
      conversation: (value) => conversationSchema.parse(value),
      now,
    });
    try {
      return await work(ledger, database);
    } finally {
      ledger.close();
    }
  });
}
