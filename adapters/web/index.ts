import express, { type Request, type RequestHandler, Router } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Adapter, AdapterContext, Limits } from '../../src/channel/adapter.js';
import { pageAsset } from '../../src/channel/page-asset.js';
import type { ConfiguredPlatform } from '../../src/channel/platform.js';
import type { ServedPetitions } from '../../src/channel/served-petitions.js';
import type { Message } from '../../src/conversation/message.js';
import type { Petition } from '../../src/petition/petition.js';
import { PREVIEW_CHAT } from '../../src/staff/platform-names.js';
import type { ChatAnswer } from './client/answer.js';
import { isOwnPage } from './guard.js';
import { pagePart } from './page-part.js';
import { keepSession, sessionOf } from './session.js';
import { parseRequest, renderMessage } from './wire.js';

const BODY_LIMIT_BYTES = 256 * 1024;

/** A person who reads presses a button every few seconds. A whole classroom may share one address. */
const EVENTS_PER_MINUTE = { session: 60, address: 300 };

/** The chat's stylesheets, in the order of the cascade. */
const STYLES = ['chat', 'panel'];

/** The chat's browser code, one built file each. */
const CLIENT_MODULES = [
  'chat',
  'elements',
  'inline-form',
  'memory',
  'menu',
  'message',
  'panel',
  'pass-on',
  'scroll',
  'send',
];

/** A page has room. A label must fit on one button on a phone. */
const LIMITS: Limits = { text: 20_000, label: 80 };

export interface WebSettings {
  /** The https address of this server, if there is one. */
  readonly publicUrl: string | null;
  /** True if the whole channel is a preview. In a campaign only the chat is one. */
  readonly preview: boolean;
}

/** The part of the context that the chat needs. */
export interface WebContext extends Pick<AdapterContext, 'conductor'> {
  readonly petitions: ServedPetitions<{ readonly petition: Petition }>;
}

/** The preview chat. It needs no platform, so there is nothing to configure and nothing to check. */
export function web(settings: WebSettings): ConfiguredPlatform {
  return {
    channel: PREVIEW_CHAT,
    limits: LIMITS,
    create: async (context) => createWebAdapter(context, settings),
    check: async () => [],
  };
}

/** The running preview chat: a conversation on the campaign page. Each browser is a person. */
export function createWebAdapter(context: WebContext, settings: WebSettings): Adapter {
  return {
    channel: PREVIEW_CHAT,
    router: createRouter(context, settings),
    // The chat is on the page itself, so there is nowhere to link to.
    invitation: () => null,
    pagePart(locale, open, named) {
      const { all, several, named: find } = context.petitions;
      const { petition } = (named === undefined ? null : find(named)) ?? all[0];
      return pagePart(petition, locale, settings, { open, several });
    },
    health: () => ({ ok: true }),
    start: async () => {},
    stop: async () => {},
  };
}

function createRouter(context: WebContext, settings: WebSettings): Router {
  const router = Router();
  router
    .route('/chat/events')
    .post(
      onlyOwnPage(settings.publicUrl),
      perMinute(EVENTS_PER_MINUTE.address, (request) => ipKeyGenerator(request.ip ?? '')),
      perMinute(EVENTS_PER_MINUTE.session, sessionOf),
      onlyJson,
      express.raw({ type: () => true, limit: BODY_LIMIT_BYTES, inflate: false }),
      events(context, settings),
    )
    .all((request, response) => {
      response.set('Allow', 'POST, OPTIONS');
      if (request.method === 'OPTIONS') response.status(204).end();
      else response.status(405).json({ error: 'method-not-allowed' });
    });
  for (const style of STYLES) {
    router.get(`/chat/${style}.css`, pageAsset(`adapters/web/public/${style}.css`));
  }
  for (const module of CLIENT_MODULES) {
    router.get(`/chat/${module}.js`, pageAsset(`dist/adapters/web/client/${module}.js`));
  }
  return router;
}

/** `POST /chat/events`: one action in, the messages out. */
function events({ conductor }: WebContext, { publicUrl }: WebSettings): RequestHandler {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return async (request, response) => {
    const sent = request.body instanceof Uint8Array ? parseRequest(request.body) : null;
    if (sent === null) {
      response.status(400).json({ error: 'bad-request' });
      return;
    }
    const id = keepSession(request, response, secure);
    let messages: readonly Message[] = [];
    const outcome = await conductor.handle(
      { channel: PREVIEW_CHAT, tenant: '', id },
      { ...sent, languages: languagesOf(request) },
      async (answer) => {
        // Throwing leaves the event unanswered, so that the browser's next try gets the current step.
        if (response.closed) throw new Error('the browser is gone');
        messages = answer;
      },
    );
    if (response.closed) return;
    const answer: ChatAnswer = { outcome, messages: messages.map(renderMessage) };
    response
      .status(outcome === 'unsaved' ? 503 : 200)
      .set('Cache-Control', 'no-store')
      .json(answer);
  };
}

/** The languages of the request, best first. The chat's page puts its own first. */
function languagesOf(request: Request): string[] {
  return request.acceptsLanguages().filter((tag) => tag !== '*');
}

function onlyOwnPage(publicUrl: string | null): RequestHandler {
  return (request, response, next) => {
    if (isOwnPage(request, publicUrl)) next();
    // The page then says where people can use the chat.
    else response.status(403).json({ error: 'forbidden' });
  };
}

/** JSON only: a form on another site can't send JSON without a CORS preflight, which we never allow. */
const onlyJson: RequestHandler = (request, response, next) => {
  if (/^application\/json *(; *charset="?utf-8"?)?$/i.test(request.headers['content-type'] ?? '')) next();
  else response.status(415).json({ error: 'unsupported-media-type' });
};

/** Limits the events per minute for each key. Requests without a key are not limited here. */
function perMinute(limit: number, keyOf: (request: Request) => string | null): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: (request) => keyOf(request) ?? '',
    skip: (request) => keyOf(request) === null,
    handler: (_request, response) => {
      response.status(429).set('Retry-After', '60').json({ error: 'too-many-requests' });
    },
    // With TRUST_PROXY=0 the library ignores forwarding headers, as it should; its warnings say nothing new.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  });
}
