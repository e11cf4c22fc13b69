import { type Request, type RequestHandler, type Response, Router } from 'express';
import { openCheckpoint } from '../log-of-totals/checkpoint.js';
import { consistencyProof, leafHash } from '../log-of-totals/merkle.js';
import { parseNoteKey } from '../log-of-totals/signed-note.js';
import { languageOf } from './language.js';
import { createShownLog, type LogSource, type ShownLog } from './log-document.js';
import { renderLogPage } from './log-page.js';
import { onlyMethods, type Refuse } from './refusals.js';

export interface LogRoutes extends LogSource {
  /** What its addresses begin with: '' for those of a bot with one petition, and `/p/<petition>`. */
  readonly bases: readonly string[];
  readonly bounded: RequestHandler;
  readonly refuse: Refuse;
}

/** Answers one request from the log as it is shown now. */
type Answer = (shown: ShownLog, request: Request, response: Response) => void;

/**
 * The public log: `/log` for people, `/log/entries`, `/log/checkpoint` and `/log/proof?first=3&second=8` for programs.
 * Any page may read the last three.
 */
export function logRoutes({ bases, bounded, refuse, ...source }: LogRoutes): Router {
  const { petition } = source;
  const read = createShownLog(source);
  const readOnly = onlyMethods('GET, HEAD', refuse);
  const router = Router();

  for (const base of bases) {
    router
      .route(`${base}/log`)
      .get(bounded, async (request, response) => {
        const shown = await read().catch(() => undefined);
        if (shown === undefined) return refuse(request, response, 'unavailable');
        const texts = petition.texts(languageOf(request, petition));
        response
          .vary('Accept-Language')
          .set('Cache-Control', 'no-cache')
          .type('html')
          .send(renderLogPage(petition, texts, shown, base).value);
      })
      .all(readOnly);
  }

  function program(path: string, answer: Answer): void {
    router
      .route(bases.map((base) => `${base}/log/${path}`))
      .get(bounded, async (request, response) => {
        response.set({
          'Cache-Control': 'no-store',
          'Access-Control-Allow-Origin': '*',
          'Cross-Origin-Resource-Policy': 'cross-origin',
        });
        const shown = await read().catch(() => undefined);
        if (shown === undefined) refuse(request, response, 'unavailable');
        else if (shown === null) refuse(request, response, 'not-found');
        else answer(shown, request, response);
      })
      .all(readOnly);
  }

  program('checkpoint', ({ log }, _request, response) => {
    response.type('text/plain').send(log.checkpoint);
  });
  program('entries', ({ document }, _request, response) => {
    response.json(document);
  });
  program('proof', ({ log }, request, response) => {
    const proof = proofFor(log, request);
    if (proof === null) refuse(request, response, 'bad-request');
    else response.json({ consistency: proof.map((hash) => hash.toString('base64')) });
  });
  return router;
}

/**
 * The proof between two sizes, asked for as RFC 6962 names them (section 4.4): `first` and `second`. Without `second`,
 * up to the signed head. Null for sizes that the log has not had.
 */
function proofFor({ entries, key, checkpoint }: ShownLog['log'], { query }: Request) {
  const parsed = parseNoteKey(key);
  const signed = parsed === null ? null : openCheckpoint(checkpoint, parsed);
  const first = sizeIn(query.first);
  const second = query.second === undefined ? (signed?.size ?? null) : sizeIn(query.second);
  if (first === null || second === null || first > second || second > entries.length) return null;
  const leaves = entries.slice(0, second).map((line) => leafHash(Buffer.from(line)));
  return consistencyProof(leaves, first);
}

function sizeIn(written: unknown): number | null {
  return typeof written === 'string' && /^[1-9]\d{0,8}$/.test(written) ? Number(written) : null;
}
