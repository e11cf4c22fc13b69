import type { Request } from 'express';

/** A host name or an IP address, with a port or without one. */
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Where this server is for other people, without a slash at the end: `PUBLIC_URL`. A preview has none; there it is
 * the address that the browser asked for.
 * @returns null if the request names no host that an address could have
 */
export function siteOrigin(request: Request, publicUrl: string | null): string | null {
  if (publicUrl !== null) return publicUrl;
  const host = request.headers.host ?? '';
  // Not `request.protocol`: that is whatever a proxy's header says.
  const origin = `${request.secure ? 'https' : 'http'}://${host}`;
  // The form allows a port or an address that is too large.
  return HOST.test(host) && URL.canParse(origin) ? origin : null;
}
