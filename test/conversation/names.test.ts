import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkName, MAX_NAME, type NameProblem, shortName } from '../../src/conversation/name.js';

/** Names that people have, taken as they are (in NFC). */
const LEGITIMATE: readonly (readonly [script: string, name: string])[] = [
  ['Latin', 'Amal Bennani'],
  ['one letter', 'Q'],
  ['an apostrophe', 'Sinéad O’Connor'],
  ['a straight apostrophe', "N'Golo Kanté"],
  ['a hyphen', 'Jean-Luc'],
  ['a full stop and a comma', 'Martin L. King, Jr.'],
  ['brackets', 'Maria (Mimi) Silva'],
  ['digits', 'X Æ A-12'],
  ['a number alone', '1984'],
  ['an ampersand and markup', '<b>Amal</b> & *Co*'],
  ['German', 'Jürgen Groß'],
  ['Icelandic', 'Guðrún Þórsdóttir'],
  ['Polish', 'Świętosława Żółć'],
  ['Vietnamese', 'Nguyễn Thị Ánh Nguyệt'],
  ['Yoruba, which no composed letters exist for', 'Ọlọ́runtóbi Ẹ̀bùn'],
  ['Lithuanian with a mark over a mark', 'Ė̃rikas'],
  ['Welsh and Maltese', 'Siân Ġużeppi'],
  ['Hawaiian', 'Kaʻiulani'],
  ['Greek', 'Ελένη Παπαδοπούλου'],
  ['Cyrillic', 'Анна Ивановна Щербакова'],
  ['Kazakh', 'Нұрсұлтан'],
  ['Armenian', 'Արամ Խաչատրյան'],
  ['Georgian', 'ნინო ბერიძე'],
  ['Hebrew', 'נעמי שמר'],
  ['pointed Hebrew', 'נָעֳמִי'],
  ['Hebrew with a dagesh, a vowel and a shin dot', 'שָּׁלוֹם'],
  ['Arabic', 'ناصر الزفزافي'],
  ['vocalised Arabic', 'مُحَمَّدٌ'],
  ['Persian with a joiner that parts', 'نیک‌آذر'],
  ['Urdu', 'فیض احمد فیضؔ'],
  ['Pashto', 'ملالۍ'],
  ['Uyghur', 'ئىلھام توختى'],
  ['Syriac', 'ܐܦܪܝܡ'],
  ['Thaana', 'މުހައްމަދު'],
  ['Tifinagh', 'ⴰⵎⴰⵣⵉⵖ'],
  ['N’Ko', 'ߛߏߟߏߡߊߣߊ'],
  ['Ethiopic', 'ሰላማዊት ኃይሉ'],
  ['Devanagari', 'श्रीनिवास क्षत्रिय'],
  ['Devanagari with a half letter', 'रम्‍या'],
  ['Bengali', 'রবীন্দ্রনাথ ঠাকুর'],
  ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ'],
  ['Gujarati', 'નરેન્દ્ર'],
  ['Tamil', 'லட்சுமி'],
  ['Telugu', 'వేంకటేశ్వర్లు'],
  ['Kannada', 'ಕೃಷ್ಣಮೂರ್ತಿ'],
  ['Malayalam', 'ശ്രീജിത്ത്'],
  ['Malayalam with a chillu of the old kind', 'അനില്‍'],
  ['Sinhala with a joiner', 'ශ්‍රීමාලි'],
  ['Thai', 'ณัฐวุฒิ ชื่นบาน'],
  ['Lao', 'ສີສະຫວາດ'],
  ['Khmer', 'ស្រីមុំ'],
  ['Burmese', 'အောင်ဆန်းစုကြည်'],
  ['Burmese with four marks on a letter', 'ကြွေ့'],
  ['Tibetan', 'བསྟན་འཛིན་རྒྱ་མཚོ་'],
  ['Mongolian', 'ᠴᠢᠩᠭᠢᠰ'],
  ['Chinese', '李小龍'],
  ['a Chinese name with a middle dot', '阿卜杜拉·买买提'],
  ['Japanese', 'さかもと リョウマ'],
  ['Japanese with a chosen form of a character', '葛\u{E0100}城'],
  ['Korean', '김연아'],
  ['a character beyond the first plane', '𠮷田'],
  ['Deseret', '𐐔𐐯𐑅𐐨𐑉𐐯𐐻'],
  ['Cherokee', 'ᏍᏏᏉᏯ'],
  ['Cree', 'ᓀᐦᐃᔭᐤ'],
  ['an emoji beside letters', 'Ana 🌻'],
  ['a joined emoji', 'Ana 👩‍👩‍👧'],
  ['an emoji with a skin', 'Ana 👍🏽'],
  ['a heart', 'Ana ❤️'],
  ['a keycap', 'Ana 1️⃣'],
  ['both directions', 'أمل Amal'],
];

