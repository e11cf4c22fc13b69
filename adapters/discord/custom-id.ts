/**
 * A button's id: the conversation's code as it is, or one of these on cards and in the story behind them. The
 * conversation's codes contain no colon.
 */
const SIGN = 'card:sign';
const STORY = 'card:story:';

/** What a pressed button asks for. */
export type ButtonMeaning =
  /** Begins or resumes the private conversation. */
  | { readonly kind: 'sign' }
  /** Shows a page of the story to the person who pressed. */
  | { readonly kind: 'story'; readonly page: string }
  /** Any other id goes to the conversation, which checks its own codes. */
  | { readonly kind: 'code'; readonly code: string };

/** The id of a button that begins the conversation. */
export const signButtonId = SIGN;

/**
 * The id of a button that shows a page of the story.
 * @param page the page's name: at most 32 characters, so that the id stays within Discord's 100
 */
export function storyButtonId(page: string): string {
  return STORY + page;
}

/** Parses a button's id. A client can send anything. */
export function readButtonId(id: string): ButtonMeaning {
  if (id === SIGN) return { kind: 'sign' };
  if (id.startsWith(STORY)) return { kind: 'story', page: id.slice(STORY.length) };
  return { kind: 'code', code: id };
}
