import { GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, test } from 'vitest'
import { createLineLog } from './log-line-changes.ts'

const gone = (code: string) =>
  new GuichetError('LINE_UNREACHABLE', 'gone', { cause: Object.assign(new Error('x'), { code }) })

function lineLog() {
  const lines: string[] = []
  const onOutcome = createLineLog({
    info: (_part, code) => lines.push(code),
    error: (_part, cause) => lines.push(cause instanceof GuichetError ? 'why' : 'bug'),
  })
  return { lines, onOutcome }
}

test('writes when the line goes and when it comes back, not all the while', () => {
  const { lines, onOutcome } = lineLog()
  onOutcome('answered')
  onOutcome('unreachable', gone('ECONNREFUSED'))
  onOutcome('unreachable', gone('ECONNREFUSED'))
  onOutcome('answered')
  onOutcome('answered')
  expect(lines).toEqual(['LINE_ANSWERED', 'LINE_UNREACHABLE', 'why', 'LINE_ANSWERED'])
})

test('writes when a line fails in another way than before', () => {
  const { lines, onOutcome } = lineLog()
  onOutcome('unreachable', gone('ECONNREFUSED'))
  onOutcome('unreachable', gone('CERT_HAS_EXPIRED'))
  expect(lines).toEqual(['LINE_UNREACHABLE', 'why', 'LINE_UNREACHABLE', 'why'])
})
