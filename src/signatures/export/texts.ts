import { createHash } from 'node:crypto';
import type { KeptText } from '../texts.js';
import type { OpenedSignature } from './collect.js';

/** A text that signatures refer to, and its file in the export. */
export interface NamedText {
  readonly name: string;
  readonly locale: string;
  readonly version: string;
  readonly file: string;
  readonly words: string;
}

export interface NamedTexts {
  readonly texts: readonly NamedText[];
  /** Texts that are not stored, or whose words do not match their version: `letter (en) 3f2a…`. */
  readonly missing: readonly string[];
}

/** Safe in a file name. */
const PLAIN = /^[A-Za-z0-9-]+$/;

/** The texts that signatures refer to. Each one's hash is checked against its version. */
export function namedTexts(signatures: readonly OpenedSignature[], kept: readonly KeptText[]): NamedTexts {
  const wanted = new Map<string, Pick<KeptText, 'name' | 'locale' | 'version'>>();
  for (const { texts } of new Set(signatures.map(({ evidence }) => evidence))) {
    for (const [name, { locale, version }] of Object.entries(texts)) {
      wanted.set(idOf({ name, locale, version }), { name, locale, version });
    }
  }
  const found = new Map(kept.filter(isWhole).map((text) => [idOf(text), text]));
  const texts: NamedText[] = [];
  const missing: string[] = [];
  for (const [id, { name, locale, version }] of wanted) {
    const text = found.get(id);
    if (text === undefined) missing.push(`${name} (${locale}) ${version.slice(0, 12)}…`);
    else {
      texts.push({ name, locale, version, file: `texts/${name}.${locale}.${version}.md`, words: text.words });
    }
  }
  return { texts: texts.sort((one, other) => (one.file < other.file ? -1 : 1)), missing: missing.sort() };
}

function idOf({ name, locale, version }: Pick<KeptText, 'name' | 'locale' | 'version'>): string {
  return JSON.stringify([name, locale, version]);
}

/** Whether the words of a text match its version, and its name can be part of a file name. */
export function isWhole({ name, locale, version, words }: KeptText): boolean {
  const hash = createHash('sha256').update(words).digest('hex');
  return PLAIN.test(name) && PLAIN.test(locale) && hash === version;
}
