/** A rule of typography, with what to write instead. */
interface Rule {
  readonly finds: RegExp;
  readonly remedy: string;
}

const NBSP = '\u00A0';
const NARROW = '\u202F';

/** What the texts of every language keep to. */
const EVERYWHERE: readonly Rule[] = [
  { finds: /'/, remedy: 'write ’ for an apostrophe' },
  { finds: /"/, remedy: 'write the quotation marks of the language' },
  { finds: /\.\.\./, remedy: 'write … for three dots' },
  { finds: / {2}/, remedy: 'write one space' },
  { finds: /\s[.,](?=\s|$)/, remedy: 'write no space before a full stop or a comma' },
  { finds: / - /, remedy: 'write – for a dash' },
];

/** What a language keeps to besides. A language that is not here has only the rules above. */
const OF_LANGUAGES: Readonly<Record<string, readonly Rule[]>> = {
  en: [{ finds: /[«»„]/, remedy: 'write “ ”' }],
  fr: [
    { finds: new RegExp(`[^${NBSP}]:(?=\\s|$)`), remedy: 'write a no-break space (U+00A0) before :' },
    { finds: new RegExp(`«[^${NBSP}]`), remedy: 'write a no-break space (U+00A0) after «' },
    { finds: new RegExp(`[^${NBSP}]»`), remedy: 'write a no-break space (U+00A0) before »' },
    {
      finds: new RegExp(`[^${NARROW}!?][;!?]`),
      remedy: 'write a narrow no-break space (U+202F) before ; ! ?',
    },
    { finds: /\d (?:h|%|€)(?=\P{L}|$)/u, remedy: 'write a no-break space (U+00A0) before h, % and €' },
    { finds: /[“”„]/, remedy: 'write « »' },
    {
      finds: /\b1 (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/,
      remedy: 'write 1er',
    },
  ],
  es: [
    { finds: /[“”„]/, remedy: 'write « »' },
    { finds: /«\s|\s»/, remedy: 'write no space inside « »' },
    { finds: /^[^¿]*\?/, remedy: 'begin the question with ¿' },
    { finds: /^[^¡]*!/, remedy: 'begin the exclamation with ¡' },
    { finds: /\d (?:h|%|€)(?=\P{L}|$)/u, remedy: 'write a no-break space (U+00A0) before h, % and €' },
  ],
  de: [
    { finds: /[«»]|„[^“]*$|^[^„]*“|”/, remedy: 'write „ “' },
    { finds: /\b(?:z\. ?B|d\. ?h|u\. ?a)\./, remedy: 'write a no-break space (U+00A0) in z. B.' },
    { finds: /\d (?:Uhr|%|€)(?=\P{L}|$)/u, remedy: 'write a no-break space (U+00A0) before Uhr, % and €' },
  ],
  nl: [{ finds: /[«»„]/, remedy: 'write ‘ ’ or “ ”' }],
  ar: [
    { finds: /[“”„]/, remedy: 'write « »' },
    { finds: /«\s|\s»/, remedy: 'write no space inside « »' },
    { finds: /\p{Script=Arabic}\s?[,;?]/u, remedy: 'write ، ؛ ؟' },
  ],
};

/** Words that native readers stumbled over. New messages have brought some of them back. */
const WORDING: Readonly<Record<string, readonly Rule[]>> = {
  fr: [
    { finds: /s’il vous plaît/, remedy: 'leave it out: the imperative is polite enough' },
    { finds: /affichée? pour vous|affiche pour vous/, remedy: 'write « votre nom affiché »' },
  ],
  es: [
    { finds: /\bdemandas\b/, remedy: 'write «lo que se pide»: these are lawsuits as well' },
    { finds: /muestra de usted/, remedy: 'write «su nombre visible»' },
  ],
  ar: [{ finds: /يُوقَّع شيء/, remedy: 'write لم يُسجَّل أي توقيع' }],
};

/** Options, addresses and what an isolate holds are written as they are typed. */
const CODE = /\u2066[^\u2069]*\u2069|--[a-z]+(?: "…")?|https?:\S+|mailto:\S+/g;

/** What is wrong with a line of prose, each with the place. A variable stands as a digit in it. */
export function typographyProblems(locale: string, line: string): string[] {
  const prose = line.replaceAll(CODE, 'x').trim();
  const [language = locale] = locale.split('-');
  const rules = [...EVERYWHERE, ...(OF_LANGUAGES[language] ?? []), ...(WORDING[language] ?? [])];
  return rules.flatMap(({ finds, remedy }) => {
    const found = finds.exec(prose);
    if (found === null) return [];
    const around = prose.slice(Math.max(0, found.index - 20), found.index + found[0].length + 20);
    return [`${remedy}: ${around}`];
  });
}
