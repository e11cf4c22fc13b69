import type { RequestHandler } from 'express';
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
