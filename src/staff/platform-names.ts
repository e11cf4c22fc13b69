/** The channel of signatures that are made in the preview chat on the page. */
export const PREVIEW_CHAT = 'web';

/** The platforms' proper names by channel: `Telegram` for `telegram`. They are the same in every language. */
export type PlatformNames = ReadonlyMap<string, string>;

/** The names of platforms, whether or not they are configured: signatures outlive a platform's settings. */
export function platformNames(
  platforms: readonly { readonly channel: string; readonly name: string }[],
): PlatformNames {
  return new Map(platforms.map(({ channel, name }) => [channel, name]));
}
