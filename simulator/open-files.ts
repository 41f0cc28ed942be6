import { readFileSync } from 'node:fs'
import { GuichetError } from '#shared/errors/guichet-error.ts'

/** Of the process itself: its program, the database. */
const FILES_OWN = 100

/** How many files this process may hold open; `undefined` where the system does not say. Node raises it to the hard limit. */
export function readFileLimit(limits = readLimits()): number | undefined {
  const found = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1]
  if (found === undefined) return undefined
  return found === 'unlimited' ? Infinity : Number(found)
}

/**
 * Throws `SIMULATION_REFUSED`, and says what to do, where the connections of `count` terminals are more than are allowed: one for
 * the channel, one for the queue.
 */
export function assertFilesFor(count: number, hasQueue: boolean, limit = readFileLimit()): void {
  const needed = count * (hasQueue ? 2 : 1) + FILES_OWN
  if (limit === undefined || limit >= needed) return
  throw new GuichetError(
    'SIMULATION_REFUSED',
    `${count} terminals need ${needed} open files here, and ${limit} are allowed. ` +
      `Raise it for this shell (ulimit -n ${needed}), and for the server, which needs as many.`,
  )
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    // Not Linux: nothing is known, and a connection that cannot be opened says so itself.
    return ''
  }
}
