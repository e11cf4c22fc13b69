import type { Request } from 'express';

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
