import { linkCode } from '../../src/channel/links.js';
import type { ServedPetitions } from '../../src/channel/served-petitions.js';

/** Source codes that the content can name: a shared link, and the campaign page. */
const SHARED = 'share';
const PAGE = 'page';

/** Opens a private chat with the bot. */
export function chatLink(username: string): string {
  return `https://t.me/${username}`;
}

/** Opens a private chat and gives the bot the source: https://core.telegram.org/bots/features#deep-linking */
function deepLink(username: string, source: string): string {
  return `${chatLink(username)}?start=${encodeURIComponent(source)}`;
}

/**
 * The shared link: the same for everybody, so it does not say who shares it.
 * @param petition its name, where the bot has several
 */
export function sharedLink(username: string, petition?: string): string {
  return deepLink(username, codeOf(petition, SHARED));
}

/**
 * The link on the campaign page, or on another page of the server.
 * @param source where the page's reader came from, if the page's address says it
 */
export function pageLink(username: string, petition?: string, source = PAGE): string {
  return deepLink(username, codeOf(petition, source));
}

/** The link on a group's card. The source says which group it is, to us alone. */
export function placeLink(
  { several }: Pick<ServedPetitions, 'several'>,
  petition: string,
  username: string,
  source: string,
): string {
  return deepLink(username, codeOf(several ? petition : undefined, source));
}

function codeOf(petition: string | undefined, source: string): string {
  return petition === undefined ? source : linkCode(petition, source);
}