/** Names that are cleaned rather than refused: what they lose, nobody sees. */
const CLEANED: readonly (readonly [what: string, written: string, name: string])[] = [
  ['spaces at both ends', '  Amal ', 'Amal'],
  ['several spaces', 'Amal    Bennani', 'Amal Bennani'],
  ['a line break', 'Amal\nBennani', 'Amal Bennani'],
  ['a Windows line break', 'Amal\r\nBennani', 'Amal Bennani'],
  ['a tab', 'Amal\tBennani', 'Amal Bennani'],
  ['a line separator', 'Amal\u2028Bennani', 'Amal Bennani'],
  ['a next-line character', 'Amal\u0085Bennani', 'Amal Bennani'],
  ['a no-break space', 'Amal\u00A0Bennani', 'Amal Bennani'],
  ['an ideographic space', '李\u3000小龍', '李 小龍'],
  ['a soft hyphen', 'Ben\u00ADnani', 'Bennani'],
  ['a zero-width space', 'Amal\u200BBennani', 'AmalBennani'],
  ['a word joiner', 'Amal\u2060', 'Amal'],
  ['a byte order mark', '\uFEFFAmal', 'Amal'],
  ['a mark that gives a direction', 'أمل\u200F', 'أمل'],
  ['the same for Arabic', 'أمل\u061C', 'أمل'],
  ['a decomposed letter', 'Jose\u0301', 'José'],
  ['a letter and its accent with nothing between', 'Jose\u200B\u0301', 'José'],
  ['decomposed Vietnamese', 'Nguyê\u0303n', 'Nguyễn'],
  ['decomposed Korean', '\u1100\u1175\u11B7', '김'],
];

