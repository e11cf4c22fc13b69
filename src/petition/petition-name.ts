/** A petition's name is part of paths, schemas and every pseudonym. */
const PETITION_NAME = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** The folder of the words that all petitions share. */
export const INTERFACE = 'interface';

/** The folder of the lists of names that deserve a look before delivery. */
export const REVIEW = 'review';

/** The end of a preview's schema name. No petition's own name may end like this. */
const PREVIEW = '-preview';

/** The rule that a petition's name breaks; null for a good name. */
export function petitionNameProblem(name: string): string | null {
  if (!PETITION_NAME.test(name)) {
    return 'write 1 to 32 of a–z, 0–9 and -, beginning with a letter or digit: it is the name of a folder under content/';
  }
  if (name === INTERFACE) return `choose another name: content/${INTERFACE} holds the words of all petitions`;
  if (name === REVIEW) return `choose another name: content/${REVIEW} holds lists of names for all petitions`;
  if (name.endsWith(PREVIEW)) {
    const other = name.slice(0, -PREVIEW.length);
    return `choose a name that does not end in ${PREVIEW}: the preview of ${other} would use the same tables`;
  }
  return null;
}
