/**
 * A button's value: the conversation's code as it is, or one of these if the button is ours. The
 * conversation's codes contain no colon.
 */
const SHAPES = {
  'card-sign': 'card:sign:',
  'card-post': 'card:post:',
  'home-sign': 'home:sign:',
  'home-language': 'home:language:',
  'staff-confirm': 'staff:confirm:',
  'staff-ask': 'staff:ask:',
  'staff-ask-again': 'staff:again:',
} as const;
const STAFF_CANCEL = 'staff:cancel';
const CLEAR = 'direct:clear';

/** What a pressed button asks for. */
export type ButtonMeaning =
  /** Begins the private conversation from a card. `face` is what the card shows; empty on cards of 0.1. */
  | { readonly kind: 'card-sign'; readonly argument: string; readonly face: string }
  /** Begins the private conversation from the Home tab. The argument is a locale. */
  | { readonly kind: 'home-sign'; readonly argument: string }
  /** Posts a card in this channel. The argument is a locale. */
  | { readonly kind: 'card-post'; readonly argument: string }
  /** Shows the Home tab in another locale. */
  | { readonly kind: 'home-language'; readonly argument: string }
  /** Confirms a staff request. The argument is the staff desk's code. */
  | { readonly kind: 'staff-confirm'; readonly argument: string }
  /** Asks the staff desk. The argument is the words, as staff would type them. */
  | { readonly kind: 'staff-ask'; readonly argument: string }
  /** The same; the answer takes the place of the message with the button. */
  | { readonly kind: 'staff-ask-again'; readonly argument: string }
  | { readonly kind: 'staff-cancel' }
  /** Deletes the message with the button. */
  | { readonly kind: 'clear' }
  /** Any other value goes to the conversation, which checks its own codes. */
  | { readonly kind: 'code'; readonly code: string };

/** The value of a button that is ours. */
export function buttonValue(kind: keyof typeof SHAPES, argument: string): string {
  return SHAPES[kind] + argument;
}

/** The value of a card's button: its language and its face. */
export function cardValue(locale: string, face: string): string {
  return buttonValue('card-sign', `${locale}:${face}`);
}

/** The value of the button that cancels a staff request. */
export const staffCancelValue = STAFF_CANCEL;

/** The value of the button that deletes its own message. */
export const clearValue = CLEAR;

/** Parses a button's value. A client can send anything. */
export function readButtonValue(value: string): ButtonMeaning {
  if (value === STAFF_CANCEL) return { kind: 'staff-cancel' };
  if (value === CLEAR) return { kind: 'clear' };
  for (const kind of Object.keys(SHAPES).filter(isShape)) {
    const shape = SHAPES[kind];
    if (!value.startsWith(shape)) continue;
    const argument = value.slice(shape.length);
    if (kind !== 'card-sign') return { kind, argument };
    const [locale = '', face = ''] = argument.split(':');
    return { kind, argument: locale, face };
  }
  return { kind: 'code', code: value };
}

function isShape(kind: string): kind is keyof typeof SHAPES {
  return kind in SHAPES;
}
