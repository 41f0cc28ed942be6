import type { Session } from 'electron'
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { preparePageSession } from './page-session.ts'

type BeforeRequest = (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void

class FakeSession extends EventEmitter {
  readonly said: string[] = []
  beforeRequest: BeforeRequest | undefined
  readonly protocol = { registerBufferProtocol: (scheme: string) => this.said.push(`serve ${scheme}`) }
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.beforeRequest = listener
    },
  }
  setSpellCheckerLanguages(languages: string[]) {
    this.said.push(`languages ${languages.length}`)
  }
  setSpellCheckerEnabled(enabled: boolean) {
    this.said.push(`spelling ${enabled}`)
  }
  async setProxy({ proxyRules }: { proxyRules: string }) {
    this.said.push(`proxy ${proxyRules}`)
  }
}

function prepared(): FakeSession {
  const session = new FakeSession()
  preparePageSession(session as unknown as Session, () => ({ statusCode: 404, headers: {}, data: Buffer.alloc(0) }))
  return session
}

test('has no dictionary to fetch, before anything else', () => {
  expect(prepared().said).toEqual(['languages 0', 'spelling false', 'serve guichet', 'proxy http://127.0.0.1:9'])
})

test.each([
  ['guichet://kiosk/index.html', false],
  ['guichet://kiosk.evil/index.html', true],
  ['guichet://console/index.html', true],
  ['https://example.com/', true],
  ['wss://example.com/', true],
  ['file:///etc/passwd', true],
  ['blob:guichet://kiosk/1', true],
  ['data:text/html,x', true],
])('%s cancelled: %s', (url, cancel) => {
  const answers: { cancel: boolean }[] = []
  prepared().beforeRequest?.({ url }, answer => answers.push(answer))
  expect(answers).toEqual([{ cancel }])
})

test('saves no download', () => {
  let isPrevented = false
  prepared().emit('will-download', { preventDefault: () => (isPrevented = true) })
  expect(isPrevented).toBe(true)
})
