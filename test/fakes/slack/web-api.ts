import express, { type Request, type Response, type Router } from 'express';
import type { Arguments } from './method.js';
import { METHODS } from './methods.js';
import type { RateLimits } from './rate-limits.js';
import { CommandError } from './refusal.js';
import type { World } from './world.js';

/** The app's two valid tokens. */
export interface Grants {
  botToken: string;
  appToken: string;
  /** The scopes of the bot's token, as the installation granted them. */
  scopes: readonly string[];
  /** If true, answers don't name the token's scopes, as behind a proxy that drops unknown headers. */
  hidesScopes: boolean;
  appScopes: readonly string[];
  /** The error code with which every token is refused, such as `token_revoked`; null: tokens are valid. */
  refuseTokensWith: string | null;
}

/** The part of Slack's Web API that this bot uses. */
export function webApi(world: World, grants: Grants, limits: RateLimits, requests: string[]): Router {
  const api = express.Router();
  api.post('/:method', (request, response) => {
    const name = request.params.method;
    requests.push(name);
    try {
      response.json({ ok: true, ...call(name, request, response) });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      const { code, details } = error;
      if (code === 'ratelimited') response.status(429);
      response.json({ ok: false, error: code, ...details });
    }
  });

  function call(name: string, request: Request, response: Response): object {
    const method = METHODS[name];
    if (method === undefined) throw new CommandError('unknown_method', { req_method: name });
    const args = argumentsOf(request.body);
    const wait = limits.admit(name, method.tier, method.perChannel ? String(args.channel) : null);
    if (wait !== null) {
      response.set('Retry-After', String(wait));
      throw new CommandError('ratelimited');
    }
    const scopes = authorise(tokenOf(request, args), method.token, response);
    const needed = method.scopes(args, world);
    response.set('x-accepted-oauth-scopes', needed.join(','));
    if (needed.length > 0 && !needed.some((scope) => scopes.includes(scope))) {
      throw new CommandError('missing_scope', { needed: needed.join(','), provided: scopes.join(',') });
    }
    return method.run(args, world);
  }

  function authorise(token: string, kind: 'bot' | 'app', response: Response): readonly string[] {
    if (token === '') throw new CommandError('not_authed');
    if (grants.refuseTokensWith !== null) throw new CommandError(grants.refuseTokensWith);
    const tokens = { [grants.botToken]: 'bot', [grants.appToken]: 'app' };
    const found = tokens[token];
    if (found === undefined) throw new CommandError('invalid_auth');
    const scopes = found === 'bot' ? grants.scopes : grants.appScopes;
    if (!grants.hidesScopes) response.set('x-oauth-scopes', scopes.join(','));
    if (found !== kind) throw new CommandError('not_allowed_token_type');
    return scopes;
  }
  return api;
}

function argumentsOf(body: unknown): Arguments {
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}

function tokenOf(request: Request, args: Arguments): string {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return header ?? String(args.token ?? '');
}
