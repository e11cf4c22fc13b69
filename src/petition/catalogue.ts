/**
 * Every message of the interface with the variables that it must use, by who says it.
 * A locale's `.ftl` file holds exactly these: one missing or one too many is refused at start.
 */
export const catalogue = {
  'language-name': [],
  /** `ltr` or `rtl`. */
  direction: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WordId = keyof typeof catalogue;

type Variables<Id extends WordId> = (typeof catalogue)[Id][number];

/** What `say` takes after the id: nothing, or a value for each variable. */
export type WordArguments<Id extends WordId> = [Variables<Id>] extends [never]
  ? []
  : [Readonly<Record<Variables<Id>, string | number>>];
