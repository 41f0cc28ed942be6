import { Transform, type TransformCallback } from 'node:stream'
import { type BrotliDecompress, createBrotliDecompress, createGunzip, type Gunzip } from 'node:zlib'
import { WayOutError } from '../way-out/way-out-error.ts'

type Unpacker = Gunzip | BrotliDecompress

const unpackers: Readonly<Record<string, (() => Unpacker) | undefined>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
}

/** What a site is told that it may pack its answers with. */
export const codings = 'gzip, br'

/**
 * Passes an answer on as it came, and at most `maxBytes` of it: as it comes over the wire, and as it is once unpacked. A
 * kilobyte can unpack to a gigabyte, and would in the cell.
 *
 * `coding` is the answer's `Content-Encoding`. Answers `undefined` for one that was not asked for, several of them included:
 * a browser may know how to unpack it, and nobody here would see how far that goes.
 */
export function boundAnswer(coding: string | undefined, maxBytes: number): Transform | undefined {
  const name = (coding ?? '').trim().toLowerCase()
  if (name === '' || name === 'identity') return atMost(maxBytes)
  const unpacker = Object.hasOwn(unpackers, name) ? unpackers[name]?.() : undefined
  return unpacker && atMostUnpacked(unpacker, maxBytes)
}

function atMost(maxBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length
      pass(bytes <= maxBytes, chunk, done)
    },
  })
}

function atMostUnpacked(unpacker: Unpacker, maxBytes: number): Transform {
  let [packed, unpacked] = [0, 0]
  unpacker.on('data', (part: Buffer) => {
    unpacked += part.length
    if (unpacked > maxBytes) unpacker.destroy()
  })
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      packed += chunk.length
      // Nothing of a piece goes on before all of it was unpacked.
      unpacker.write(chunk, () => {
        pass(packed <= maxBytes && unpacked <= maxBytes, chunk, done)
      })
    },
    destroy: (error, done) => {
      unpacker.destroy()
      done(error)
    },
  })
  unpacker.on('error', () => {
    stream.destroy(tooMuch())
  })
  return stream
}

function pass(isWithin: boolean, chunk: Buffer, done: TransformCallback): void {
  if (isWithin) done(null, chunk)
  else done(tooMuch())
}

function tooMuch(): WayOutError {
  return new WayOutError('answer-not-allowed', 502)
}
