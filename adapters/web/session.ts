import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';

const COOKIE = 'petition_chat';
const DAYS = 30;

/** 192 bits, as this server makes them. */
const sessionId = z.string().regex(/^[A-Za-z0-9_-]{32}$/);

/** The session that a request belongs to, if it has one. Whoever has the id is the person. */
export function sessionOf(request: Request): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const value = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return sessionId.safeParse(value).data ?? null;
}

/**
 * Gives a request its session, a new one where it has none, and keeps it for another while. The cookie is for this
 * server alone, out of reach of scripts, and never sent along from another site.
 */
export function keepSession(request: Request, response: Response, secure: boolean): string {
  const id = sessionOf(request) ?? randomBytes(24).toString('base64url');
  response.cookie(COOKIE, id, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/chat',
    maxAge: DAYS * 24 * 60 * 60 * 1000,
  });
  return id;
}
