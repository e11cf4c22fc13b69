/** Sources that content can name: a supporter passed the petition on; the campaign page. */
const SHARED = 'share';
const PAGE = 'page';

/** Opens a private chat with the bot. */
export function chatLink(username: string): string {
  return `https://t.me/${username}`;
}

/** Opens a private chat and tells the bot where the person came from: https://core.telegram.org/bots/features#deep-linking */
export function deepLink(username: string, source: string): string {
  return `${chatLink(username)}?start=${encodeURIComponent(source)}`;
}

/** The link that supporters pass on: the same for everybody, so it says nothing of who did. */
export function sharedLink(username: string): string {
  return deepLink(username, SHARED);
}

/** The link on the campaign page. */
export function pageLink(username: string): string {
  return deepLink(username, PAGE);
}

/** Opens Telegram's own choice of chats to pass a link and a text on to: https://core.telegram.org/widgets/share */
export function shareDialogue(link: string, text: string): string {
  return `https://t.me/share/url?${new URLSearchParams({ url: link, text }).toString().replaceAll('+', '%20')}`;
}
