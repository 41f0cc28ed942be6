import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createThrowAwayAuthority } from '../testing/throw-away-server.ts'
import { openBench } from './testing/enrolment-bench.ts'

const LONG_MS = 60_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
})

test('something that takes the call and says nothing is given up', async () => {
  const silent = createServer()
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const bench = await openBench(await createThrowAwayAuthority())
  const called = once(silent, 'connection')
  const finding = (await bench.start()).find(`127.0.0.1:${address.port}`)
  const [socket] = (await called) as [Socket]
  onTestFinished(() => {
    socket.destroy()
    silent.close()
  })
  vi.advanceTimersByTime(LONG_MS)
  await expect(finding).rejects.toMatchObject({ code: 'LINE_UNREACHABLE' })
})

test('a server that takes the code and says nothing is given up, and what was typed is good for another try', async () => {
  const bench = await openBench(await createThrowAwayAuthority())
  const terminal = await bench.start()
  await terminal.find()
  bench.server.hangs = true
  const before = bench.server.asked.length
  const looking = terminal.look()
  await vi.waitFor(() => {
    expect(bench.server.asked.length).toBeGreaterThan(before)
  })
  vi.advanceTimersByTime(LONG_MS)
  await expect(looking).rejects.toMatchObject({ code: 'LINE_ANSWER_LOST' })
  bench.server.hangs = false
  expect(await terminal.look()).toMatchObject({ status: 'found' })
})
