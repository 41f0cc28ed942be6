import { holdsBankAccount } from './bank-account.ts'
import { holdsEmailAddress } from './email-address.ts'
import { foldText } from './fold-text.ts'
import { holdsPhoneNumber } from './phone-number.ts'
import { holdsWebAddress } from './web-address.ts'

/** Shorter than any of the details, so not looked into. */
const SHORTEST = 5

/** One word without figures, or figures and dots that begin like no number to call. Most values are. */
const HARMLESS = /^(?:[a-z_-]*|[1-9][\d.]*)$/i

/**
 * Whether a value holds what one needs to reach somebody or to be paid: an e-mail address, a number to call, a web address
 * or an account. No rule grants sending these.
 *
 *  - Finds them in the spellings of the kiosk's languages, also with wide letters, foreign digits and words for signs.
 *  - Does not take for them: numbers without a leading 0 or +, identifiers, hashes, versions, days and times, book
 *    numbers, names of files.
 *  - Is no judge of meaning. "Null four seven five" goes through; the budget bounds how much of that a person can send.
 */
export function holdsContactDetails(value: string): boolean {
  if (value.length < SHORTEST || HARMLESS.test(value)) return false
  const folded = foldText(value)
  return holdsEmailAddress(folded) || holdsWebAddress(folded) || holdsPhoneNumber(folded) || holdsBankAccount(folded)
}
