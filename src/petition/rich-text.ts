/**
 * Rich text: the form of parsed Markdown and of every message. Each platform turns it into its own markup.
 * A person's own words are always in a `text` node. Every renderer escapes those, so no platform reads them
 * as markup.
 */

import type { Progress } from './progress.js';

/** A run of text inside a block. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  /** A command, written as the platform writes it: `/total`, `/petition total`. */
  | { readonly kind: 'command'; readonly command: string }
  /** A text to copy unchanged, for example a receipt. */
  | { readonly kind: 'code'; readonly text: string }
  /** An instant. `text` is for platforms that can't write it in the reader's own time zone. */
  | {
      readonly kind: 'moment';
      readonly at: Date;
      readonly form: 'time' | 'day-and-time';
      readonly text: string;
    };

/** A paragraph-level piece of text. */
export type Block =
  | { readonly kind: 'heading'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'paragraph';
      readonly children: readonly Inline[];
      /** Present if the paragraph tells the total: chats show a bar below it. */
      readonly progress?: Progress;
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] };

/** A plain run of text. */
export function text(value: string): Inline {
  return { kind: 'text', text: value };
}

/** One paragraph of plain text or of the given runs. */
export function paragraph(...children: readonly (Inline | string)[]): Block {
  return {
    kind: 'paragraph',
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  };
}

/** A heading of plain text. */
export function heading(value: string): Block {
  return { kind: 'heading', children: [text(value)] };
}
