/** The keys of `problems` that say in a few words what is wrong. */
export type ProblemCause = 'configuration' | 'journal' | 'clock' | 'terminal' | 'other'

const causes: Readonly<Record<string, ProblemCause>> = {
  CLOCK_UNTRUSTED: 'clock',
  CONFIGURATION_INVALID: 'configuration',
  DATA_FOLDER_IN_USE: 'journal',
  DATA_FOLDER_UNUSABLE: 'journal',
  JOURNAL_FULL: 'journal',
  JOURNAL_IN_USE: 'journal',
  JOURNAL_UNAVAILABLE: 'journal',
  TERMINAL_REFUSED: 'terminal',
  TERMINAL_UNKNOWN: 'terminal',
}

/** What a person can be told about a code; a code nobody foresaw is something that stopped working. */
export function problemCause(code: string): ProblemCause {
  return Object.hasOwn(causes, code) ? (causes[code] ?? 'other') : 'other'
}
