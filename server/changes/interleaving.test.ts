import * as fc from 'fast-check'
import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InmateId, inmateIdSchema, type TerminalId } from '#shared/contracts/ids.ts'
import type { Transaction } from '../database/open-database.ts'
import { aPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { untilSettled } from '../testing/until-settled.ts'
import { decodeCursor } from './cursor.ts'
import { createPullService, type PullService } from './pull-service.ts'
import { PULL_PAGE_LIMIT } from './read-feed.ts'
import { touch } from './touch.ts'

let own: TestDatabase
let pulls: PullService
let terminalId: TerminalId
let scope: `inmate:${InmateId}`

beforeAll(async () => {
  own = await createTestDatabase({ max: 12 })
  pulls = createPullService(own.database)
  const prison = await aPrison(own.database)
  terminalId = prison.terminals[0].id
  scope = `inmate:${prison.inmateIds[0]}`
})
afterAll(() => own.drop())

/** A transaction the test holds open on a connection of its own, and ends when it likes. */
interface Writer {
  readonly change: (...keys: string[]) => Promise<void>
  readonly end: (how: 'commit' | 'rollback') => Promise<void>
}

async function begin(): Promise<Writer> {
  let finish: (how: 'commit' | 'rollback') => void = () => undefined
  const ending = new Promise<'commit' | 'rollback'>(resolve => {
    finish = resolve
  })
  let hand: (transaction: Transaction) => void = () => undefined
  const handed = new Promise<Transaction>(resolve => {
    hand = resolve
  })
  const ended = own.database.transaction().execute(async transaction => {
    hand(transaction)
    if ((await ending) === 'rollback') throw new Error('rolled back')
  })
  const settled = ended.catch((error: unknown) => {
    if (!(error instanceof Error && error.message === 'rolled back')) throw error
  })
  const transaction = await handed
  return {
    change: (...keys) =>
      touch(
        transaction,
        keys.map(key => ({ entity: 'notice', key, scope })),
      ),
    end: async how => {
      finish(how)
      await settled
    },
  }
}

/** A terminal that pulls from its own cursor and remembers what it heard, in order. */
function createReader() {
  let cursor: string | undefined
  const heard: string[] = []
  const cursors: string[] = []
  return {
    heard,
    cursors,
    pull: async () => {
      for (let more = true; more;) {
        const page = await pulls.pull(terminalId, cursor)
        heard.push(...page.changes.filter(({ entity }) => entity === 'notice').map(({ key }) => key))
        cursor = page.cursor
        cursors.push(cursor)
        more = page.more
      }
    },
  }
}

test('a change that commits late is not missed: the feed waits for it', async () => {
  const mark = uuid()
  const reader = createReader()
  await reader.pull()
  const early = await begin()
  await early.change(`early ${mark}`)
  const late = await begin()
  await late.change(`late ${mark}`)
  await late.end('commit')

  await reader.pull()
  expect(reader.heard.filter(key => key.includes(mark))).toEqual([])
  await early.end('commit')
  await untilSettled(own.database)
  await reader.pull()
  expect(reader.heard.filter(key => key.includes(mark))).toEqual([`early ${mark}`, `late ${mark}`])
})

test('a transaction that took its number early and writes late is waited for', async () => {
  const mark = uuid()
  const reader = createReader()
  const early = await begin()
  await early.change(`first ${mark}`)
  const other = await begin()
  await other.change(`other ${mark}`)
  await other.end('commit')
  await reader.pull()
  await early.change(`second ${mark}`)
  await early.end('commit')
  await untilSettled(own.database)
  await reader.pull()
  expect(reader.heard.filter(key => key.includes(mark)).toSorted()).toEqual(
    [`first ${mark}`, `other ${mark}`, `second ${mark}`].toSorted(),
  )
})

test('pages follow the order of transactions, so that none of an older one is left behind a younger one’s', async () => {
  const mark = uuid()
  const keys = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name} ${at} ${mark}`)
  const reader = createReader()
  const older = await begin()
  await older.change(`begun ${mark}`)
  const younger = await begin()
  await younger.change(...keys('younger', PULL_PAGE_LIMIT - 1))
  await younger.end('commit')
  await older.change(...keys('older', 100))
  await older.end('commit')
  await untilSettled(own.database)
  await reader.pull()
  expect(reader.heard.filter(key => key.includes(mark))).toHaveLength(PULL_PAGE_LIMIT + 100)
})

test('a transaction that is rolled back leaves nothing and holds nothing up', async () => {
  const mark = uuid()
  const reader = createReader()
  const gone = await begin()
  await gone.change(`gone ${mark}`)
  const kept = await begin()
  await kept.change(`kept ${mark}`)
  await kept.end('commit')
  await gone.end('rollback')
  await untilSettled(own.database)
  await reader.pull()
  expect(reader.heard.filter(key => key.includes(mark))).toEqual([`kept ${mark}`])
})

test('a thing that changes again while a page is read comes again, with its last value', async () => {
  const mark = uuid()
  const reader = createReader()
  const change = async () => {
    const writer = await begin()
    await writer.change(`again ${mark}`)
    await writer.end('commit')
    await untilSettled(own.database)
  }
  await change()
  await reader.pull()
  await change()
  await reader.pull()
  await reader.pull()
  expect(reader.heard.filter(key => key.includes(mark))).toEqual([`again ${mark}`, `again ${mark}`])
})

type Move = readonly [what: 'begin' | 'write' | 'commit' | 'rollback' | 'pull', who: number, key: number]

const moves = fc.array(
  fc.tuple(
    fc.constantFrom<Move[0]>('begin', 'write', 'write', 'commit', 'commit', 'rollback', 'pull', 'pull'),
    fc.nat(3),
    fc.nat(5),
  ),
  { minLength: 5, maxLength: 40 },
)

test('however writers and pulls interleave, every committed change is heard after its commit and cursors never go back', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async script => {
      const run = await interleave(script)
      await untilSettled(own.database)
      await run.reader.pull()
      for (const { key, heardBefore } of run.committed) {
        expect(run.reader.heard.slice(heardBefore)).toContain(key)
      }
      const committed = new Set(run.committed.map(({ key }) => key))
      expect(run.reader.heard.filter(key => key.startsWith(run.mark)).every(key => committed.has(key))).toBe(true)
      const places = run.reader.cursors.map(cursor => decodeCursor(cursor))
      const wentBack = places.filter((place, at) => at > 0 && isBefore(place, places[at - 1] ?? place))
      expect(wentBack).toEqual([])
    }),
    { numRuns: 40, endOnFailure: true },
  )
}, 120_000)

interface Committed {
  readonly key: string
  /** How much had been heard when the transaction began to commit: the change comes after that. */
  readonly heardBefore: number
}

/** Plays a script with up to four open transactions; two never write the same key at once, which would only wait. */
async function interleave(script: readonly Move[]) {
  const mark = uuid()
  const reader = createReader()
  const open = new Map<number, { writer: Writer; keys: Set<string> }>()
  const committed: Committed[] = []
  const end = async (who: number, how: 'commit' | 'rollback') => {
    const one = open.get(who)
    if (one === undefined) return
    open.delete(who)
    if (how === 'commit') for (const key of one.keys) committed.push({ key, heardBefore: reader.heard.length })
    await one.writer.end(how)
  }
  for (const [what, who, number] of script) {
    const key = `${mark} ${number}`
    const isTaken = [...open].some(([other, { keys }]) => other !== who && keys.has(key))
    if (what === 'pull') await reader.pull()
    else if (what === 'begin' && !open.has(who)) open.set(who, { writer: await begin(), keys: new Set() })
    else if (what === 'write' && open.has(who) && !isTaken) {
      open.get(who)?.keys.add(key)
      await open.get(who)?.writer.change(key)
    } else if (what === 'commit' || what === 'rollback') await end(who, what)
  }
  for (const who of open.keys()) await end(who, 'commit')
  return { mark, reader, committed }
}

function isBefore(place: { xid: string; seq: number }, other: { xid: string; seq: number }): boolean {
  const [a, b] = [BigInt(place.xid), BigInt(other.xid)]
  return a < b || (a === b && place.seq < other.seq)
}

test('with many writers at work on connections of their own, a terminal that keeps pulling misses nothing', async () => {
  const mark = uuid()
  const reader = createReader()
  const writing = { left: 6 }
  const write = async (who: number) => {
    for (const at of Array.from({ length: 25 }).keys()) await writeSlowly(`${mark} ${who} ${at}`, (who + at) % 3)
    writing.left -= 1
  }
  const writers = Array.from({ length: writing.left }, (_, who) => write(who))
  while (writing.left > 0) await reader.pull()
  await Promise.all(writers)
  await untilSettled(own.database)
  await reader.pull()
  const heard = reader.heard.filter(key => key.startsWith(mark))
  expect(heard).toHaveLength(150)
  expect(new Set(heard).size).toBe(150)
})

/** Dawdles between the change and the commit, so that transactions end in another order than they began. */
const writeSlowly = (key: string, dawdle: number) =>
  own.database.transaction().execute(async transaction => {
    await touch(transaction, [{ entity: 'notice', key, scope }])
    for (let left = dawdle * 5; left > 0; left -= 1) await sql`select 1`.execute(transaction)
  })

test('an unknown inmate’s scope is nobody’s', async () => {
  const stranger = inmateIdSchema.parse(uuid())
  await own.database
    .transaction()
    .execute(transaction => touch(transaction, [{ entity: 'notice', key: 'strange', scope: `inmate:${stranger}` }]))
  await untilSettled(own.database)
  const reader = createReader()
  await reader.pull()
  expect(reader.heard).not.toContain('strange')
})
