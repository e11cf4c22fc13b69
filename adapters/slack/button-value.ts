/**
 * What a button carries: the conversation's own code as it is, or, where the button is ours, one of these. No code of a conversation holds a colon.
 */
const SHAPES = {
  'card-sign': 'card:sign:',
  'card-post': 'card:post:',
  'home-sign': 'home:sign:',
  'home-language': 'home:language:',
  'staff-confirm': 'staff:confirm:',
} as const;
const STAFF_CANCEL = 'staff:cancel';
const CLEAR = 'direct:clear';

/** What a pressed button asks for. */
export type ButtonMeaning =
  /** Begin the private conversation: from a card, or from the Home tab. The argument is a locale. */
  | { readonly kind: 'card-sign' | 'home-sign'; readonly argument: string }
  /** Post a card where the button stands, in a locale. */
  | { readonly kind: 'card-post'; readonly argument: string }
  /** Show the Home tab in another locale. */
  | { readonly kind: 'home-language'; readonly argument: string }
  /** Do what the staff asked for; the argument is the staff desk's own code. */
  | { readonly kind: 'staff-confirm'; readonly argument: string }
  | { readonly kind: 'staff-cancel' }
  /** Take the message away that the button stands on. */
  | { readonly kind: 'clear' }
  /** For the conversation, which knows its own codes and also what is not one. */
  | { readonly kind: 'code'; readonly code: string };

/** The value of a button that is not the conversation's. */
export function buttonValue(kind: keyof typeof SHAPES, argument: string): string {
  return SHAPES[kind] + argument;
}

/** The value of the button that lets a staff request be. */
export const staffCancelValue = STAFF_CANCEL;

/** The value of the button that takes its own message away. */
export const clearValue = CLEAR;

/** Reads what a button carried; anything may come. */
export function readButtonValue(value: string): ButtonMeaning {
  if (value === STAFF_CANCEL) return { kind: 'staff-cancel' };
  if (value === CLEAR) return { kind: 'clear' };
  for (const kind of Object.keys(SHAPES).filter(isShape)) {
    const shape = SHAPES[kind];
    if (value.startsWith(shape)) return { kind, argument: value.slice(shape.length) };
  }
  return { kind: 'code', code: value };
}

function isShape(kind: string): kind is keyof typeof SHAPES {
  return kind in SHAPES;
}
