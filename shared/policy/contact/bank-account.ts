/** Countries with IBANs and their length (SWIFT registry, the SEPA area and those around it). */
const lengths = new Map(
  (
    'ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 by28 ch21 cy28 cz24 de22 dk18 dz26 ee20 eg29 es24 fi18 fo18 fr27 gb22 ' +
    'ge22 gi23 gl18 gr27 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 li21 lt20 lu20 lv21 ly25 ma28 mc27 md24 ' +
    'me22 mk19 mr27 mt31 mu30 nl18 no15 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 se24 si19 sk24 sm27 sn28 tn24 tr26 ' +
    'ua29 va22 xk20'
  )
    .split(' ')
    .map(entry => [entry.slice(0, 2), Number(entry.slice(2))] as const),
)

const START = /(?<![a-z0-9])[a-z]{2} ?\d{2}(?=[ .-]?[a-z0-9])/g

/** In characters: the longest account with a sign between each two of its own. */
const WINDOW = 70

/** Whether a folded text holds an international account number, with or without spaces (ISO 13616, check digits right). */
export function holdsBankAccount(folded: string): boolean {
  if (!/\d/.test(folded)) return false
  for (const { index } of folded.matchAll(START)) {
    if (isAccountAt(folded.slice(index, index + WINDOW))) return true
  }
  return false
}

function isAccountAt(text: string): boolean {
  const length = lengths.get(text.slice(0, 2))
  if (length === undefined) return false
  let account = ''
  let at = 0
  for (; at < text.length && account.length < length; at += 1) {
    const sign = text.charAt(at)
    if (/[a-z0-9]/.test(sign)) account += sign
    else if (!/[ .-]/.test(sign)) return false
  }
  return account.length === length && !/[a-z0-9]/.test(text.charAt(at)) && remainder(account) === 1
}

/** The account as one number, modulo 97, with its first four signs last and letters as 10 to 35. */
function remainder(account: string): number {
  let rest = 0
  for (const sign of account.slice(4) + account.slice(0, 4)) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest
}