const REFUSED: readonly (readonly [what: string, written: string, problem: NameProblem])[] = [
  ['nothing', '', 'name-empty'],
  ['spaces', ' \t ', 'name-empty'],
  ['only what nobody sees', '\u200B\u2060\uFEFF\u00AD', 'name-empty'],
  ['punctuation', '-- ... --', 'name-no-letter'],
  ['emoji', '🙂🙂', 'name-no-letter'],
  ['an accent alone', '\u0301', 'name-no-letter'],
  ['one character too many', 'a'.repeat(MAX_NAME + 1), 'name-too-long'],
  ['few characters of many bytes', '👩‍👩‍👧‍👦a'.repeat(20), 'name-too-long'],
  ['ten thousand characters', 'long '.repeat(2000), 'name-too-long'],
  ['a NUL', 'Amal\u0000', 'name-control'],
  ['an escape', '\u001B[31mAmal', 'name-control'],
  ['a backspace', 'Amal\u0008', 'name-control'],
  ['a C1 control', 'Amal\u009B', 'name-control'],
  ['a lone high surrogate', 'Amal\uD83D', 'name-control'],
  ['a lone low surrogate', '\uDE00Amal', 'name-control'],
  ['a right-to-left override', '\u202Elama', 'name-invisible'],
  ['a left-to-right override', '\u202DAmal', 'name-invisible'],
  ['an embedding', '\u202BAmal\u202C', 'name-invisible'],
  ['an isolate', '\u2067Amal\u2069', 'name-invisible'],
  ['an isolate left open', 'Amal\u2066', 'name-invisible'],
  ['tag characters', 'Amal\u{E0041}\u{E0042}', 'name-invisible'],
  ['a flag made of tags', '🏴\u{E0067}\u{E0062}\u{E007F} Amal', 'name-invisible'],
  ['a joiner between Latin letters', 'Am\u200Dal', 'name-invisible'],
  ['a joiner that begins', '\u200DAmal', 'name-invisible'],
  ['two joiners in a row', 'نیک\u200C\u200Cآذر', 'name-invisible'],
  ['a variation selector on a letter', 'Amal\uFE0F', 'name-invisible'],
  ['a variation selector from the supplement on a letter', 'Amal\u{E0101}', 'name-invisible'],
  ['a Hangul filler', '\u3164', 'name-invisible'],
  ['a halfwidth Hangul filler', 'Amal\uFFA0', 'name-invisible'],
  ['a combining grapheme joiner', 'Am\u034Fal', 'name-invisible'],
  ['an invisible operator', 'Amal\u2064', 'name-invisible'],
  ['an interlinear annotation', 'Amal\uFFF9', 'name-invisible'],
  ['an empty Braille cell', 'A\u2800', 'name-invisible'],
  ['a musical format character', 'A\u{1D173}', 'name-invisible'],
  ['private use', 'Amal\uF8FF', 'name-unreadable'],
  ['private use in a high plane', 'Amal\u{100000}', 'name-unreadable'],
  ['a noncharacter', 'Amal\uFFFE', 'name-unreadable'],
  ['an unassigned character', 'Amal\u0378', 'name-unreadable'],
  ['a replacement character', 'Am\uFFFDl', 'name-unreadable'],
  ['an object replacement character', 'Am\uFFFCl', 'name-unreadable'],
  ['a pile of accents', `A${'\u0301\u0316'.repeat(3)}mal`, 'name-marks'],
  ['a pile of enclosing marks', `A${'\u20DD'.repeat(5)}`, 'name-marks'],
  ['a pile of marks that take room', `क${'\u093E'.repeat(8)}`, 'name-marks'],
  ['a web address', 'https://example.org', 'name-address'],
  ['a web address among words', 'Buy at www.example.org', 'name-address'],
  ['a link into an app', 'tg://user?id=1', 'name-address'],
];

/** Links, addresses and handles, in every form that people have for them. */
const ADDRESSES: readonly string[] = [
  'bit.ly/xyz',
  'bit.ly',
  'Bit.Ly',
  'BIT.LY/XYZ',
  't.me/joinchat/abc',
  't.me',
  'T.me',
  'T.Me/joinchat',
  'x.com',
  'X.COM',
  'X.Com',
  'X.de',
  'casino777.com',
  'Casino777.Com',
  'CASINO777.COM',
  'visit casino777.com',
  'visit casino777.com.',
  '(casino777.com)',
  '“casino777.com”, Amal',
  'Amal|casino777.com',
  'www.casino777',
  'http://casino777.com',
  'HTTPS://CASINO777.COM',
  'https:\\\\casino777.com',
  'sub.domain.casino777.co.uk',
  'discord.gg/abc',
  'spam.рф',
  'СПАМ.РФ',
  'spam.xn--p1ai',
  'سبام.مصر',
  '例子.中国',
  '💊.com',
  'facebook.onion',
  '192.168.10.20',
  'amina@example.org',
  'amina@localhost',
  '@handle',
  '@amal_92',
  'Amal (@amal_92)',
  'Amal @ Tangier',
  // Characters that look like a full stop, an @, a slash or a letter.
  'casino777．com',
  'casino777。com',
  'casino777｡com',
  'casino777․com',
  'casino777﹒com',
  'casino777۔com',
  'ｃａｓｉｎｏ777．ｃｏｍ',
  '𝐜𝐚𝐬𝐢𝐧𝐨777.𝐜𝐨𝐦',
  'Amal ⓑⓘⓣ.ⓛⓨ',
  '＠handle',
  '﹫handle',
  'https：／／casino777',
  // Characters that nobody sees, and stops that are hidden from programs.
  'casino777\u200B.com',
  'casino\u00ADino.com',
  'casino777 .com',
  'casino777 . com',
  'casino777[.]com',
  'casino777 (dot) com',
  // Two words with a full stop and no space: the second is a top-level domain.
  'Anna.Kim',
  'j.kim',
];

