import type { catalogue } from './catalogue.generated.js';

/**
 * The messages that the program can say. `content/interface/en.ftl` decides which there are: `npm run catalogue`
 * lists them in `catalogue.generated.ts`, so that a wrong message or variable doesn't compile. Every other language
 * must have the same messages with the same variables, or the start refuses it.
 */
export type WordId = keyof typeof catalogue;

type Variables<Id extends WordId> = (typeof catalogue)[Id][number];

/** What `say` takes after the id: nothing, or a value for each variable. */
export type WordArguments<Id extends WordId> = [Variables<Id>] extends [never]
  ? []
  : [Readonly<Record<Variables<Id>, string | number>>];
