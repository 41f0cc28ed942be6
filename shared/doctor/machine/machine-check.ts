/** A check of one fact that root found out. */
export interface MachineCheck {
  readonly check: string
  readonly fact: string
  readonly about: string
  readonly want: string
  readonly isRight: (got: string) => boolean
  /** What it is when it is not right; left out, `fail`. */
  readonly otherwise?: 'warn'
  readonly means: string
  readonly remedy: string
}

/** What to do about most of them. */
export const SET_UP_AGAIN = 'Run set-up-terminal again and restart. If it comes back, find out who or what changed it.'

export const is =
  (...wanted: readonly string[]) =>
  (got: string): boolean =>
    wanted.includes(got)

/** Whether a list of words, as the script writes them, has this one. */
export const has =
  (word: string, separator: string | RegExp = ' ') =>
  (got: string): boolean =>
    got.split(separator).includes(word)
