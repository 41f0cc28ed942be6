import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from './lock.ts'

let made = 0
const uniqueIdentity = () => `lock-test-${process.pid}-${(made += 1)}`

test('a held folder is refused', async () => {
  const identity = uniqueIdentity()
  const unlock = await lockFolder(identity)
  onTestFinished(unlock)
  await expect(lockFolder(identity)).rejects.toMatchObject({ code: 'JOURNAL_IN_USE' })
})

test('a folder that was given back can be held again', async () => {
  const identity = uniqueIdentity()
  const unlock = await lockFolder(identity)
  await unlock()
  const unlockAgain = await lockFolder(identity)
  await expect(unlockAgain()).resolves.toBeUndefined()
})

test('two folders do not stand in each other’s way', async () => {
  const unlocks = [await lockFolder(uniqueIdentity()), await lockFolder(uniqueIdentity())]
  await expect(Promise.all(unlocks.map(unlock => unlock()))).resolves.toHaveLength(2)
})
