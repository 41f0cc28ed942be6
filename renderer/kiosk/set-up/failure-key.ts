import type { SetUpFailure } from './set-up-store.ts'

/** The keys of `setUp.failure` that say in plain words why it does not go on, and what to do. */
export type FailureKey =
  | 'address'
  | 'busy'
  | 'clock'
  | 'codeExpired'
  | 'codeIncomplete'
  | 'codeUnknown'
  | 'codeUsed'
  | 'disk'
  | 'keyDiffers'
  | 'notGuichet'
  | 'other'
  | 'otherCell'
  | 'tries'
  | 'unreachable'

const keys: Readonly<Partial<Record<SetUpFailure['code'], FailureKey>>> = {
  CLOCK_UNTRUSTED: 'clock',
  CODE_INCOMPLETE: 'codeIncomplete',
  DATA_FOLDER_UNUSABLE: 'disk',
  ENROLMENT_ADDRESS_INVALID: 'address',
  ENROLMENT_CODE_EXPIRED: 'codeExpired',
  ENROLMENT_CODE_UNKNOWN: 'codeUnknown',
  ENROLMENT_CODE_USED: 'codeUsed',
  ENROLMENT_KEY_DIFFERS: 'keyDiffers',
  ENROLMENT_OTHER_TERMINAL: 'otherCell',
  ENROLMENT_SERVER_UNKNOWN: 'notGuichet',
  ENROLMENT_TRIES_SPENT: 'tries',
  LINE_ANSWER_LOST: 'unreachable',
  LINE_UNREACHABLE: 'unreachable',
  SERVER_BUSY: 'busy',
}

export function failureKey({ code }: SetUpFailure): FailureKey {
  return keys[code] ?? 'other'
}
