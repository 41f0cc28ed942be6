import { describe, expect, test } from 'vitest'
import { createSimulatedTime } from '../testing/simulated-time.ts'
import { createLeaseClock } from './lease-clock.ts'
import type { LeaseFile } from './lease-file.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MINUTE_MS = 60_000
const leases = { web: 900, local: 72 * 3600 }

function machine() {
  const time = createSimulatedTime()
  const start = (kept?: LeaseFile, isFirstStart = kept === undefined) =>
    createLeaseClock({ kept, isFirstStart, uptimeMs: time.uptimeMs, wallMs: time.wallMs })
  const grant = (clock: ReturnType<typeof start>, askedAgoMs = 0) => {
    clock.granted({ at: '2026-11-22T10:00:00.000Z', leases }, time.uptimeMs() - askedAgoMs)
  }
  return { time, start, grant }
}

describe('a lease', () => {
  test('of the web is there only after a grant, the local one from the first start', () => {
    const { start, grant } = machine()
    const clock = start()
    expect(clock.lease()).toMatchObject({ web: 'ended', local: 'fresh' })
    grant(clock)
    expect(clock.lease()).toMatchObject({ web: 'fresh', local: 'fresh' })
  })

  test('counts from when it was asked for', async () => {
    const { time, start, grant } = machine()
    const clock = start()
    grant(clock, 5000)
    await time.pass(895_000 - 1)
    expect(clock.lease().web).toBe('fresh')
    await time.pass(1)
    expect(clock.lease().web).toBe('ended')
  })

  test('is to be renewed when half of it is gone', async () => {
    const { time, start, grant } = machine()
    const clock = start()
    expect(clock.renewInMs()).toBe(0)
    grant(clock)
    expect(clock.renewInMs()).toBe(450_000)
    await time.pass(450_000)
    expect(clock.renewInMs()).toBe(0)
  })

  test('is as long as the document in force says', async () => {
    const { time, start, grant } = machine()
    const clock = start()
    grant(clock)
    await time.pass(30_000)
    clock.ordered({ web: 20, local: 3600 })
    expect(clock.lease()).toMatchObject({ web: 'ended', local: 'fresh' })
  })

  test.each([
    ['set a day on', DAY_MS],
    ['set a day back', -DAY_MS],
    ['set to 1970', -Date.parse('2026-11-22T10:00:00.000Z')],
  ])('ends when it ends with the clock %s', async (_name, byMs) => {
    const { time, start, grant } = machine()
    const clock = start()
    grant(clock)
    time.setWall(byMs)
    await time.pass(900_000 - 1)
    expect(clock.lease()).toMatchObject({ web: 'fresh', local: 'fresh' })
    await time.pass(1)
    expect(clock.lease().web).toBe('ended')
    await time.pass(72 * HOUR_MS)
    expect(clock.lease().local).toBe('ended')
  })

  test('ends when it ends with a clock that drifts and jumps all the while', async () => {
    const { time, start, grant } = machine()
    const clock = start()
    grant(clock)
    for (let minute = 0; minute < 14; minute += 1) {
      time.setWall(minute % 2 === 0 ? -7 * MINUTE_MS : 3 * HOUR_MS)
      await time.pass(MINUTE_MS)
      expect(clock.lease().web).toBe('fresh')
    }
    await time.pass(MINUTE_MS)
    expect(clock.lease().web).toBe('ended')
  })

  test('of a clock that runs backwards has ended', () => {
    const uptime = { ms: 10_000 }
    const clock = createLeaseClock({ kept: undefined, isFirstStart: true, uptimeMs: () => uptime.ms, wallMs: () => 0 })
    clock.granted({ at: '2026-11-22T10:00:00.000Z', leases }, 10_000)
    uptime.ms = 9999
    expect(clock.lease()).toMatchObject({ web: 'ended', local: 'ended' })
  })
})

describe('over a restart', () => {
  async function restarted(offMs: number, wallByMs: number, ranMs = 10 * HOUR_MS) {
    const { time, start, grant } = machine()
    const before = start()
    grant(before)
    await time.pass(ranMs)
    const kept = before.snapshot(7)
    time.switchOff(offMs)
    time.setWall(wallByMs)
    return { time, kept, clock: start(kept) }
  }

  test('the web waits for a grant', async () => {
    const { clock } = await restarted(0, 0, MINUTE_MS)
    expect(clock.lease().web).toBe('ended')
  })

  test('the local lease goes on, with the time it was off', async () => {
    const { time, clock } = await restarted(60 * HOUR_MS, 0)
    await time.pass(2 * HOUR_MS - 1)
    expect(clock.lease().local).toBe('fresh')
    await time.pass(1)
    expect(clock.lease().local).toBe('ended')
  })

  test.each([
    ['a day back', -DAY_MS],
    ['ten years back', -3650 * DAY_MS],
  ])('a clock set %s does not take back what had passed before', async (_name, byMs) => {
    const { time, clock } = await restarted(0, byMs)
    await time.pass(62 * HOUR_MS)
    expect(clock.lease().local).toBe('ended')
  })

  test('a clock set on ends it sooner, never later', async () => {
    const { clock } = await restarted(0, 63 * HOUR_MS)
    expect(clock.lease().local).toBe('ended')
  })

  test('restarts of the program alone win nothing, whatever the clock says', async () => {
    const { time, start, grant } = machine()
    let clock = start()
    grant(clock)
    for (let turn = 0; turn < 72; turn += 1) {
      const kept = clock.snapshot(1)
      await time.pass(HOUR_MS)
      time.setWall(-2 * HOUR_MS)
      clock = start(kept)
    }
    expect(clock.lease().local).toBe('ended')
  })

  test('what has ended stays ended', async () => {
    const { time, start } = machine()
    const clock = start(undefined, false)
    expect(clock.lease().local).toBe('ended')
    const kept = clock.snapshot(0)
    expect(kept.elapsedMs).toBeNull()
    await time.pass(1000)
    expect(start(kept).lease().local).toBe('ended')
  })

  test('a closing that is over by proven time is not over by a clock that was set back', async () => {
    const { time, clock } = await restarted(HOUR_MS, -30 * DAY_MS)
    const { earliestMs, latestMs } = clock.now()
    expect(earliestMs).toBeGreaterThanOrEqual(Date.parse('2026-11-22T20:00:00.000Z'))
    expect(latestMs).toBe(earliestMs)
    await time.pass(MINUTE_MS)
    expect(clock.now().earliestMs - earliestMs).toBe(MINUTE_MS)
  })
})

describe('the time', () => {
  test('is not proven to be anything before the first grant ever, and at most the wall clock’s', () => {
    const { time, start } = machine()
    const clock = start()
    expect(clock.now()).toEqual({ earliestMs: 0, latestMs: time.wallMs() })
    expect(clock.provenNowMs()).toBeUndefined()
    expect(clock.snapshot(0).provenAt).toBeNull()
  })

  test('is the server’s from then on, whatever the wall clock says', async () => {
    const { time, start, grant } = machine()
    const clock = start()
    time.setWall(-DAY_MS)
    grant(clock, 200)
    await time.pass(HOUR_MS)
    const at = Date.parse('2026-11-22T11:00:00.000Z')
    expect(clock.now()).toEqual({ earliestMs: at, latestMs: at + 200 })
    expect(clock.provenNowMs()).toBe(at + 200)
  })
})