/** Names with a full stop or a slash. Some end with a top-level domain. */
const NOT_ADDRESSES: readonly string[] = [
  'J.Tolkien',
  'J.R.R. Tolkien',
  'J.R.R.Tolkien',
  'O',
  'Jan/Piet',
  'O’Brien',
  'M.-C.',
  'M.-C. Dubois',
  'ⵏⴰⵙⵔ',
  'A.B.Smith',
  'St.John',
  'St.Martin',
  'Jean.Paul',
  'محمد بن علي',
  'م. علي',
  'M.Ali',
  'M. Li',
  'Dr. Kim',
  'A.Mo',
  'J.Star',
  'N.Co',
  'J.Name',
  'J.KIM',
  'J.de Boer',
  'M.-C.de Vries',
  'A.la Fontaine',
  'J.R.R.Kim',
  'M.-C.Li',
  'É.Li',
  'J.Kim.',
  'J.Kim, N.Co',
  'И.Ким',
  'Amal 1.5',
  'Gal·la',
  'Amal etc.',
  'Com',
  'C.O.M.',
  'Amal...',
  'Amal: Nora',
];

describe('a name', () => {
  test.each(LEGITIMATE)('in or with %s is taken as it is: %s', (_what, name) => {
    expect(checkName(name)).toEqual({ ok: true, name: name.normalize('NFC') });
  });

  test.each(CLEANED)('loses %s', (_what, written, name) => {
    expect(checkName(written)).toEqual({ ok: true, name });
  });

  test.each(REFUSED)('that is or holds %s is refused', (_what, written, problem) => {
    expect(checkName(written)).toEqual({ ok: false, problem });
  });

  test.each(ADDRESSES)('is refused if it is or holds an address: %s', (written) => {
    expect(checkName(written)).toEqual({ ok: false, problem: 'name-address' });
  });

  test.each(NOT_ADDRESSES)('with a full stop or a slash is no address: %s', (name) => {
    expect(checkName(name)).toEqual({ ok: true, name });
  });

  test('is refused with any words around a domain', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿа-яء-ي]{1,8}$/u);
    const label = fc.stringMatching(/^[a-z0-9]{2,10}$/);
    const domain = fc.constantFrom('com', 'org', 'ly', 'me', 'gg', 'ma', 'рф', 'مصر', 'online', 'co.uk');
    fc.assert(
      fc.property(word, label, domain, word, (before, name, end, after) => {
        const problem = checkName(`${before} ${name}.${end} ${after}`);
        expect(problem).toEqual({ ok: false, problem: 'name-address' });
      }),
    );
  });

  test('of any letters passes if a space follows each full stop', () => {
    const part = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{1,8}\.?$/u);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        expect(checkName(parts.join(' ')).ok).toBe(true);
      }),
    );
  });

  test('may have the maximum length in any script', () => {
    expect(checkName('a'.repeat(MAX_NAME)).ok).toBe(true);
    expect(checkName('م'.repeat(MAX_NAME)).ok).toBe(true);
    expect(checkName('李'.repeat(MAX_NAME)).ok).toBe(true);
    expect(checkName('𠮷'.repeat(MAX_NAME)).ok).toBe(true);
  });

  test('that passed the check passes again unchanged', () => {
    for (const [, written] of [...LEGITIMATE, ...CLEANED]) {
      const once = checkName(written);
      expect(once.ok && checkName(once.name)).toEqual(once);
    }
  });
});

describe('a name on a button', () => {
  test('is whole if it is short', () => {
    expect(shortName('Amal Bennani')).toBe('Amal Bennani');
  });

  test('ends with an ellipsis if it is long, and is never cut inside a character', () => {
    expect(shortName('Maria Francisca Isabel Josefa')).toBe('Maria Francisca Isabel J…');
    expect(shortName('👩‍👩‍👧'.repeat(10))).toBe(`${'👩‍👩‍👧'.repeat(5)}…`);
  });
});
