import { isTopLevelWrittenOn } from './usual-domains.ts'

/** An address with its scheme, or one that opens a mail, a call or a message. */
const WITH_SCHEME =
  /[a-z][a-z0-9+.-]{0,20}[a-z0-9]:\/\/+[^\s/]|(?<![a-z0-9])(?:(?:mailto|tel|sms|sip|callto|whatsapp|skype):)[^\s/]/
const WITH_WWW = /(?<![a-z0-9-])www\d?\.[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u
const TOKEN_END = /[^\p{L}\p{N}.-]+/u

/** Names of tools that are written like addresses. */
const tools = new Set(['asp.net', 'ado.net', 'vb.net', 'ml.net', 'socket.io', 'draw.io', 'paint.net'])

/** Whether a folded text holds the address of a place on the web, with or without what it begins with. */
export function holdsWebAddress(folded: string): boolean {
  if (!folded.includes('.') && !folded.includes(':')) return false
  if (WITH_SCHEME.test(folded) || WITH_WWW.test(folded)) return true
  return folded.includes('.') && folded.split(TOKEN_END).some(isBareDomain)
}

/** `jobs.example.be`: labels, of which the last is a usual top-level domain and the one before holds a letter. */
function isBareDomain(token: string): boolean {
  const name = token.replaceAll(/^[.-]+|[.-]+$/g, '')
  const labels = name.split('.')
  const last = labels.pop()
  const owner = labels.at(-1)
  if (last === undefined || owner === undefined || !isTopLevelWrittenOn(last) || tools.has(name)) return false
  return labels.every(label => label !== '') && owner.length > 1 && /\p{L}/u.test(owner)
}
