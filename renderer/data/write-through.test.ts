import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WriteThrough } from './write-through.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A disk that can be made to fail or to hang. */
function createDisk() {
  const disk = {
    mood: 'well' as 'well' | 'failing' | 'hanging',
    written: [] as string[][],
    isDegraded: false,
    reconnects: 0,
    release: (): void => undefined,
  }
  const held = async () =>
    new Promise<void>(resolve => {
      disk.release = resolve
    })
  const writes = new WriteThrough<string>({
    write: async keys => {
      if (disk.mood === 'failing') throw new Error('quota')
      if (disk.mood === 'hanging') await held()
      disk.written.push([...keys])
    },
    reconnect: async () => {
      disk.reconnects += 1
    },
    onDegraded: isDegraded => (disk.isDegraded = isDegraded),
    limitMs: 2000,
  })
  return { disk, writes }
}

test('answers when the keys are on the disk', async () => {
  const { disk, writes } = createDisk()
  await writes.changed(['a', 'b'])
  expect(disk.written).toEqual([['a', 'b']])
})

test('lets go of a write that hangs, after its limit, and says so', async () => {
  const { disk, writes } = createDisk()
  disk.mood = 'hanging'
  const waiting = writes.changed(['a'])
  await vi.advanceTimersByTimeAsync(2000)
  await waiting
  expect(disk.isDegraded).toBe(true)
})

test('nobody waits for a second write while one hangs', async () => {
  const { disk, writes } = createDisk()
  disk.mood = 'hanging'
  const first = writes.changed(['a'])
  await vi.advanceTimersByTimeAsync(2000)
  await first
  await expect(writes.changed(['b'])).resolves.toBeUndefined()
})

test('writes everything that was left over when the hanging write ends after all', async () => {
  const { disk, writes } = createDisk()
  disk.mood = 'hanging'
  const first = writes.changed(['a'])
  await vi.advanceTimersByTimeAsync(2000)
  await first
  await writes.changed(['b'])
  disk.mood = 'well'
  disk.release()
  await vi.advanceTimersByTimeAsync(0)
  expect(disk.written.flat()).toContain('b')
  expect(disk.isDegraded).toBe(false)
})

test('a write that failed is made up for by the next', async () => {
  const { disk, writes } = createDisk()
  disk.mood = 'failing'
  await writes.changed(['a'])
  expect(disk.isDegraded).toBe(true)
  disk.mood = 'well'
  await writes.changed(['b'])
  expect(new Set(disk.written.flat())).toEqual(new Set(['a', 'b']))
  expect(disk.isDegraded).toBe(false)
})

test('a retry gives up a hanging connection and writes over a new one', async () => {
  const { disk, writes } = createDisk()
  disk.mood = 'hanging'
  const first = writes.changed(['a'])
  await vi.advanceTimersByTimeAsync(2000)
  await first
  disk.mood = 'well'
  await writes.retry()
  expect(disk.reconnects).toBe(1)
  expect(disk.written).toEqual([['a']])
})

test('answers for its own keys before what changed meanwhile is written', async () => {
  const { disk, writes } = createDisk()
  disk.mood = 'hanging'
  const first = writes.changed(['a'])
  void writes.changed(['b'])
  disk.release()
  await first
  expect(disk.written).toEqual([['a']])
})

test('answers at once where nothing is to be written', async () => {
  const { disk, writes } = createDisk()
  await writes.changed([])
  expect(disk.written).toEqual([])
})

test('brings what changed during a write right after it', async () => {
  const { disk, writes } = createDisk()
  await Promise.all([writes.changed(['a']), writes.changed(['b'])])
  expect(disk.written).toEqual([['a'], ['b']])
})
