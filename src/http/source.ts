import type { Request } from 'express';

/** The form of every code, of those that the content names and of those that are made for a place. */
const CODE = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** The code of the link that led to the page (`?source=poster`), where it can be one. Which ones count is not ours. */
export function sourceOf({ query }: Request): string | null {
  const { source } = query;
  return typeof source === 'string' && CODE.test(source) ? source : null;
}
