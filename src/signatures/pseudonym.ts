import { createHmac } from 'node:crypto';
import type { Person } from './person.js';

/** The pseudonyms' own version: part of each, so that another way of making them gives others. */
const VERSION = 1;

/** What a pseudonym is for. One purpose's can't be told to belong to the same person as another's. */
export type Purpose = 'signature' | 'conversation' | 'tag' | 'receipt';

/** Gives the same person the same pseudonym each time; without the pepper nobody can tell whose it is. */
export interface Pseudonyms {
  /** 43 characters of base64url. */
  of(purpose: Purpose, person: Person, ...more: readonly string[]): string;
  /** A keyed hash of something that is not a person's, such as a receipt. */
  keyed(purpose: string, ...parts: readonly string[]): string;
}

/**
 * HMAC-SHA-256 under the pepper. What goes in is a JSON array: no two lists of strings give the same text, so nobody
 * can pass for somebody else by choosing where one part ends and the next begins.
 * @param petition its id: the same person has other pseudonyms in another petition
 */
export function pseudonyms(pepper: Buffer, petition: string): Pseudonyms {
  const keyed = (purpose: string, ...parts: readonly string[]) =>
    createHmac('sha256', pepper)
      .update(JSON.stringify([VERSION, purpose, petition, ...parts]))
      .digest('base64url');
  return {
    keyed,
    of: (purpose, { channel, tenant, id }, ...more) => keyed(purpose, channel, tenant, id, ...more),
  };
}

/** As much of a pseudonym as a log may carry: enough to find two lines of one person, too little to look anybody up. */
export function prefixOf(pseudonym: string): string {
  return pseudonym.slice(0, 6);
}
