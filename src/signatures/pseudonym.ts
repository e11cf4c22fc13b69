import { createHmac, createSecretKey } from 'node:crypto';
import type { Person } from './person.js';

/** Part of every pseudonym: a new way of making them gives new pseudonyms. */
const VERSION = 1;

/** A pseudonym's purpose. Nobody can link one person's pseudonyms for two purposes. */
export type Purpose = 'signature' | 'conversation' | 'tag' | 'receipt' | 'choice';

/**
 * Stands for the bot where the others have a petition's id: for what belongs to no petition. No petition can have this
 * name.
 */
export const BOT = '*';

/** Enough that no two people's buttons match, and few enough for the shortest button code (64 bytes). */
const TAG_CHARACTERS = 6;

/** Gives a person the same pseudonym each time. Nobody can link it to the person without the pepper. */
export interface Pseudonyms {
  /** 43 characters of base64url. */
  of(purpose: Purpose, person: Person, ...more: readonly string[]): string;
  /** A keyed hash of something other than a person, such as a receipt. */
  keyed(purpose: string, ...parts: readonly string[]): string;
}

/**
 * HMAC-SHA-256 under the pepper, over a JSON array. No two lists of strings give the same JSON, so nobody can
 * imitate another person by moving a boundary between two parts.
 * @param petition its id: a person has different pseudonyms in each petition
 */
export function pseudonyms(pepper: Buffer, petition: string): Pseudonyms {
  const key = createSecretKey(pepper);
  const keyed = (purpose: string, ...parts: readonly string[]) =>
    createHmac('sha256', key)
      .update(JSON.stringify([VERSION, purpose, petition, ...parts]))
      .digest('base64url');
  return {
    keyed,
    of: (purpose, { channel, tenant, id }, ...more) => keyed(purpose, channel, tenant, id, ...more),
  };
}

/** Six characters of base64url that only this person's buttons carry. */
export function tagOf(ids: Pseudonyms, person: Person): string {
  return ids.of('tag', person).slice(0, TAG_CHARACTERS);
}

/**
 * The part of a pseudonym that a log may contain: enough to match two lines, too little to look a person up.
 */
export function prefixOf(pseudonym: string): string {
  return pseudonym.slice(0, 6);
}
