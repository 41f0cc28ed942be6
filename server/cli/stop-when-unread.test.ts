import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { stopWhenUnread } from './stop-when-unread.ts'

function listen() {
  const written = new EventEmitter()
  const exit = vi.fn<(code: number) => void>()
  stopWhenUnread(written, exit)
  return { exit, fail: (code: string) => written.emit('error', Object.assign(new Error(code), { code })) }
}

test('a command that nobody reads any more ends without a word', () => {
  const { exit, fail } = listen()
  fail('EPIPE')
  expect(exit).toHaveBeenCalledExactlyOnceWith(141)
})

test('what cannot be written for another reason is told', () => {
  const { exit, fail } = listen()
  expect(() => fail('ENOSPC')).toThrow('ENOSPC')
  expect(exit).not.toHaveBeenCalled()
})
