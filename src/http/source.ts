import type { Request } from 'express';
import type { SourceCodes } from '../signatures/source-codes.js';

/** The form of every source code, from the content or made for a place. */
const CODE = /^[a-z0-9][a-z0-9-]{0,31}$/;

/**
 * The source code of the link that led to the page (`?source=poster`), if its form is right. The conductor
 * checks whether it is a known one.
 */
export function sourceOf({ query }: Request): string | null {
  return sourceIn(query.source);
}

/** The same for a value from another address. */
export function sourceIn(value: unknown): string | null {
  return typeof value === 'string' && CODE.test(value) ? value : null;
}

/**
 * The source for a link into a conversation; null if the petition doesn't know it. Anybody can write any source into the
 * address of a page, and a link with the petition `river` and the source `2` would lead to the petition `river-2`.
 */
export function knownSource(source: string | null, sources: Pick<SourceCodes, 'accepts'>): string | null {
  return source !== null && sources.accepts(source) ? source : null;
}
