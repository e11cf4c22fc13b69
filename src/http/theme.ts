import type { Request } from 'express';

/** `auto` follows the colour scheme of the visitor. */
export type Theme = 'light' | 'dark' | 'auto';

/** The theme that the address asks for: `?theme=dark`. */
export function themeOf({ query }: Request): Theme {
  return query.theme === 'light' || query.theme === 'dark' ? query.theme : 'auto';
}
