import { asBridge } from '#renderer/data/testing/as-bridge.ts'
import { createBrowserStorage } from '#renderer/data/testing/fresh-database.ts'
import { HeldClock } from '#renderer/data/testing/held-clock.ts'
import { operationId } from '#renderer/data/testing/sample-operations.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { LoadInside } from './inside.ts'
import { startEntrance } from './start-entrance.ts'
import { startKiosk } from './start-kiosk.ts'
import { aPrison } from './stores/testing/started-kiosk.ts'

const credentials = { number: '1001', pin: '1234' }
const Places = () => null

function enter(changed: Partial<LoadInside> = {}) {
  const db = createBrowserStorage().open()
  const kiosk = vi.fn<LoadInside['kiosk']>(async entrance =>
    startKiosk(entrance, { db, random: () => 0.5, mintId: () => operationId(1) }),
  )
  const painted: (() => void)[] = []
  const entrance = startEntrance(
    asBridge(aPrison()),
    { clock: new HeldClock(), onInput: () => () => undefined, whenPainted: run => painted.push(run) },
    { kiosk, places: async () => Places, ...changed },
  )
  onTestFinished(async () => entrance.stop())
  return { entrance, kiosk, painted, session: entrance.session.getState }
}

test('names the people of the cell before anything behind the sign-in is loaded', async () => {
  const { session, kiosk, painted } = enter()
  await expect.poll(() => painted).toHaveLength(1)
  expect(session().people).toHaveLength(2)
  expect(kiosk).not.toHaveBeenCalled()
  painted[0]?.()
  expect(kiosk).toHaveBeenCalledOnce()
})

test('somebody faster than the loading is signed in when it is done, and nothing is loaded twice', async () => {
  const { entrance, session, kiosk, painted } = enter()
  expect(await session().signIn(credentials)).toEqual({ status: 'signed-in' })
  expect(entrance.inside()?.Places).toBe(Places)
  expect(entrance.inside()?.kiosk.personal.getState()?.person).toBe(session().person)
  for (const run of painted) run()
  expect(kiosk).toHaveBeenCalledOnce()
})

test('a part that could not be loaded signs nobody in, and is asked for again', async () => {
  const places = vi.fn<LoadInside['places']>().mockRejectedValueOnce(new Error('unreadable')).mockResolvedValue(Places)
  const { entrance, session } = enter({ places })
  expect(await session().signIn(credentials)).toEqual({ status: 'failed', code: 'INTERNAL' })
  expect([session().person, entrance.inside()]).toEqual([null, null])
  expect(await session().signIn(credentials)).toEqual({ status: 'signed-in' })
})
