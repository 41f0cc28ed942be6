import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PROGRESS_CHANNEL } from '../control/channel/terminal-book.ts'
import { STATE_CHANNEL } from '../control/state/publish-state.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createStaffWatch } from './staff-watch.ts'

let own: TestDatabase

beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own.drop())

test.each([PROGRESS_CHANNEL, STATE_CHANNEL])(
  'whoever watches is told of what any server announces: %s',
  async channel => {
    const watch = createStaffWatch(own.connection)
    const told = vi.fn<() => void>()
    const unwatch = watch.watch(told)
    // Announced until it is heard: the connection that listens may not be there yet.
    await vi.waitFor(async () => {
      await sql`select pg_notify(${channel}, '')`.execute(own.database)
      expect(told).toHaveBeenCalled()
    })
    unwatch()
    told.mockClear()
    watch.tell()
    expect(told).not.toHaveBeenCalled()
    await watch.close()
  },
)
