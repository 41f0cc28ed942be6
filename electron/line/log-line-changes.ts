import type { Log } from '../log/log.ts'
import type { LineAnswer } from './terminal-line.ts'

/**
 * Writes to the log when the line comes, goes, or fails in another way. Not every failure: while a line is down a terminal
 * asks every few seconds, for days if it has to.
 */
export function createLineLog(log: Log): (status: LineAnswer['status'], cause?: unknown) => void {
  let last = ''
  return (status, cause) => {
    const now = `${status} ${reasonOf(cause)}`
    if (now === last) return
    last = now
    log.info('line', `LINE_${status.toUpperCase()}`)
    if (cause !== undefined) log.error('line', cause)
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return ''
  const { cause: root = cause } = cause
  return root instanceof Error && 'code' in root && typeof root.code === 'string' ? root.code : cause.name
}
