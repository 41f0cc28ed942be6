import { assert, integer, property, tuple } from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { createOrderWindows } from './order-windows.ts'
import { instantOf } from './prison-time.ts'

const days = integer({ min: 0, max: 4000 }).map(after => Temporal.PlainDate.from('2026-01-01').add({ days: after }))
const times = tuple(integer({ min: 0, max: 23 }), integer({ min: 0, max: 59 })).map(
  ([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
)

test('exactly one window is open and at least three are to come, at any minute of any day', () => {
  assert(
    property(days, times, (today, time) => {
      const now = instantOf(today, time)
      const windows = createOrderWindows(today)

      expect(windows.filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)).toHaveLength(1)
      expect(windows.filter(({ opensAt }) => opensAt > now).length).toBeGreaterThanOrEqual(3)
    }),
  )
})

test.each(['2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27', '2026-03-28', '2026-03-29'])(
  'on %s a window is open at noon and another is upcoming',
  day => {
    const today = Temporal.PlainDate.from(day)
    const noon = instantOf(today, '12:00')
    const windows = createOrderWindows(today)

    expect(windows.filter(({ opensAt, closesAt }) => opensAt <= noon && noon < closesAt)).toHaveLength(1)
    expect(windows.some(({ opensAt }) => opensAt > noon)).toBe(true)
  },
)

test('a window follows the clocks of Brussels through the change to summer time', () => {
  const windows = createOrderWindows(Temporal.PlainDate.from('2026-03-28'))

  expect(windows.find(({ deliveryDay }) => deliveryDay === '2026-04-03')).toEqual({
    id: 'delivery-2026-04-03',
    opensAt: '2026-03-24T17:00:00.000Z',
    closesAt: '2026-03-31T16:00:00.000Z',
    lateUntil: '2026-04-01T04:00:00.000Z',
    deliveryDay: '2026-04-03',
    maxTotalCents: 12_500,
  })
})

test('an order that comes late still comes before the goods do', () => {
  for (const { closesAt, lateUntil, deliveryDay } of createOrderWindows(Temporal.PlainDate.from('2026-06-01'))) {
    expect(closesAt < lateUntil).toBe(true)
    expect(lateUntil.slice(0, 10) < deliveryDay).toBe(true)
  }
})
