import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Log } from '../log/log.ts'
import type { LineEvent } from './line-ports.ts'

/**
 * Writes to the log when the channel comes, goes, or fails in another way, and whatever was not believed. Not every failure:
 * while a line is down a terminal tries for days if it has to.
 */
export function createControlLog(log: Log): (event: LineEvent) => void {
  let last = ''
  return event => {
    const now = event.kind === 'disbelieved' ? `disbelieved ${event.reason}` : event.kind
    if (now === last) return
    last = now
    if (event.kind === 'disbelieved') log.error('control', new GuichetError('STATE_REFUSED', event.reason))
    log.info('control', codeOf(event))
  }
}

function codeOf(event: LineEvent): string {
  const text = event.kind === 'disbelieved' ? `REFUSED_${event.reason}` : `CONTROL_${event.kind}`
  return text.toUpperCase().replaceAll('-', '_')
}
