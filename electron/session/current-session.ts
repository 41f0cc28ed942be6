import type { Person } from '#shared/contracts/person.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'

/** Who is signed in at this terminal: nobody, or one inmate. */
export interface CurrentSession {
  readonly person: () => Person | undefined
  /** Throws `SESSION_MISSING` where nobody is signed in. */
  readonly require: () => Person
  /** Signs a person in. Whoever was signed in before is signed out first. */
  readonly begin: (person: Person) => void
  /** Signs out. Safe to repeat. */
  readonly end: () => void
}

/** `onEnd` runs once for every session that ends, before another can begin: what was open closes with it. */
export function createCurrentSession(
  onEnd: (person: Person) => void,
  onBegin: (person: Person) => void = () => undefined,
): CurrentSession {
  let current: Person | undefined
  const end = () => {
    if (current === undefined) return
    const ended = current
    current = undefined
    onEnd(ended)
  }
  return {
    person: () => current,
    require: () => {
      if (current === undefined) throw new GuichetError('SESSION_MISSING', 'nobody is signed in')
      return current
    },
    begin: person => {
      end()
      current = person
      onBegin(person)
    },
    end,
  }
}
