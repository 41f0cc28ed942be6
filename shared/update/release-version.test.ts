import { expect, test } from 'vitest'
import { isOlder, releaseVersionSchema, versionKey } from './release-version.ts'
import { noVersions, versionsInOrder } from './testing/version-cases.ts'

test('versions have an order', () => {
  versionsInOrder.forEach((left, leftAt) => {
    versionsInOrder.forEach((right, rightAt) => {
      expect([left, right, isOlder(left, right)]).toEqual([left, right, leftAt < rightAt])
    })
  })
})

test('their keys are of one length, whatever the version', () => {
  expect(new Set(versionsInOrder.map(version => versionKey(version).length))).toEqual(new Set([29]))
})

test.each(versionsInOrder)('%s is a version', version => {
  expect(releaseVersionSchema.safeParse(version).success).toBe(true)
})

test.each(noVersions)('%j is none', version => {
  expect(releaseVersionSchema.safeParse(version).success).toBe(false)
})
