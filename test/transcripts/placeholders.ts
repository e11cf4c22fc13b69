/** Text that a transcript cannot know, or that would be too long to read in it. */
const PLACEHOLDER = /\{(?:(typed )?receipt of (\w+)|ten thousand characters)\}/g;

/**
 * Fills a transcript's placeholders: `{receipt of NAME}` is the one that somebody was given, `{typed receipt of NAME}`
 * the same as people type it, `{ten thousand characters}` what it says.
 */
export function fillIn(text: string, receiptOf: (person: string) => string | null): string {
  return text.replace(PLACEHOLDER, (_whole, typed: string | undefined, person: string | undefined) => {
    if (person === undefined) return 'long text '.repeat(1000);
    const receipt = receiptOf(person);
    if (receipt === null) throw new Error(`${person} has no receipt`);
    return typed === undefined ? receipt : ` ${receipt.toLowerCase().replaceAll('-', ' ')} `;
  });
}

/** Whether a text holds somebody's receipt, which has to be read first. */
export function holdsReceipt(text: string): boolean {
  return [...text.matchAll(PLACEHOLDER)].some(([, , person]) => person !== undefined);
}
