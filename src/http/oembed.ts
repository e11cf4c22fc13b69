import type { LocaleTexts, Petition } from '../petition/petition.js';
import { html, type Markup } from './markup.js';
import type { HeadPicture } from './page-head.js';

/** The frame's best size, in pixels. */
const WIDTH = 600;
const HEIGHT = 220;
/** How long others may keep the answer, in seconds: the frame that it describes follows the total by itself. */
const CACHE_SECONDS = 3_600;

/** An answer of oEmbed 1.0, type `rich`: https://oembed.com, section 2.3.4 */
interface OEmbed {
  readonly type: 'rich';
  readonly version: '1.0';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  /** Left out where it is larger than the asker's limits. */
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

/** The path and the query in the address of a page. */
export interface AskedPage {
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * The path and query of an address on this server; null for any other address.
 * @param origin where this server is, as `siteOrigin` gives it
 */
export function ownPage(address: string, origin: string): AskedPage | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== new URL(origin).origin) return null;
  return { path: url.pathname, query: url.searchParams };
}

/** The largest size that the asker can show; null: any. */
export interface Room {
  readonly width: number | null;
  readonly height: number | null;
}

/** What the answer is about. */
interface DescribedPage {
  readonly origin: string;
  /** The frame's whole address. */
  readonly embed: string;
  /** What chats show beside a link to the page; null if there is nothing. */
  readonly picture: HeadPicture | null;
}

/** Describes a petition's page for sites that show more of a link than its address. */
export function describePage(
  { organiser }: Petition,
  { headline }: Pick<LocaleTexts, 'headline'>,
  { origin, embed, picture }: DescribedPage,
  room: Room,
): OEmbed {
  const width = Math.min(WIDTH, room.width ?? WIDTH);
  const height = Math.min(HEIGHT, room.height ?? HEIGHT);
  return {
    type: 'rich',
    version: '1.0',
    title: headline,
    provider_name: organiser?.name ?? new URL(origin).host,
    provider_url: origin,
    cache_age: CACHE_SECONDS,
    ...(picture === null || !fits(picture, room)
      ? {}
      : {
          thumbnail_url: `${origin}${picture.path}`,
          thumbnail_width: picture.width,
          thumbnail_height: picture.height,
        }),
    html: html`<iframe src="${embed}" width="${width}" height="${height}" title="${headline}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
      .value,
    width,
    height,
  };
}

function fits({ width, height }: HeadPicture, room: Room): boolean {
  return width <= (room.width ?? width) && height <= (room.height ?? height);
}

/** The link in a page's head by which other sites find what `/oembed` says about it: https://oembed.com, section 4. */
export function oEmbedLink(origin: string, page: string, title: string): Markup {
  const address = `${origin}/oembed?${new URLSearchParams({ url: page, format: 'json' })}`;
  return html`<link rel="alternate" type="application/json+oembed" href="${address}" title="${title}">\n`;
}
