import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { operationIdSchema } from '#shared/contracts/ids.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import type { ArrivedOperation } from './incoming.ts'
import { settle } from './settle.ts'

const idOf = (at: number) => operationIdSchema.parse(`0192f0c0-0000-7000-8000-${String(at).padStart(12, '0')}`)
const arrivedAt = (at: number) => ({ operation: { id: idOf(at) } }) as ArrivedOperation
const batch = (length: number) => Array.from({ length }, (_, at) => arrivedAt(at))
const withCode = (code: string) => Object.assign(new Error('failed'), { code })

/** A database that fails for some operations and counts its transactions. */
function createDatabase(fails: (ids: readonly string[]) => Error | undefined) {
  const tried: string[][] = []
  const applied: string[] = []
  return {
    tried,
    applied,
    apply: async (arrived: readonly ArrivedOperation[]): Promise<Verdict[]> => {
      const ids = arrived.map(({ operation }) => operation.id)
      tried.push(ids)
      const error = fails(ids)
      if (error !== undefined) throw error
      applied.push(...ids)
      return ids.map(id => ({ status: 'applied', operationId: operationIdSchema.parse(id), receipt: '' }))
    },
  }
}

const nobody = () => {
  throw new Error('nothing to report')
}

test('what goes well goes in one transaction', async () => {
  const database = createDatabase(() => undefined)
  const verdicts = await settle(batch(200), database.apply, nobody)
  expect(verdicts).toHaveLength(200)
  expect(database.tried).toHaveLength(1)
})

test('of any batch only what cannot be decided is deferred, each reported once, and the order holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.uniqueArray(fc.nat(39)), async (length, bad) => {
      const badIds = new Set(bad.map(idOf))
      const database = createDatabase(ids =>
        ids.some(id => badIds.has(operationIdSchema.parse(id))) ? new Error('poison') : undefined,
      )
      const reported: string[] = []
      const verdicts = await settle(batch(length), database.apply, id => void reported.push(id))
      const expected = batch(length).map(({ operation: { id } }) => ({
        operationId: id,
        status: badIds.has(id) ? 'deferred' : 'applied',
      }))
      expect(verdicts.map(({ operationId, status }) => ({ operationId, status }))).toEqual(expected)
      expect(reported).toEqual(
        expected.filter(({ status }) => status === 'deferred').map(({ operationId }) => operationId),
      )
      expect(database.applied).toEqual(
        expected.filter(({ status }) => status === 'applied').map(({ operationId }) => operationId),
      )
    }),
  )
})

test('one poison among two hundred costs few transactions', async () => {
  const database = createDatabase(ids => (ids.includes(idOf(77)) ? new Error('poison') : undefined))
  await settle(batch(200), database.apply, () => undefined)
  expect(database.tried.length).toBeLessThan(20)
})

test.each(['40001', '40P01', '23505', '23503'])('a race (%s) is tried again as a whole', async code => {
  const database = createDatabase(() => (database.tried.length < 3 ? withCode(code) : undefined))
  expect(await settle(batch(3), database.apply, nobody)).toHaveLength(3)
  expect(database.tried).toHaveLength(3)
})

test.each([
  ['a lost connection', '57P01'],
  ['a lock that takes too long', '55P03'],
  ['a statement that takes too long', '57014'],
])('%s fails the whole push at once, for the terminal to come back later', async (_name, code) => {
  const database = createDatabase(() => withCode(code))
  await expect(settle(batch(8), database.apply, nobody)).rejects.toMatchObject({ code })
  expect(database.tried).toHaveLength(1)
})
