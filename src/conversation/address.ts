import { isIPv4 } from 'node:net';
import { parse } from 'tldts';

/**
 * Finds links, addresses and handles in names. Names are handed over on paper. An address there is an advertisement,
 * and a link under a letter for a prisoner could discredit everybody who signed.
 *
 * Many addresses look like names: `bit.ly` and `J.Kim` have the same form. So the last part decides. It is an address
 * if the Public Suffix List (which `tldts` carries) has it as a top-level domain.
 */

/** A full stop in other scripts, where Unicode's compatibility forms (NFKC) do not make it one. */
const OTHER_STOPS = /[\u3002\u06D4\u0701\u0702\uA60E\u{10A50}\u{1D16D}]/gu;

/** A stop that somebody hid from programs: `casino777[.]com`, `casino777 (dot) com`, `casino777 . com`. */
const HIDDEN_STOP = /\s*[[({]\s*(?:\.|dot)\s*[\])}]\s*|\s+\.\s*(?=[\p{L}\p{N}])/giu;

const SCHEME_OR_WWW = /:[/\\]{2}|\bwww\./iu;

/** Labels with stops between them, and the character after them. Symbols too: `💊.com` is a domain. */
const DOTTED = /((?:(?:[^\s\p{P}]|[-_])+\.)+([\p{L}\p{M}\p{N}-]+))(.?)/gu;

/** Initials and a surname that begin with capitals: `J.Kim`, `J.R.R.Wang`, `M.-C.Li`. */
const INITIALS_AND_SURNAME = /^(?:-?\p{Lu}\p{M}*\.)+-?\p{Lu}/u;

/** Initials and the small word before a surname: the `J.de` of `J.de Boer`. Some of these words are top-level domains. */
const INITIALS_AND_PARTICLE = /^(?:-?\p{Lu}\p{M}*\.)+(?:al|de|do|la)$/u;

/** Nobody has these surnames, and there are domains of one letter before them: `X.COM`. */
const NO_SURNAMES = ['com', 'net', 'org'];

/** What can follow a domain in a link. */
const GOES_ON = /[/\\:?#]/u;

/** Whether a name has a link, a domain, an e-mail address or a handle in it. */
export function hasAddress(name: string): boolean {
  const text = name.normalize('NFKC').replace(OTHER_STOPS, '.').replace(HIDDEN_STOP, '.');
  if (text.includes('@') || SCHEME_OR_WWW.test(text)) return true;
  return [...text.matchAll(DOTTED)].some(
    ([, dotted = '', last = '', next = '']) => isIPv4(dotted) || isDomain(dotted, last, next),
  );
}

/**
 * A few domains have one letter before the stop. `T.Me` passes for a person's name, since it leads nowhere without a
 * path; `t.me` and `T.Me/join` do not.
 */
function isDomain(dotted: string, last: string, next: string): boolean {
  const ending = last.toLowerCase();
  const isSurname = INITIALS_AND_SURNAME.test(dotted) && !NO_SURNAMES.includes(ending);
  if (isSurname && !GOES_ON.test(next)) return false;
  if (INITIALS_AND_PARTICLE.test(dotted) && next === ' ') return false;
  // tldts makes only ASCII lower case.
  return parse(`example.${ending}`).isIcann === true;
}
