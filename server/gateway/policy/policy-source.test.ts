import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { aPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { publishWebPolicy } from '../../web-policy/publish-web-policy.ts'
import { createPolicySource, POLICY_CHECK_MS, POLICY_GRACE_MS } from './policy-source.ts'

let own: TestDatabase
let now: Date
const clock = () => now
const later = (ms: number): void => {
  now = new Date(now.getTime() + ms)
}

beforeAll(async () => {
  own = await createTestDatabase()
  await aPrison(own.database)
})
beforeEach(async () => {
  now = new Date('2026-03-02T22:30:00Z')
  await own.database.deleteFrom('web_policy').execute()
  await own.database.deleteFrom('changes').where('entity', '=', 'web-policy').execute()
})
afterAll(() => own.drop())

const policy = (id: string): WebPolicy => ({
  version: 1,
  sites: [
    { id, name: { en: 'Site' }, start: 'https://a.example/', rules: [{ id: `${id}-rule`, hosts: ['a.example'] }] },
  ],
})
const siteOf = (held: { readonly policy: WebPolicy } | undefined) => held?.policy.sites[0]?.id

test('nothing is in force until a policy is published', async () => {
  const source = createPolicySource(own.database, clock)
  expect(await source.current()).toBeUndefined()
  await publishWebPolicy(own.database, policy('one'))
  later(POLICY_CHECK_MS)
  expect(siteOf(await source.current())).toBe('one')
})

test('a policy is compiled once, and the next one holds after a second', async () => {
  await publishWebPolicy(own.database, policy('one'))
  const source = createPolicySource(own.database, clock)
  const first = await source.current()
  later(POLICY_CHECK_MS)
  expect((await source.current())?.compiled).toBe(first?.compiled)
  await publishWebPolicy(own.database, policy('two'))
  expect(siteOf(await source.current())).toBe('one')
  later(POLICY_CHECK_MS)
  expect(siteOf(await source.current())).toBe('two')
})

test('requests that come together look once', async () => {
  await publishWebPolicy(own.database, policy('one'))
  let looks = 0
  const counted = new Proxy(own.database, {
    get: (target, name): unknown => {
      if (name === 'selectFrom') looks += 1
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const source = createPolicySource(counted, clock)
  await Promise.all(Array.from({ length: 20 }, () => source.current()))
  // Where it stands, and its text.
  expect(looks).toBe(2)
})

test('a stored policy that cannot be read lets nothing pass', async () => {
  await publishWebPolicy(own.database, policy('one'))
  await own.database.updateTable('web_policy').set({ text: '{"version":1,"sites":' }).execute()
  expect(await createPolicySource(own.database, clock).current()).toBeUndefined()
})

test('the day is the prison’s', async () => {
  await publishWebPolicy(own.database, policy('one'))
  const source = createPolicySource(own.database, clock)
  expect(source.today()).toBeUndefined()
  expect((await source.current())?.circumstances.today).toBe('2026-03-02')
  later(3_600_000)
  expect((await source.current())?.circumstances.today).toBe('2026-03-03')
  expect(source.today()).toBe('2026-03-03')
})

test('while the database is away the last policy holds for a while, and then nothing passes', async () => {
  await publishWebPolicy(own.database, policy('one'))
  let isAway = false
  const failing = new Proxy(own.database, {
    get: (target, name): unknown => {
      if (isAway) throw new Error('away')
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const source = createPolicySource(failing, clock)
  await source.current()
  isAway = true
  later(POLICY_GRACE_MS - 1)
  expect(siteOf(await source.current())).toBe('one')
  later(1)
  await expect(source.current()).rejects.toThrow('away')
  isAway = false
  expect(siteOf(await source.current())).toBe('one')
})
