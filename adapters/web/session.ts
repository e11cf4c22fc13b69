import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { DAY_MS } from '../../src/day.js';

const COOKIE = 'petition_chat';
const DAYS = 30;

/** 192 bits, made by `keepSession`. */
const sessionId = z.string().regex(/^[A-Za-z0-9_-]{32}$/);

/** The request's session, if it has one. The session id identifies the person. */
export function sessionOf(request: Request): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const value = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return sessionId.safeParse(value).data ?? null;
}

/**
 * Returns the request's session, or a new one, and renews its cookie. The cookie is only for this server,
 * hidden from scripts, and never sent from another site.
 */
export function keepSession(request: Request, response: Response, secure: boolean): string {
  const id = sessionOf(request) ?? randomBytes(24).toString('base64url');
  response.cookie(COOKIE, id, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/chat',
    maxAge: DAYS * DAY_MS,
  });
  return id;
}
