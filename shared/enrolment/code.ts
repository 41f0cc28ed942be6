import { ENROLMENT_CODE_LENGTH, type EnrolmentCode, enrolmentCodeSchema } from '../contracts/enrolment.ts'

/** Crockford's base32: no I, L, O, U, so that no symbol can be taken for another one. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What people type or copy between the groups, whichever dash their keyboard or word processor has. */
const BETWEEN = /[\s\p{Dash}_.]/gu

/** How many random bytes make a code; of each, five bits count. */
export const ENROLMENT_CODE_BYTES = ENROLMENT_CODE_LENGTH

/** The code that `bytes` stand for: at least `ENROLMENT_CODE_BYTES`, each as likely as any other. */
export function codeFromBytes(bytes: Uint8Array): EnrolmentCode {
  const symbols = Array.from(bytes.subarray(0, ENROLMENT_CODE_BYTES), byte => SYMBOLS.charAt(byte % SYMBOLS.length))
  return enrolmentCodeSchema.parse(symbols.join(''))
}

/** As people read it: `7K2M-QX4D-9RTA`. */
export function writeCode(code: EnrolmentCode): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}

/**
 * The code somebody typed; `undefined` where it is none.
 *
 * Any case, with or without dashes and spaces, O for 0, I and L for 1: those symbols are in no code, so nothing else can be meant.
 */
export function readCode(typed: string): EnrolmentCode | undefined {
  const symbols = typed.replaceAll(BETWEEN, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return enrolmentCodeSchema.safeParse(symbols).data
}
