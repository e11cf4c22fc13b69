/** Source codes that the content can name: a shared link, and the campaign page. */
const SHARED = 'share';
const PAGE = 'page';

/** Opens a private chat with the bot. */
export function chatLink(username: string): string {
  return `https://t.me/${username}`;
}

/** Opens a private chat and gives the bot the source: https://core.telegram.org/bots/features#deep-linking */
export function deepLink(username: string, source: string): string {
  return `${chatLink(username)}?start=${encodeURIComponent(source)}`;
}

/** The shared link: the same for everybody, so it does not say who shares it. */
export function sharedLink(username: string): string {
  return deepLink(username, SHARED);
}

/** The link on the campaign page. */
export function pageLink(username: string): string {
  return deepLink(username, PAGE);
}

/** Opens Telegram's dialogue for sharing a link and a text: https://core.telegram.org/widgets/share */
export function shareDialogue(link: string, text: string): string {
  return `https://t.me/share/url?${new URLSearchParams({ url: link, text }).toString().replaceAll('+', '%20')}`;
}
