import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import { expect, test } from 'vitest'
import { guardContents } from './guard-contents.ts'
import { createFakeContents } from './testing/fake-pane.ts'

const good = 'https://jobs.example/offers'
const evil = 'https://evil.example/'

function guarded() {
  const refused: string[] = []
  const shown: string[] = []
  const left: number[] = []
  const fake = createFakeContents()
  const reason: DenyReason = 'host-not-listed'
  guardContents(fake.contents, {
    navigationRefusal: url => (url === good ? undefined : { effect: 'deny', reason }),
    evaluateKey: ({ key }) => ({ effect: key === 'a' ? 'pass' : 'ignore' }),
    onRefusedPage: (url, given) => refused.push(`page ${url} ${given}`),
    onRefusedPart: given => refused.push(`part ${given}`),
    onSameWindow: url => shown.push(url),
    onLeaving: place => left.push(place),
  })
  return { ...fake, refused, shown, left }
}

test.each(['will-navigate', 'will-redirect'])('%s to a page that is granted goes on', event => {
  const { raise, refused } = guarded()
  expect(raise(event, { url: good, isMainFrame: true })).toBe(false)
  expect(refused).toEqual([])
})

test.each(['will-navigate', 'will-redirect'])('%s to a page that is not granted does not, and is told', event => {
  const { raise, refused } = guarded()
  expect(raise(event, { url: evil, isMainFrame: true })).toBe(true)
  expect(refused).toEqual([`page ${evil} host-not-listed`])
})

test.each(['will-frame-navigate', 'will-redirect'])('%s of a frame to a page that is not granted does not', event => {
  const { raise, refused } = guarded()
  expect(raise(event, { url: evil, isMainFrame: false })).toBe(true)
  expect(refused).toEqual(['part host-not-listed'])
})

test('a page that is refused is told once, though two events tell of it', () => {
  const { raise, refused } = guarded()
  raise('will-frame-navigate', { url: evil, isMainFrame: true })
  raise('will-navigate', { url: evil, isMainFrame: true })
  expect(refused).toHaveLength(1)
})

test('a frame that begins to go elsewhere is told of, one that stays in its document is not', () => {
  const { raise, left } = guarded()
  raise('did-start-navigation', { url: 'about:srcdoc', isSameDocument: false, frame: { frameTreeNodeId: 5 } })
  raise('did-start-navigation', { url: `${good}#x`, isSameDocument: true, frame: { frameTreeNodeId: 6 } })
  raise('did-start-navigation', { url: good, isSameDocument: false, frame: null })
  expect(left).toEqual([5])
})

test('a page that is granted and wants a window of its own is shown in this one', () => {
  const { openWindow, shown, refused } = guarded()
  expect(openWindow({ url: good })).toBe('deny')
  expect([shown, refused]).toEqual([[good], []])
})

test('a page that is not granted gets no window either, and is told', () => {
  const { openWindow, shown, refused } = guarded()
  expect(openWindow({ url: evil })).toBe('deny')
  expect([shown, refused]).toEqual([[], [`page ${evil} host-not-listed`]])
})

test.each([
  ['an empty window', { url: 'about:blank' }],
  ['a form that wants a window of its own', { url: good, postBody: { data: [] } }],
])('%s is not opened', (_name, details) => {
  const { openWindow, shown, refused } = guarded()
  expect(openWindow(details)).toBe('deny')
  expect([shown, refused]).toEqual([[], ['part window-not-allowed']])
})

test.each(['will-attach-webview', 'content-bounds-updated', 'will-prevent-unload', 'select-client-certificate'])(
  '%s is refused',
  event => {
    expect(guarded().raise(event)).toBe(true)
  },
)

test('a site that asks for a name and a password gets none', () => {
  const given: unknown[][] = []
  expect(guarded().raise('login', {}, {}, {}, (...args: unknown[]) => given.push(args))).toBe(true)
  expect(given).toEqual([[]])
})

test('a site that asks for a device gets none', () => {
  const given: unknown[] = []
  expect(guarded().raise('select-bluetooth-device', {}, [{ deviceId: 'x' }], (id: unknown) => given.push(id))).toBe(
    true,
  )
  expect(given).toEqual([''])
})

test('a key that is not for typing does not reach the page', () => {
  const { raise } = guarded()
  expect(raise('before-input-event', {}, { key: 'a' })).toBe(false)
  expect(raise('before-input-event', {}, { key: 'F12' })).toBe(true)
})

test('the page cannot be made larger or smaller', () => {
  const { emit, told } = guarded()
  emit('dom-ready')
  emit('zoom-changed', {}, 'in')
  expect(told).toEqual(expect.arrayContaining(['zoom factor 1', 'zoom limits 1 1', 'zoom level 0']))
})

test('no peer learns an address of this machine', () => {
  expect(guarded().told).toContain('webrtc disable_non_proxied_udp')
})
