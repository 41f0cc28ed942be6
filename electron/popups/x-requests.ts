import type { Area } from './within-area.ts'
import type { XProof } from './x-display.ts'

/*
 * What is said to an X server, as the X11 protocol has it: numbers with their lowest byte first, everything in words of four
 * bytes. Only the few requests that are needed; there is no library for so little.
 */

/** The types and names that are the same on every server. */
const CARDINAL = 6
const HAS_EVENT_MASK = 0x800
const SUBSTRUCTURE_NOTIFY = 0x8_0000
const HAS_PLACE_AND_SIZE = 0b1111

/** The first thing that is said. */
export function greeting({ name, data }: XProof): Buffer {
  const start = Buffer.alloc(12)
  start.write('l')
  start.writeUInt16LE(11, 2)
  start.writeUInt16LE(name.length, 6)
  start.writeUInt16LE(data.length, 8)
  return Buffer.concat([start, padded(Buffer.from(name)), padded(data)])
}

/** Asks to be told of the windows in `root`. */
export function watchRoot(root: number): Buffer {
  return request(2, 0, root, HAS_EVENT_MASK, SUBSTRUCTURE_NOTIFY)
}

/** Asks for the number of a name; answered by a reply. */
export function askAtom(name: string): Buffer {
  const text = padded(Buffer.from(name))
  return Buffer.concat([head(16, 0, 2 + text.length / 4), words(name.length), text])
}

/** Asks for a property of up to 64 numbers; answered by a reply. */
export function askNumbers(window: number, property: number): Buffer {
  return request(20, 0, window, property, CARDINAL, 0, 64)
}

export function setNumbers(window: number, property: number, numbers: readonly number[]): Buffer {
  return request(18, 0, window, property, CARDINAL, 32, numbers.length, ...numbers)
}

export function deleteProperty(window: number, property: number): Buffer {
  return request(19, 0, window, property)
}

export function moveWindow(window: number, { x, y, width, height }: Area): Buffer {
  return request(12, 0, window, HAS_PLACE_AND_SIZE, x, y, width, height)
}

export function hideWindow(window: number): Buffer {
  return request(10, 0, window)
}

function request(code: number, detail: number, ...numbers: readonly number[]): Buffer {
  return Buffer.concat([head(code, detail, 1 + numbers.length), words(...numbers)])
}

function head(code: number, detail: number, length: number): Buffer {
  return Buffer.from([code, detail, length & 0xff, length >> 8])
}

/** Numbers below zero are places left of or above the screen. */
function words(...numbers: readonly number[]): Buffer {
  const all = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) all.writeInt32LE(number | 0, index * 4)
  return all
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
}
