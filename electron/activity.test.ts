import { expect, test } from 'vitest'
import { createActivity } from './activity.ts'

test('a push is under way until it has ended, however it ends', async () => {
  const activity = createActivity()
  const ending: { end?: () => void } = {}
  const first = activity.push(
    () =>
      new Promise<void>(resolve => {
        ending.end = resolve
      }),
  )
  await expect(activity.push(() => Promise.reject(new Error('no line')))).rejects.toThrow('no line')
  expect(activity.isPushing()).toBe(true)
  ending.end?.()
  await first
  expect(activity.isPushing()).toBe(false)
})
