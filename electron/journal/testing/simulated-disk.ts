import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { DiskFile, FileSystem } from '../file-system.ts'

/** Every call a disk can be asked, as a test sees it in `calls`. */
export interface DiskCall {
  readonly name: 'close' | 'fdatasync' | 'list' | 'make-folder' | 'open' | 'read' | 'remove' | 'sync-folder' | 'write'
  readonly file: string
  readonly position?: number
}

/** What of the writes that were never synced reaches the disk when the power goes. */
export type Fate = 'none' | 'all' | ((write: number, sector: number) => boolean)

interface SimulatedFile {
  /** What a power cut leaves for certain. */
  durable: Buffer
  /** What a reader sees now. */
  cached: Buffer
  unsynced: { readonly bytes: Buffer; readonly position: number }[]
  isNameDurable: boolean
}

const SECTOR_BYTES = 512

/**
 * A disk in memory that can lose power, fill up and fail.
 *
 *  - What was written and not synced is lost, kept, or torn at any sector when the power goes, as `Fate` says.
 *  - A failed sync drops what it could not write and still shows it to readers, as Linux does.
 */
export class SimulatedDisk {
  readonly calls: DiskCall[] = []
  /** Sees each call before it is done; what it throws, the call rejects with. */
  beforeCall: (call: DiskCall) => void = () => undefined
  /** How many bytes all files together may take. */
  sizeBytes = Number.POSITIVE_INFINITY
  readonly #files = new Map<string, SimulatedFile>()
  // The lock goes by it for the whole machine, on which other tests run.
  readonly #identity = `simulated-${randomUUID()}`

  readonly fileSystem: FileSystem = {
    makeFolder: async folder => this.#call({ name: 'make-folder', file: basename(folder) }),
    identifyFolder: async () => this.#identity,
    list: async folder => {
      this.#call({ name: 'list', file: basename(folder) })
      return [...this.#files.keys()]
    },
    open: async path => {
      const file = basename(path)
      this.#call({ name: 'open', file })
      if (!this.#files.has(file)) this.#files.set(file, emptyFile())
      return this.#diskFile(file)
    },
    syncFolder: async folder => {
      this.#call({ name: 'sync-folder', file: basename(folder) })
      for (const file of this.#files.values()) file.isNameDurable = true
    },
    remove: async path => {
      const file = basename(path)
      this.#call({ name: 'remove', file })
      this.#files.delete(file)
    },
  }

  names(): readonly string[] {
    return [...this.#files.keys()]
  }

  /** What a reader sees. */
  contentOf(name: string): Buffer {
    return Buffer.from(this.#file(name).cached)
  }

  /** A file as if it had lain there for years. */
  put(name: string, bytes: Uint8Array): void {
    this.#files.set(name, {
      durable: Buffer.from(bytes),
      cached: Buffer.from(bytes),
      unsynced: [],
      isNameDurable: true,
    })
  }

  /** The disk another machine start finds after the power went. */
  afterPowerCut(fate: Fate): SimulatedDisk {
    const next = new SimulatedDisk()
    for (const [name, file] of this.#files) {
      if (file.isNameDurable || fate === 'all') next.put(name, contentAfter(file, fate))
    }
    return next
  }

  #call(call: DiskCall): void {
    this.calls.push(call)
    this.beforeCall(call)
  }

  #file(name: string): SimulatedFile {
    const file = this.#files.get(name)
    if (file === undefined) throw new Error(`no file ${name}`)
    return file
  }

  #diskFile(name: string): DiskFile {
    return {
      size: async () => this.#file(name).cached.length,
      read: async (target, position) => {
        this.#call({ name: 'read', file: name, position })
        const { cached } = this.#file(name)
        if (position + target.length > cached.length) throw new Error('the file ends')
        target.set(cached.subarray(position, position + target.length))
      },
      write: async (bytes, position) => {
        this.#call({ name: 'write', file: name, position })
        this.#reserve(position + bytes.length - this.#file(name).cached.length)
        const file = this.#file(name)
        const copy = Buffer.from(bytes)
        file.cached = withWrite(file.cached, copy, position)
        file.unsynced.push({ bytes: copy, position })
      },
      fdatasync: async () => this.#sync(name),
      close: async () => this.#call({ name: 'close', file: name }),
    }
  }

  #sync(name: string): void {
    const file = this.#file(name)
    const { unsynced } = file
    file.unsynced = []
    this.#call({ name: 'fdatasync', file: name })
    for (const { bytes, position } of unsynced) file.durable = withWrite(file.durable, bytes, position)
  }

  #reserve(moreBytes: number): void {
    const used = [...this.#files.values()].reduce((total, { cached }) => total + cached.length, 0)
    if (moreBytes > 0 && used + moreBytes > this.sizeBytes) throw diskError('ENOSPC')
  }
}

/** An error as node:fs gives it. */
export function diskError(code: 'EACCES' | 'EIO' | 'ENOSPC'): Error {
  return Object.assign(new Error(`${code}: simulated`), { code })
}

function emptyFile(): SimulatedFile {
  return { durable: Buffer.alloc(0), cached: Buffer.alloc(0), unsynced: [], isNameDurable: false }
}

function withWrite(content: Buffer, bytes: Buffer, position: number): Buffer {
  const end = position + bytes.length
  const next = end > content.length ? Buffer.concat([content, Buffer.alloc(end - content.length)]) : content
  bytes.copy(next, position)
  return next
}

function contentAfter({ durable, unsynced }: SimulatedFile, fate: Fate): Buffer {
  let content: Buffer = Buffer.from(durable)
  for (const [write, { bytes, position }] of unsynced.entries()) {
    for (let offset = 0; offset < bytes.length; offset += SECTOR_BYTES) {
      const isKept = typeof fate === 'function' ? fate(write, offset / SECTOR_BYTES) : fate === 'all'
      if (isKept) content = withWrite(content, bytes.subarray(offset, offset + SECTOR_BYTES), position + offset)
    }
  }
  return content
}
