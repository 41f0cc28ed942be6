import { assert, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { type Area, withinArea } from './within-area.ts'

const area: Area = { x: 0, y: 80, width: 1024, height: 520 }

test('a window inside stays as it is', () => {
  const window = { x: 60, y: 80, width: 300, height: 400 }
  expect(withinArea(window, area)).toBe(window)
})

test.each<[string, Area, Area]>([
  ['moves down from above', { x: 60, y: 0, width: 300, height: 400 }, { x: 60, y: 80, width: 300, height: 400 }],
  ['moves in from the right', { x: 900, y: 90, width: 300, height: 40 }, { x: 724, y: 90, width: 300, height: 40 }],
  ['gets smaller where it must', { x: 60, y: 0, width: 1731, height: 600 }, { x: 0, y: 80, width: 1024, height: 520 }],
])('a window that does not fit %s', (_how, window, expected) => {
  expect(withinArea(window, area)).toEqual(expected)
})

const sizes = integer({ min: 1, max: 0xffff })
const places = integer({ min: -0x8000, max: 0x7fff })
const areas = record({ x: places, y: places, width: sizes, height: sizes })

test('nothing is left outside, and what is inside is not touched again', () => {
  assert(
    property(areas, areas, (window, whole) => {
      const kept = withinArea(window, whole)
      expect(kept.x).toBeGreaterThanOrEqual(whole.x)
      expect(kept.y).toBeGreaterThanOrEqual(whole.y)
      expect(kept.x + kept.width).toBeLessThanOrEqual(whole.x + whole.width)
      expect(kept.y + kept.height).toBeLessThanOrEqual(whole.y + whole.height)
      expect(withinArea(kept, whole)).toBe(kept)
    }),
  )
})
