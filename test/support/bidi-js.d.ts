/** What we use of bidi-js. Its own types describe a module that Node.js does not load. */
export default function bidiFactory(): {
  getEmbeddingLevels(text: string, baseDirection: 'ltr' | 'rtl'): EmbeddingLevels;
  /** The indices of the characters, from the left of the screen. */
  getReorderedIndices(text: string, levels: EmbeddingLevels): readonly number[];
  getReorderedString(text: string, levels: EmbeddingLevels): string;
};

interface EmbeddingLevels {
  readonly levels: Uint8Array;
}
