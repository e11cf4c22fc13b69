import { isIP } from 'node:net';
import type { Request } from 'express';

/**
 * Whether a request to the chat comes from the chat's own page. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, `Origin`). Programs that are not browsers say nothing, but have no session to abuse. The
 * requested host must be ours. Otherwise a foreign name that points here (DNS rebinding) would make a foreign
 * page look like our own. IP addresses and `localhost` can't be pointed elsewhere.
 */
export function isOwnPage(request: Request, publicUrl: string | null): boolean {
  const host = request.headers.host ?? '';
  if (!isOwnHost(host, publicUrl)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = request.headers;
  return origin === undefined || isOwnOrigin(origin, host, publicUrl);
}

function isOwnHost(host: string, publicUrl: string | null): boolean {
  const name = urlOf(`http://${host}`)?.hostname;
  if (name === undefined || name === '') return false;
  if (name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true;
  return publicUrl !== null && urlOf(publicUrl)?.hostname === name;
}

/** Behind a proxy, `Host` can be a private name. The page's origin is then the public address. */
function isOwnOrigin(origin: string, host: string, publicUrl: string | null): boolean {
  const from = urlOf(origin);
  if (from === null) return false;
  return from.host === host.toLowerCase() || (publicUrl !== null && from.origin === urlOf(publicUrl)?.origin);
}

function urlOf(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
