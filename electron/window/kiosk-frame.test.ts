import type { BaseWindow, WebContentsView } from 'electron'
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createKioskFrame } from './kiosk-frame.ts'

class FakeContents extends EventEmitter {
  loaded: string | undefined
  isGone = false
  readonly id: number
  constructor(id: number) {
    super()
    this.id = id
  }
  async loadURL(url: string) {
    this.loaded = url
  }
  isDestroyed() {
    return this.isGone
  }
  close() {
    this.isGone = true
    this.emit('destroyed')
  }
  forcefullyCrashRenderer() {
    this.emit('render-process-gone', {}, { reason: 'killed' })
  }
}

class FakeView {
  readonly webContents: FakeContents
  bounds: unknown
  constructor(id: number) {
    this.webContents = new FakeContents(id)
  }
  setBounds(bounds: unknown) {
    this.bounds = bounds
  }
}

class FakeWindow extends EventEmitter {
  size = { x: 5, y: 5, width: 1024, height: 600 }
  isShown = false
  readonly views: FakeView[] = []
  readonly contentView = {
    addChildView: (view: FakeView) => this.views.push(view),
    removeChildView: (view: FakeView) => this.views.splice(this.views.indexOf(view), 1),
  }
  getContentBounds() {
    return this.size
  }
  show() {
    this.isShown = true
  }
}

const settled = () =>
  new Promise(resolve => {
    setImmediate(resolve)
  })

function opened(mayShow = Promise.resolve()) {
  const window = new FakeWindow()
  const clock = { nowMs: 0, isQuitting: false }
  const later: (() => void)[] = []
  const said: string[] = []
  let pages = 0
  const frame = createKioskFrame({
    window: window as unknown as BaseWindow,
    openPage: () => new FakeView((pages += 1)) as unknown as WebContentsView,
    guard: contents => said.push(`guard ${(contents as unknown as FakeContents).id}`),
    address: 'guichet://kiosk/index.html',
    mayShow,
    onNewPage: () => said.push('new page'),
    onPageLost: reason => said.push(reason),
    isQuitting: () => clock.isQuitting,
    now: () => clock.nowMs,
    later: run => later.push(run),
  })
  const page = () => frame.page() as unknown as FakeContents | undefined
  return { window, clock, later, said, page, frame }
}

test('opens one guarded page over the whole window', () => {
  const { window, said, page } = opened()
  expect(said).toEqual(['guard 1'])
  expect(page()?.loaded).toBe('guichet://kiosk/index.html')
  expect(window.views.map(view => view.bounds)).toEqual([{ x: 0, y: 0, width: 1024, height: 600 }])
})

test('is shown when the page has something to show', async () => {
  const { window, page } = opened()
  expect(window.isShown).toBe(false)
  page()?.emit('dom-ready')
  await settled()
  expect(window.isShown).toBe(true)
})

test('is not shown before it may be', async () => {
  let allow = (): void => undefined
  const mayShow = new Promise<void>(resolve => {
    allow = resolve
  })
  const { window, page } = opened(mayShow)
  page()?.emit('dom-ready')
  await settled()
  expect(window.isShown).toBe(false)
  allow()
  await settled()
  expect(window.isShown).toBe(true)
})

test('is never shown where it may not be', async () => {
  const { window, page } = opened(Promise.reject(new Error('changed')))
  page()?.emit('dom-ready')
  await settled()
  expect(window.isShown).toBe(false)
})

test('fills the window when that changes its size', () => {
  const { window } = opened()
  window.size = { x: 0, y: 0, width: 1920, height: 1080 }
  window.emit('resize')
  expect(window.views[0]?.bounds).toEqual({ x: 0, y: 0, width: 1920, height: 1080 })
})

test('does not close, until the program ends', () => {
  const { window, clock } = opened()
  let prevented = 0
  const close = { preventDefault: () => (prevented += 1) }
  window.emit('close', close)
  expect(prevented).toBe(1)
  clock.isQuitting = true
  window.emit('close', close)
  expect(prevented).toBe(1)
})

test.each([
  ['crashed', (page: FakeContents) => page.emit('render-process-gone', {}, { reason: 'crashed' }), ['gone']],
  ['hangs', (page: FakeContents) => page.emit('unresponsive'), ['unresponsive', 'gone']],
  ['closed itself', (page: FakeContents) => page.close(), []],
])('a page that %s is replaced by one new page', (_name, lose, reasons) => {
  const { window, said, page } = opened()
  const lost = page()
  if (lost !== undefined) lose(lost)
  expect(page()?.id).toBe(2)
  expect(window.views.map(view => view.webContents.id)).toEqual([2])
  expect(said).toEqual(['guard 1', ...reasons, 'guard 2'])
})

test('a page that falls over as it starts is made again after a pause', () => {
  const { clock, later, page } = opened()
  page()?.emit('render-process-gone', {}, {})
  clock.nowMs = 4999
  page()?.emit('render-process-gone', {}, {})
  expect(page()).toBeUndefined()
  later.splice(0).forEach(run => {
    run()
  })
  expect(page()?.id).toBe(3)
})

test('no page is made while the program ends', () => {
  const { clock, page, window } = opened()
  clock.isQuitting = true
  page()?.close()
  expect(window.views).toHaveLength(1)
})

test('every new document starts with nobody signed in', () => {
  const { said, page } = opened()
  page()?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
  page()?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  page()?.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
  expect(said.filter(what => what === 'new page')).toHaveLength(1)
})

test('starts anew at another address, and stays with it', () => {
  const { frame, page, window } = opened()
  frame.restart('guichet://kiosk/index.html#problem=JOURNAL_UNAVAILABLE')
  expect(page()).toMatchObject({ id: 2, loaded: 'guichet://kiosk/index.html#problem=JOURNAL_UNAVAILABLE' })
  expect(window.views).toHaveLength(1)
  page()?.emit('render-process-gone', {}, {})
  expect(page()?.loaded).toBe('guichet://kiosk/index.html#problem=JOURNAL_UNAVAILABLE')
})
