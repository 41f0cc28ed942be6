import { afterAll, beforeAll, expect, test } from 'vitest'
import { v4 as uuid } from 'uuid'
import { terminalIdSchema } from '#shared/contracts/ids.ts'
import { type Closing, closingSchema, type Scope, type Target } from '#shared/directive/closing.ts'
import { defaultLeases } from '#shared/directive/state-document.ts'
import { must } from '#shared/errors/must.ts'
import { parseWebPolicy } from '#shared/policy/web-policy.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createTestStateKeys } from '../../testing/test-state-keys.ts'
import type { KnownState } from '../state/state-source.ts'
import { createClosings } from './create-closings.ts'

const site = (id: string) => ({
  id,
  name: { en: id },
  start: `https://${id}.example/`,
  rules: [
    { id: `${id}-read`, hosts: [`${id}.example`] },
    { id: `${id}-more`, hosts: [`more.${id}.example`] },
  ],
})
const reading = parseWebPolicy(JSON.stringify({ version: 1, sites: [site('jobs'), site('books')] }))
const published = reading.ok ? reading.policy.sites : []

let own: TestDatabase
let here: TestPrison
let there: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  here = await aPrison(own.database)
  there = await aPrison(own.database)
})
afterAll(() => own.drop())

const closing = (target: Target, scope: Scope, until: string | null = null): Closing =>
  closingSchema.parse({
    id: '01900000-0000-7000-8000-000000000001', target, scope, reason: 'incident', line: null, from: null, until,
  }) // prettier-ignore

/** What is closed for the first inmate of a prison's first cell. */
async function closedFor(
  closings: readonly Closing[] | undefined,
  { terminals, inmateIds }: TestPrison,
  now = TEST_NOW,
) {
  const key = createTestStateKeys().first
  const document = { ...base, prisonId: here.id, closings: [...(closings ?? [])] }
  const state: KnownState = { version: 1, jws: '', keyId: key.keyId, document, leaseKey: key }
  const known = closings === undefined ? undefined : state
  const { closingsFor } = createClosings({
    database: own.database,
    clock: () => now,
    source: { current: () => known, refresh: () => Promise.resolve(known), onChange: () => () => undefined },
    sites: () => Promise.resolve(published),
  })
  const { closedSites = new Set(), closedRules = new Set() } = await closingsFor(terminals[0].id, inmateIds[0])
  return [...closedSites, ...closedRules]
}
const base = {
  format: 1 as const,
  version: 1,
  issuedAt: TEST_NOW.toISOString(),
  leases: defaultLeases,
  maintenance: null,
  signers: [],
}
const wingOf = async ({ cellIds }: TestPrison): Promise<string> => {
  const cells = own.database.selectFrom('cells').select('wing_id').where('id', '=', cellIds[0])
  return must(await cells.executeTakeFirst(), 'a wing').wing_id
}

test('nothing is closed where nothing is', async () => {
  expect(published).toHaveLength(2)
  expect(await closedFor([], here)).toEqual([])
})

test.each<[string, Target, readonly string[]]>([
  ['the platform', { kind: 'service', service: 'platform' }, ['jobs', 'books']],
  ['the web', { kind: 'service', service: 'web' }, ['jobs', 'books']],
  ['the canteen', { kind: 'service', service: 'canteen' }, []],
  ['a site', { kind: 'site', siteId: 'jobs' }, ['jobs']],
  ['a rule', { kind: 'rule', siteId: 'jobs', ruleId: 'jobs-more' }, ['jobs-more']],
])('closing %s closes what the gateway knows it by', async (_name, target, closed) => {
  expect(await closedFor([closing(target, { kind: 'everyone' })], here)).toEqual(closed)
})

test('a closing holds for its wing, its terminal and its inmate alone, and until its end', async () => {
  const jobs: Target = { kind: 'site', siteId: 'jobs' }
  const scopes: Scope[] = [
    { kind: 'wing', wingId: await wingOf(here) },
    { kind: 'terminal', terminalId: here.terminals[0].id },
    { kind: 'inmate', inmateId: here.inmateIds[0] },
  ]
  for (const scope of scopes) {
    expect(await closedFor([closing(jobs, scope)], here)).toEqual(['jobs'])
    expect(await closedFor([closing(jobs, scope)], there)).toEqual([])
  }
  const ending = [closing(jobs, { kind: 'everyone' }, '2026-03-02T10:00:01.000Z')]
  expect(await closedFor(ending, here)).toEqual(['jobs'])
  expect(await closedFor(ending, here, new Date('2026-03-02T10:00:01Z'))).toEqual([])
})

test('where nobody says what is open, and for a terminal there is not, nobody is let through', async () => {
  await expect(closedFor(undefined, here)).rejects.toMatchObject({ code: 'SERVICE_CLOSED' })
  const stranger = {
    ...here,
    terminals: [{ ...here.terminals[0], id: terminalIdSchema.parse(uuid()) }, here.terminals[1]],
  }
  const all = [closing({ kind: 'site', siteId: 'jobs' }, { kind: 'everyone' })]
  await expect(closedFor(all, stranger as unknown as TestPrison)).rejects.toMatchObject({ code: 'TERMINAL_UNKNOWN' })
})
