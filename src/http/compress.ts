import compression from 'compression';

/**
 * Pages, styles and scripts: a telephone on a slow network gets a third of the bytes. Streams of the total
 * must not be held back. The chat's answers contain receipts, whose letters the length of a compressed answer could
 * tell (https://breachattack.com); a page contains nothing about the visitor.
 */
const COMPRESSED = /^text\/(html|css|javascript)\b/;

/**
 * Compresses what is worth it, by what the browser understands. An answer "not modified" has no type. It goes through
 * here too, for its `Vary`: a cache would take it over, and pass compressed bytes to a browser that can't read them.
 */
export const compress = compression({
  filter: (_request, response) =>
    response.statusCode === 304 || COMPRESSED.test(String(response.getHeader('Content-Type'))),
});
