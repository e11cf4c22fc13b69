/**
 * What a button carries: the conversation's own code as it is, or, on cards and in the story that they lead to, one
 * of these. No code of a conversation holds a colon.
 */
const SIGN = 'card:sign';
const STORY = 'card:story:';

/** What a pressed button asks for. */
export type ButtonMeaning =
  /** Begin, or go on with, the private conversation. */
  | { readonly kind: 'sign' }
  /** Show a page of the story to whoever pressed. */
  | { readonly kind: 'story'; readonly page: string }
  /** For the conversation, which knows its own codes and also what is not one. */
  | { readonly kind: 'code'; readonly code: string };

/** The id of a button that begins the conversation. */
export const signButtonId = SIGN;

/**
 * The id of a button that shows a page of the story.
 * @param page the page's name: at most 32 characters, so the id keeps within Discord's 100
 */
export function storyButtonId(page: string): string {
  return STORY + page;
}

/** Reads what a button carried; anything may come. */
export function readButtonId(id: string): ButtonMeaning {
  if (id === SIGN) return { kind: 'sign' };
  if (id.startsWith(STORY)) return { kind: 'story', page: id.slice(STORY.length) };
  return { kind: 'code', code: id };
}
