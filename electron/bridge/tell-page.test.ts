import type { PageEvent } from '#shared/contracts/bridge.ts'
import { expect, test } from 'vitest'
import { createTellPage } from './tell-page.ts'

function page(isDestroyed = false) {
  const sent: unknown[][] = []
  return { sent, contents: { send: (...values: unknown[]) => sent.push(values), isDestroyed: () => isDestroyed } }
}
const closed: PageEvent = { event: 'web-closed' }

test('tells the page that is there now', () => {
  const [first, second] = [page(), page()]
  let current = first.contents
  const tell = createTellPage(() => current)
  tell(closed)
  current = second.contents
  tell(closed)
  expect([first.sent, second.sent]).toEqual([[['page:event', closed]], [['page:event', closed]]])
})

test('tells nobody where there is no page', () => {
  const gone = page(true)
  createTellPage(() => undefined)(closed)
  createTellPage(() => gone.contents)(closed)
  expect(gone.sent).toEqual([])
})

test('lets nothing out that is not the contract’s', () => {
  const { contents, sent } = page()
  const odd = { event: 'web-closed', secret: 1 } as unknown as PageEvent
  expect(() => {
    createTellPage(() => contents)(odd)
  }).toThrow('unrecognized_keys')
  expect(sent).toEqual([])
})
