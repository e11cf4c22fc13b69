/**
 * Telegram's `parse_mode: HTML`: parses a message's text, or gives the description of error 400.
 * Source: https://core.telegram.org/bots/api#html-style, and the wording of the Bot API server's own errors.
 */

/** A formatted part of a text. Offsets are in UTF-16 code units, as Telegram counts. */
export interface Entity {
  readonly type:
    | 'bold'
    | 'italic'
    | 'underline'
    | 'strikethrough'
    | 'code'
    | 'pre'
    | 'blockquote'
    | 'text_link';
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** The markup that Telegram answers with `Bad Request: can't parse entities: …`. */
export class UnparsableMarkup extends Error {
  override readonly name = 'UnparsableMarkup';
}

const TYPES: Readonly<Record<string, Entity['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  a: 'text_link',
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const TAG = /^<(\/?)([a-z0-9-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/i;
const ENTITY = /^&(?:([a-z]+)|#(\d+)|#x([0-9a-f]+));/i;

interface Open {
  readonly name: string;
  readonly type: Entity['type'];
  readonly offset: number;
  readonly url: string | null;
}

/** @throws UnparsableMarkup as Telegram refuses it */
export function parseHtml(html: string): FormattedText {
  const entities: Entity[] = [];
  const open: Open[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const rest = html.slice(at);
    const character = ENTITY.exec(rest);
    if (character !== null) {
      const decoded = decode(character);
      text += decoded ?? character[0];
      at += character[0].length;
      continue;
    }
    if (!rest.startsWith('<')) {
      text += rest[0];
      at += 1;
      continue;
    }
    const tag = TAG.exec(rest);
    if (tag === null) throw refusal(`Unsupported start tag "${rest.slice(1, 2)}"`, html, at);
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '/') close(name, open, entities, text, html, at);
    else open.push(start(name, tag[3] ?? '', open, text, html, at));
    at += tag[0].length;
  }
  const left = open.at(-1);
  if (left !== undefined) {
    throw new UnparsableMarkup(
      `can't parse entities: Can't find end tag corresponding to start tag "${left.name}"`,
    );
  }
  return trimmed(text, entities);
}

function start(name: string, attributes: string, open: Open[], text: string, html: string, at: number): Open {
  const type = TYPES[name];
  if (type === undefined) throw refusal(`Unsupported start tag "${name}"`, html, at);
  if (type === 'blockquote' && open.some((tag) => tag.type === 'blockquote')) {
    throw new UnparsableMarkup("can't parse entities: blockquote entities can't be nested");
  }
  const url = type === 'text_link' ? (/href="([^"]*)"/i.exec(attributes)?.[1] ?? '') : null;
  return { name, type, offset: text.length, url: url === null ? null : parseHtmlText(url) };
}

function close(name: string, open: Open[], entities: Entity[], text: string, html: string, at: number): void {
  const tag = open.pop();
  if (tag === undefined) throw refusal(`Unexpected end tag`, html, at);
  if (tag.name !== name)
    throw refusal(`Unmatched end tag, expected "</${tag.name}>", found "</${name}>"`, html, at);
  const length = text.length - tag.offset;
  if (length === 0) return;
  const { type, offset, url } = tag;
  // Telegram shows a link without a valid address as plain text.
  if (url !== null && !/^(https?|tg|tel|mailto):/i.test(url)) return;
  entities.push(url === null ? { type, offset, length } : { type, offset, length, url });
}

function parseHtmlText(value: string): string {
  return value.replace(
    /&(?:([a-z]+)|#(\d+)|#x([0-9a-f]+));/gi,
    (whole) => decode(ENTITY.exec(whole)) ?? whole,
  );
}

function decode(match: RegExpExecArray | null): string | null {
  if (match === null) return null;
  const [, named, decimal, hexadecimal] = match;
  if (named !== undefined) return NAMED[named.toLowerCase()] ?? null;
  return String.fromCodePoint(Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10));
}

/** Telegram trims a message; entities move along. */
function trimmed(text: string, entities: readonly Entity[]): FormattedText {
  const from = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities.flatMap((entity) => {
    const offset = Math.max(0, entity.offset - from);
    const end = Math.min(kept.length, entity.offset + entity.length - from);
    return end > offset ? [{ ...entity, offset, length: end - offset }] : [];
  });
  return { text: kept, entities: moved.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function refusal(what: string, html: string, at: number): UnparsableMarkup {
  const bytes = Buffer.byteLength(html.slice(0, at));
  return new UnparsableMarkup(`can't parse entities: ${what} at byte offset ${bytes}`);
}
