import compression from 'compression';

/**
 * Pages, styles and scripts: a telephone on a slow network gets a third of the bytes. Streams of the total must not be
 * held back. The chat's answers contain receipts, and the length of a compressed answer could reveal their letters
 * (https://breachattack.com). A page contains nothing about the visitor.
 */
const COMPRESSED = /^text\/(html|css|javascript)\b/;

/**
 * Compresses these types, in an encoding that the browser accepts. An answer "not modified" has no type. It passes here
 * too, to get its `Vary`: without that, a cache could give compressed bytes to a browser that can't read them.
 */
export const compress = compression({
  filter: (_request, response) =>
    response.statusCode === 304 || COMPRESSED.test(String(response.getHeader('Content-Type'))),
});
