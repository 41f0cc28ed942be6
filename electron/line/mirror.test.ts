import type { Change } from '#shared/contracts/sync.ts'
import { expect, test } from 'vitest'
import { amara, bilal } from '../testing/sample-operations.ts'
import { createMirror } from './mirror.ts'

const person = (key: string, value: 'put' | 'gone' = 'put'): Change => ({
  entity: 'person',
  key,
  value: value === 'gone' ? null : { ...(key === 'a' ? amara : bilal), pinVerifier: '$argon2id$' },
})
const prison: Change = { entity: 'category', key: 'drinks', value: null }

function mirror(wasComplete: boolean) {
  const said: string[] = []
  const part = {
    apply: async (changes: readonly Change[]) => {
      said.push(`apply ${changes.map(change => change.key).join()}`)
    },
    keepOnly: async (keys: ReadonlySet<string>) => {
      said.push(`keep ${[...keys].join()}`)
    },
  }
  const remember = async (isComplete: boolean) => {
    said.push(`complete ${isComplete}`)
  }
  return { said, mirror: createMirror({ parts: { person: part }, wasComplete, remember }) }
}

test('hands each part its own changes', async () => {
  const { said, mirror: own } = mirror(true)
  await own.apply([prison, person('a'), person('b', 'gone')])
  await own.apply([prison])
  expect(said).toEqual(['apply a,b'])
})

test('a full copy keeps what it held and counts as whole only at its end', async () => {
  const { said, mirror: own } = mirror(false)
  await own.begin()
  await own.apply([person('a')])
  await own.apply([person('b')])
  await own.apply([person('b', 'gone')])
  expect(own.isComplete()).toBe(false)
  await own.finish()
  expect(own.isComplete()).toBe(true)
  expect(said).toEqual(['complete false', 'apply a', 'apply b', 'apply b', 'keep a,b', 'complete true'])
})

test('a full copy that begins anew forgets what the first half held', async () => {
  const { said, mirror: own } = mirror(true)
  await own.begin()
  await own.apply([person('a')])
  await own.begin()
  expect(own.isComplete()).toBe(false)
  await own.apply([person('b')])
  await own.finish()
  expect(said.at(-2)).toBe('keep b')
})
