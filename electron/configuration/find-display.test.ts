import { expect, test } from 'vitest'
import { hasDisplay } from './find-display.ts'

test.each([
  ['an X screen', { DISPLAY: ':0' }, true],
  ['a Wayland compositor', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['nothing', {}, false],
  ['an empty name', { DISPLAY: '', WAYLAND_DISPLAY: '' }, false],
])('with %s', (_name, environment, expected) => {
  expect(hasDisplay(environment)).toBe(expected)
})
