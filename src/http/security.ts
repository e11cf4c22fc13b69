import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * Nothing from other servers, nothing inline, no frames. Connections only to this server, for the total and
 * the chat.
 */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Browser features that this page never needs, so that injected code can't use them either. */
const PERMISSIONS_POLICY = 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()';

/** The security headers of every answer. We require HTTPS only if the public address has it. */
export function securityHeaders(publicUrl: string | null): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
      referrerPolicy: { policy: 'no-referrer' },
      frameguard: { action: 'deny' },
      strictTransportSecurity: publicUrl?.startsWith('https:')
        ? { maxAge: 31_536_000, includeSubDomains: false }
        : false,
    }),
    (_request, response, next) => {
      response.set('Permissions-Policy', PERMISSIONS_POLICY);
      next();
    },
  ];
}

/** Other sites may read the answer: the total, a badge. */
export const openToOthers: RequestHandler = (_request, response, next) => {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  next();
};

/**
 * Narrows the policy of an answer that needs nothing but its one inline style.
 * @param style the content of its `style` element
 */
export function allowOnlyStyle(response: Response, style: string): void {
  response.set('Content-Security-Policy', policyFor(style, "'none'"));
}

/** The same for a document that every site may show in a frame, also a site that COEP isolates. */
export function allowInFrames(response: Response, style: string): void {
  response.set({
    'Content-Security-Policy': policyFor(style, '*'),
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  });
  response.removeHeader('X-Frame-Options');
}

function policyFor(style: string, ancestors: "'none'" | '*'): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join(';');
}
