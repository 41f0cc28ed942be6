import { isUsualTopLevel } from './usual-domains.ts'

// Each language has its own word for the sign, and its own for the dot; people who were refused once write them out.

const AT_WORDS = 'at|ät|arobase|arobas|apestaartje|apenstaartje|klammeraffe|arroba'
const DOT_WORDS = 'dot|point|punt|punkt|punto'

const BRACKETED_AT = new RegExp(` ?[([{<] ?(?:@|a|chez|bei|${AT_WORDS}) ?[)\\]}>] ?`, 'g')
const BRACKETED_DOT = new RegExp(` ?[([{<] ?(?:\\.|${DOT_WORDS}) ?[)\\]}>] ?`, 'g')
const SPOKEN_DOT = new RegExp(` (?:${DOT_WORDS}) `, 'g')
const SPOKEN_AT = new RegExp(` (?:${AT_WORDS}) `, 'g')

/** Without one of these there is no address, so nothing else is looked at. */
const SOME_AT = new RegExp(`@|[([{<]| (?:${AT_WORDS}) `)

/** What stands before the sign, at the end of what was read so far. */
const LOCAL_PART = /[\p{L}\p{N}_!#$%&'*+/=?^`{|}~."-] ?$/u
/** What stands after it: labels parted by dots, of which the last is no number. */
const DOMAIN = /^ ?\[?(?<first>[\p{L}\p{N}-]{1,63})(?<rest>(?: ?\. ?[\p{L}\p{N}-]{1,63}){1,8})/u
/** `icon@2x.png` is a picture for a sharp screen. None of these is a top-level domain. */
const ASSET = /\.(?:avif|css|gif|ico|jpe?g|js|json|m?js|mp[34]|png|svg|ttf|webm|webp|woff2?)$/

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** In characters, the most a domain with spaces can take. */
const WINDOW = 300

/** Whether a folded text holds an e-mail address, as machines write it or as people spell it out. */
export function holdsEmailAddress(folded: string): boolean {
  if (!SOME_AT.test(folded)) return false
  if (holdsWritten(folded)) return true
  const bracketed = folded.replaceAll(BRACKETED_AT, '@').replaceAll(BRACKETED_DOT, '.')
  // Between brackets the word is no word: nobody writes so but to write to somebody.
  if (bracketed !== folded && (/[\p{L}\p{N}]@[\p{L}\p{N}]/u.test(bracketed) || holdsWritten(bracketed))) return true
  const dotted = bracketed.replaceAll(SPOKEN_DOT, '.')
  return holdsWritten(dotted) || holdsSpoken(dotted.replaceAll(SPOKEN_AT, '@'))
}

function holdsWritten(text: string): boolean {
  return domainsAfterAt(text).some(domain => !ASSET.test(domain) && (!/\.\d+$/.test(domain) || IPV4.test(domain)))
}

/** `at` is a word as well, so what follows has to hold what addresses end in. */
function holdsSpoken(text: string): boolean {
  return domainsAfterAt(text).some(domain => domain.split('.').slice(1).some(isUsualTopLevel))
}

/** What stands after each `@` that has something before it, as far as it could be a domain; without spaces. */
function domainsAfterAt(text: string): readonly string[] {
  const domains: string[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const groups = DOMAIN.exec(text.slice(at + 1, at + WINDOW))?.groups
    if (groups === undefined || !LOCAL_PART.test(text.slice(Math.max(0, at - 2), at))) continue
    domains.push(`${groups['first'] ?? ''}${groups['rest'] ?? ''}`.replaceAll(' ', ''))
  }
  return domains
}
