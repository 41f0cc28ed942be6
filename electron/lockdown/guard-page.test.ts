import type { WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { guardPage } from './guard-page.ts'

class FakeContents extends EventEmitter {
  openHandler: (() => { action: string }) | undefined
  readonly said: string[] = []
  setWindowOpenHandler(handler: () => { action: string }) {
    this.openHandler = handler
  }
  setWebRTCIPHandlingPolicy(policy: string) {
    this.said.push(policy)
  }
  setZoomFactor(factor: number) {
    this.said.push(`zoom ${factor}`)
  }
  async setVisualZoomLevelLimits(low: number, high: number) {
    this.said.push(`pinch ${low}-${high}`)
  }
  /** Whether the event was prevented. */
  raise(name: string, ...rest: unknown[]): boolean {
    let isPrevented = false
    const preventDefault = () => {
      isPrevented = true
    }
    this.emit(name, { preventDefault }, ...rest)
    return isPrevented
  }
}

function guarded(): FakeContents {
  const contents = new FakeContents()
  guardPage(contents as unknown as WebContents)
  return contents
}

test.each([
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'content-bounds-updated',
  'will-prevent-unload',
])('refuses %s', name => {
  expect(guarded().raise(name)).toBe(true)
})

test('opens no window', () => {
  expect(guarded().openHandler?.()).toEqual({ action: 'deny' })
})

test('lets typing through and ignores shortcuts', () => {
  const held = { control: true, alt: false, meta: false, modifiers: ['control'] }
  expect(guarded().raise('before-input-event', { ...held, key: 'r' })).toBe(true)
  expect(guarded().raise('before-input-event', { ...held, control: false, modifiers: [], key: 'r' })).toBe(false)
})

test('lets through the one shortcut that asks for the service screen, and nothing near it', () => {
  const keys = {
    code: 'KeyS',
    key: 'S',
    control: true,
    alt: true,
    shift: true,
    meta: false,
    modifiers: ['control', 'alt', 'shift'],
  }
  expect(guarded().raise('before-input-event', keys)).toBe(false)
  for (const other of [
    { shift: false },
    { alt: false },
    { control: false },
    { meta: true },
    { code: 'KeyI', key: 'I' },
  ]) {
    expect(guarded().raise('before-input-event', { ...keys, ...other })).toBe(true)
  }
})

test('keeps every document at its own size, and peers out', () => {
  const contents = guarded()
  contents.emit('dom-ready')
  expect(contents.said).toEqual(['disable_non_proxied_udp', 'zoom 1', 'pinch 1-1'])
})
