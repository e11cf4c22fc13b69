import type { WordArguments, WordId } from './catalogue.js';

/** The interface's words in one language. */
export interface Words {
  say<Id extends WordId>(id: Id, ...variables: WordArguments<Id>): string;
}
