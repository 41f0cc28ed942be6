import { expect, test } from 'vitest'
import { requireXDisplay } from './require-x-display.ts'

function windowOf(number: number) {
  const handle = Buffer.alloc(8)
  handle.writeUInt32LE(number)
  return { getNativeWindowHandle: () => handle }
}

test.each([
  ['many clients', 0x4_0003],
  ['few clients', 0x20_0003],
])('a window on an X display for %s will do', (_which, number) => {
  expect(() => {
    requireXDisplay(windowOf(number), { DISPLAY: ':0' })
  }).not.toThrow()
})

test.each([
  ['a Wayland compositor beside an X display', 1, { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' }],
  ['a Wayland compositor alone', 1, { WAYLAND_DISPLAY: 'wayland-0' }],
  ['a display of another machine', 0x20_0003, { DISPLAY: 'elsewhere:0' }],
])('a window on %s is refused', (_which, number, environment) => {
  expect(() => {
    requireXDisplay(windowOf(number), environment)
  }).toThrow(expect.objectContaining({ code: 'DISPLAY_NOT_X11' }))
})
