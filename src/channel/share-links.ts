/**
 * Opens Telegram with a link and a text to pass on: https://core.telegram.org/widgets/share. For everybody who uses
 * Telegram, also where the petition is on other platforms.
 */
export function telegramShare(url: string, text: string): string {
  return withQuery('https://t.me/share/url', { url, text });
}

/** An address with a query. Spaces are %20: mail programs understand nothing else (RFC 6068, section 5). */
export function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  return `${address}?${new URLSearchParams(query).toString().replaceAll('+', '%20')}`;
}
