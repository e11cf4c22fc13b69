import type { LocaleTexts, Petition } from '../petition/petition.js';
import { html } from './markup.js';

/** The frame's best size, in pixels. */
const WIDTH = 600;
const HEIGHT = 220;
/** Of the petition's card picture. */
const CARD = { width: 1200, height: 630 };
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

/** What a page of this server is asked for with. */
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

/** Describes a petition's page for sites that show more of a link than its address. */
export function describePage(
  { organiser }: Petition,
  { headline }: Pick<LocaleTexts, 'headline'>,
  addresses: { readonly origin: string; readonly embed: string; readonly card: string },
  room: Room,
): OEmbed {
  const width = Math.min(WIDTH, room.width ?? WIDTH);
  const height = Math.min(HEIGHT, room.height ?? HEIGHT);
  const cardFits = CARD.width <= (room.width ?? CARD.width) && CARD.height <= (room.height ?? CARD.height);
  return {
    type: 'rich',
    version: '1.0',
    title: headline,
    provider_name: organiser?.name ?? new URL(addresses.origin).host,
    provider_url: addresses.origin,
    cache_age: CACHE_SECONDS,
    ...(cardFits
      ? { thumbnail_url: addresses.card, thumbnail_width: CARD.width, thumbnail_height: CARD.height }
      : {}),
    html: html`<iframe src="${addresses.embed}" width="${width}" height="${height}" title="${headline}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
      .value,
    width,
    height,
  };
}
