import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createCodeAt } from '#shared/service/hotp.ts'
import { expect, test } from 'vitest'
import { createSimulatedTime } from '../testing/simulated-time.ts'
import { createServiceGate } from './service-gate.ts'
import { mergeServiceCopies, type ServiceFile } from './service-file.ts'
import { codesOf, ownSecret } from './testing/codes.ts'

/** One terminal over its disk. `restart` is the next run over what lies there by then. */
function openBench() {
  const time = createSimulatedTime()
  const written: ServiceFile[] = []
  const disk = { files: new Array<ServiceFile>(), isFull: false }
  const start = (secret = ownSecret) =>
    createServiceGate({
      secret,
      copies: disk.files.map(value => ({ value, wasBroken: false })),
      write: async file => {
        if (disk.isFull) throw new GuichetError('DATA_FOLDER_UNUSABLE', 'no room')
        disk.files = [file, file]
        written.push(file)
      },
      loadCodeAt: async own => createCodeAt(own),
      now: () => new Date(time.wallMs()),
      monotonicMs: time.uptimeMs,
    })
  return { time, disk, written, start }
}

const code = codesOf(ownSecret)
const wrong = '00000000'

test('a code opens once, and not after a restart', async () => {
  const { start } = openBench()
  const gate = start()
  expect(await gate.tryCode(code(1))).toEqual({ status: 'open' })
  expect(await gate.tryCode(code(1))).toEqual({ status: 'refused', waitMs: 0 })
  expect(await start().tryCode(code(1))).toEqual({ status: 'refused', waitMs: 0 })
  expect(await start().tryCode(code(2))).toEqual({ status: 'open' })
})

test('an older code is worth nothing once a newer one was used', async () => {
  const { start } = openBench()
  expect(await start().tryCode(code(3))).toEqual({ status: 'open' })
  expect(await start().tryCode(code(2))).toMatchObject({ status: 'refused' })
})

test('nothing opens where it cannot be kept that the code was used', async () => {
  const { start, disk } = openBench()
  const gate = start()
  disk.isFull = true
  await expect(gate.tryCode(code(1))).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' })
  disk.isFull = false
  expect(await gate.tryCode(code(1))).toEqual({ status: 'open' })
})

test('what a try led to is on the disk before it is told', async () => {
  const { start, written } = openBench()
  const trying = start().tryCode(code(4))
  expect(await trying).toEqual({ status: 'open' })
  expect(written.at(-1)).toMatchObject({ lastUsed: 4, failures: 0 })
})

test('one copy that is put back changes nothing, in this run or the next', async () => {
  const { start, disk } = openBench()
  const gate = start()
  await gate.tryCode(code(1))
  const [old] = disk.files
  await gate.tryCode(code(2))
  if (old !== undefined) disk.files[0] = old
  expect(await gate.tryCode(code(2))).toMatchObject({ status: 'refused' })
  const next = start()
  expect(await next.tryCode(code(2))).toMatchObject({ status: 'refused' })
  expect(await next.tryCode(code(3))).toEqual({ status: 'open' })
})

test('after five wrong codes it takes none for a while, right or wrong, and across a restart', async () => {
  const { start, time } = openBench()
  const gate = start()
  for (const _ of [1, 2, 3, 4, 5]) expect(await gate.tryCode(wrong)).toEqual({ status: 'refused', waitMs: 0 })
  expect(await gate.tryCode(wrong)).toEqual({ status: 'refused', waitMs: 15_000 })
  expect(await gate.tryCode(code(1))).toEqual({ status: 'waiting', waitMs: 15_000 })
  await time.pass(5000)
  const next = start()
  expect(next.waitMs()).toBe(10_000)
  await time.pass(10_000)
  expect(await next.tryCode(wrong)).toEqual({ status: 'refused', waitMs: 30_000 })
  await time.pass(30_000)
  expect(await next.tryCode(code(1))).toEqual({ status: 'open' })
  expect(await next.tryCode(wrong)).toEqual({ status: 'refused', waitMs: 0 })
})

test('a clock that is set makes the wait no shorter within a run, and no longer than it was after one', async () => {
  const { start, time } = openBench()
  const gate = start()
  for (const _ of [1, 2, 3, 4, 5, 6]) await gate.tryCode(wrong)
  time.setWall(3_600_000)
  expect(gate.waitMs()).toBe(15_000)
  time.setWall(-7_200_000)
  expect(start().waitMs()).toBe(15_000)
})

test('another enrolment begins anew, with codes of its own', async () => {
  const { start } = openBench()
  const gate = start()
  await gate.tryCode(code(7))
  for (const _ of [1, 2, 3, 4, 5, 6]) await gate.tryCode(wrong)
  const other = 'B'.repeat(43)
  const renewed = start(other)
  expect(renewed.waitMs()).toBe(0)
  expect(await renewed.tryCode(code(8))).toMatchObject({ status: 'refused' })
  expect(await renewed.tryCode(codesOf(other)(1))).toEqual({ status: 'open' })
})

test('where nothing of it can be read any more, no code works', () => {
  const broken = { value: undefined, wasBroken: true }
  const missing = { value: undefined, wasBroken: false }
  expect(mergeServiceCopies([broken, missing], ownSecret).lastUsed).toBe(2_147_483_647)
  expect(mergeServiceCopies([missing, missing], ownSecret).lastUsed).toBe(0)
})

test('where one copy can be read, it holds', async () => {
  const { start, disk } = openBench()
  await start().tryCode(code(5))
  const [value] = disk.files
  expect(
    mergeServiceCopies(
      [
        { value: undefined, wasBroken: true },
        { value, wasBroken: false },
      ],
      ownSecret,
    ),
  ).toEqual(value)
})
