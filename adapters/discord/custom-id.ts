/**
 * A button's id: the conversation's code as it is, or one of these on cards and in the story behind them. The
 * conversation's codes contain no colon.
 */
const SIGN = 'card:sign';
const STORY = 'card:story:';

/** What a pressed button asks for. */
export type ButtonMeaning =
  /** Begins or resumes the private conversation. `petition` is its name, where the bot has several. */
  | { readonly kind: 'sign'; readonly petition: string | null }
  /** Shows a page of the story to the person who pressed. */
  | { readonly kind: 'story'; readonly page: string; readonly petition: string | null }
  /** Any other id goes to the conversation, which checks its own codes. */
  | { readonly kind: 'code'; readonly code: string };

/**
 * The id of a button that begins the conversation.
 * @param petition its name, where the bot has several
 */
export function signButtonId(petition?: string): string {
  return petition === undefined ? SIGN : `${SIGN}:${petition}`;
}

/**
 * The id of a button that shows a page of the story.
 * @param page the page's name: at most 32 characters, as the petition's, so that the id stays within Discord's 100
 */
export function storyButtonId(page: string, petition?: string): string {
  return petition === undefined ? STORY + page : `${STORY}${page}:${petition}`;
}

/** Parses a button's id. A client can send anything. */
export function readButtonId(id: string): ButtonMeaning {
  if (id === SIGN || id.startsWith(`${SIGN}:`)) {
    return { kind: 'sign', petition: id.slice(SIGN.length + 1) || null };
  }
  if (id.startsWith(STORY)) {
    const [page = '', petition = null] = id.slice(STORY.length).split(':');
    return { kind: 'story', page, petition };
  }
  return { kind: 'code', code: id };
}
