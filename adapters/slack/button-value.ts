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

/** In place of a petition's name: no petition has this one, so the button leads to the list. */
export const ALL_PETITIONS = '*';

/** What a button of ours carries about a petition. */
interface AboutPetition {
  readonly locale: string;
  /** Its name; empty where the bot has only one. */
  readonly petition: string;
}

/** What a pressed button asks for. */
export type ButtonMeaning =
  /** Begins the private conversation from a card. `face` is what the card shows; empty on cards of 0.1. */
  | (AboutPetition & { readonly kind: 'card-sign'; readonly face: string })
  /** Begins the private conversation from the Home tab, or posts a card in this channel. */
  | (AboutPetition & { readonly kind: 'home-sign' | 'card-post' })
  /** Shows the Home tab in another locale. */
  | { readonly kind: 'home-language'; readonly locale: string }
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

/** The value of a button that is ours: what it carries, with a colon between. */
export function buttonValue(kind: keyof typeof SHAPES, ...carried: readonly (string | undefined)[]): string {
  return SHAPES[kind] + carried.filter((part) => part !== undefined).join(':');
}

/** The value of a card's button: its language, its face, and the petition where the bot has several. */
export function cardValue(locale: string, face: string, petition?: string): string {
  return buttonValue('card-sign', locale, face, petition);
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
    const carried = value.slice(shape.length);
    const [locale = '', second = '', third = ''] = carried.split(':');
    switch (kind) {
      case 'card-sign':
        return { kind, locale, face: second, petition: third };
      case 'card-post':
      case 'home-sign':
        return { kind, locale, petition: second };
      case 'home-language':
        return { kind, locale };
      default:
        return { kind, argument: carried };
    }
  }
  return { kind: 'code', code: value };
}

function isShape(kind: string): kind is keyof typeof SHAPES {
  return kind in SHAPES;
}
