/**
 * The codes of the bot's own buttons, which choose among petitions: `<tag>0.choose.<action>.[<petition>].<locale>`. A
 * petition's own codes look alike and never have this scope. The tag belongs to one person, as it does there.
 */
const SHAPE = /^([A-Za-z0-9_-]{6})0\.choose\.(list|page|open|undo|all|yes)\.([a-z0-9-]*)\.([A-Za-z0-9-]+)$/;

/** Shows the list (`page`: from a petition on), opens a petition, or withdraws: from one, from all after a question. */
export type ChooserAction = 'list' | 'page' | 'open' | 'undo' | 'all' | 'yes';

export interface ChooserCode {
  readonly tag: string;
  readonly action: ChooserAction;
  /** A petition's name; for `yes`, the mark of the signatures in question; empty for none. */
  readonly petition: string;
  /** The language in which the person read the button. */
  readonly locale: string;
}

/** At most 64 bytes, as Telegram demands: a petition's name has at most 32. */
export function writeChooserCode({ tag, action, petition, locale }: ChooserCode): string {
  return `${tag}0.choose.${action}.${petition}.${locale}`;
}

/** Null for anything that `writeChooserCode` does not write. */
export function parseChooserCode(code: string): ChooserCode | null {
  const [, tag, action, petition, locale] = SHAPE.exec(code) ?? [];
  const known = ACTIONS.find((one) => one === action);
  if (tag === undefined || known === undefined || petition === undefined || locale === undefined) return null;
  return { tag, action: known, petition, locale };
}

const ACTIONS: readonly ChooserAction[] = ['list', 'page', 'open', 'undo', 'all', 'yes'];
