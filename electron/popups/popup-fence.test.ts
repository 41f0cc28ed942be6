import { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { openPopupFence } from './popup-fence.ts'

const area = { x: 0, y: 80, width: 1024, height: 520 }
const ROOT = 0x4d2
const OWN = 0x40_0000
const WORK_AREA = 0x155
const codes: Readonly<Record<number, string>> = {
  2: 'watch',
  10: 'hide',
  12: 'move',
  16: 'name',
  18: 'set',
  19: 'delete',
  20: 'get',
}

/** An X server that writes down what it is asked, and says what a test has it say. */
class FakeDisplay extends Duplex {
  readonly asked: string[] = []
  #isGreeted = false

  override _read(): void {
    // What there is was pushed.
  }

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    let rest = bytes
    if (!this.#isGreeted) {
      this.#isGreeted = true
      rest = bytes.subarray(bytes.length)
    }
    while (rest.length > 0) {
      const length = rest.readUInt16LE(2) * 4
      this.#note(rest.subarray(0, length))
      rest = rest.subarray(length)
    }
    done()
  }

  #note(request: Buffer): void {
    const name = codes[request.readUInt8(0)] ?? 'unknown'
    const from = name === 'set' ? 24 : name === 'move' ? 12 : request.length
    const numbers = Array.from({ length: (request.length - from) / 4 }, (_, at) => request.readInt32LE(from + at * 4))
    this.asked.push([name, ...numbers].join(' '))
  }

  welcome(): void {
    const bytes = Buffer.alloc(8 + 32 + 40)
    bytes.writeUInt8(1)
    bytes.writeUInt16LE((bytes.length - 8) / 4, 6)
    bytes.writeUInt32LE(0x1f_ffff, 16)
    bytes.writeUInt32LE(ROOT, 40)
    this.push(bytes)
  }

  reply(...numbers: readonly [at: number, number: number][]): void {
    const bytes = Buffer.alloc(64)
    bytes.writeUInt8(1)
    bytes.writeUInt32LE(8, 4)
    for (const [at, number] of numbers) bytes.writeUInt32LE(number, at)
    this.push(bytes)
  }

  place(window: number, y: number, isUnmanaged = true, code = 16): void {
    const bytes = Buffer.alloc(32)
    const at = code === 16 ? 12 : 16
    bytes.writeUInt8(code)
    bytes.writeUInt32LE(window, 8)
    bytes.writeInt16LE(60, at)
    bytes.writeInt16LE(y, at + 2)
    bytes.writeUInt16LE(300, at + 4)
    bytes.writeUInt16LE(400, at + 6)
    bytes.writeUInt8(isUnmanaged ? 1 : 0, at + 10)
    this.push(bytes)
  }
}

const heard = () =>
  new Promise<void>(resolve => {
    setImmediate(resolve)
  })

async function fenced({ window = OWN + 4, before = [0, 0, 1024, 600] }: { window?: number; before?: number[] } = {}) {
  const display = new FakeDisplay()
  const lost: unknown[] = []
  const parts = { socket: display as unknown as Socket, proof: { name: '', data: Buffer.alloc(0) }, window }
  const fence = openPopupFence({ ...parts, onLost: error => lost.push(error) }, area)
  display.welcome()
  await heard()
  display.reply([8, WORK_AREA])
  await heard()
  display.reply([16, before.length], ...before.map((number, at): [number, number] => [32 + at * 4, number]))
  await heard()
  return { display, fence, lost, asked: display.asked }
}

test('tells that the page’s place is what windows may use', async () => {
  const { asked } = await fenced()
  expect(asked).toEqual(['watch', 'name', 'get', 'set 0 80 1024 520'])
})

test('a page that is moved takes its fence with it, and one that is not says nothing', async () => {
  const { fence, asked } = await fenced()
  fence.place({ ...area })
  fence.place({ ...area, y: 120, height: 480 })
  expect(asked.slice(4)).toEqual(['set 0 120 1024 480'])
})

test.each<[string, number[], string]>([
  ['what was said before', [0, 0, 1024, 600], 'set 0 0 1024 600'],
  ['that nothing was said', [], 'delete'],
])('at the end it says %s', async (_what, before, expected) => {
  const { fence, asked, lost } = await fenced({ before })
  fence.close()
  fence.close()
  await heard()
  expect(asked.slice(4)).toEqual([expected])
  expect(lost).toEqual([])
})

test.each([
  ['made', 16],
  ['moved', 22],
])('a window that is %s over the bar is put back', async (_how, code) => {
  const { display, asked } = await fenced()
  display.place(OWN + 9, 0, true, code)
  await heard()
  expect(asked.slice(4)).toEqual(['move 60 80 300 400'])
})

test.each<[string, number, number, boolean]>([
  ['in its place', OWN + 9, 90, true],
  ['the window manager’s', OWN + 9, 0, false],
  ['of another program', OWN * 2 + 9, 0, true],
])('a window that is %s is let be', async (_which, window, y, isUnmanaged) => {
  const { display, asked } = await fenced()
  display.place(window, y, isUnmanaged)
  await heard()
  expect(asked).toHaveLength(4)
})

test('a window that does not stay where it is put is hidden', async () => {
  const { display, asked } = await fenced()
  for (let tries = 0; tries < 9; tries += 1) display.place(OWN + 9, 0, true, 22)
  await heard()
  expect(asked.slice(4)).toEqual([...Array.from({ length: 8 }, () => 'move 60 80 300 400'), 'hide'])
})

test('a display that goes is told once', async () => {
  const { display, lost } = await fenced()
  display.destroy(new Error('gone'))
  await heard()
  expect(lost).toHaveLength(1)
})

test('a kiosk that is on no X display has no fence', async () => {
  const { lost } = await fenced({ window: 4 })
  expect(lost).toEqual([expect.objectContaining({ message: 'the kiosk is on no X display' })])
})

test('a display that does not let this account in is told', async () => {
  const display = new FakeDisplay()
  const lost: unknown[] = []
  const parts = { socket: display as unknown as Socket, proof: { name: '', data: Buffer.alloc(0) }, window: OWN }
  openPopupFence({ ...parts, onLost: error => lost.push(error) }, area)
  display.push(Buffer.alloc(8))
  await heard()
  expect(lost).toHaveLength(1)
})
