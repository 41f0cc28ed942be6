import { open } from 'node:fs/promises'

/** What stands before the fuses in the program (Electron's `@electron/fuses`, schema 1). */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1')
const CHUNK_BYTES = 4 * 1024 * 1024
const MOST_FUSES = 32
const SCHEMA = 1

/** By their place. */
const names = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

/** How the fuses are set in the program at `file`; `null` where they are not found, or of a schema this does not know. */
export async function readFuses(file: string): Promise<Record<string, boolean> | null> {
  const handle = await open(file, 'r').catch(() => undefined)
  if (handle === undefined) return null
  try {
    const overlap = SENTINEL.length + 2 + MOST_FUSES
    const chunk = Buffer.alloc(CHUNK_BYTES + overlap)
    for (let position = 0; ; position += CHUNK_BYTES) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, position)
      if (bytesRead === 0) return null
      const at = chunk.subarray(0, bytesRead).indexOf(SENTINEL)
      if (at !== -1 && at < CHUNK_BYTES) return readWire(chunk.subarray(at + SENTINEL.length, bytesRead))
    }
  } catch {
    return null
  } finally {
    await handle.close()
  }
}

function readWire(wire: Buffer): Record<string, boolean> | null {
  const [schema, count = 0] = wire
  if (schema !== SCHEMA || count > MOST_FUSES) return null
  const set = names
    .slice(0, count)
    .map((name, place): [string, boolean] => [name, wire[2 + place] === '1'.charCodeAt(0)])
  return Object.fromEntries(set)
}
