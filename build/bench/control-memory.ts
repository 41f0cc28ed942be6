import { setTimeout } from 'node:timers/promises'
import { TERMINAL_CACHE_MS } from '#server/terminal-auth/find-terminal.ts'
import { type Child, doneSchema, type Memory, memoryAnswerSchema, startChild } from './control-messages.ts'
import type { ControlPrison } from './control-prison.ts'
import type { Figure } from './measure.ts'

const REACH_BYTES = 8192
const WARM = 100
/** Long enough that what the server remembers of a terminal for seconds is forgotten. */
const QUIET_MS = TERMINAL_CACHE_MS + 6000

/**
 * What one connected terminal takes of the server's memory, TLS and all, and how much of it any TLS socket takes in a process
 * of Node's that does nothing but hold it. Resident memory, after garbage was collected.
 */
export async function measureMemory(
  { server, tls, tlsFiles }: ControlPrison,
  count: number,
  connect: () => Promise<Child>,
): Promise<{ readonly listeners: Child; readonly figures: readonly Figure[] }> {
  const readServer = () => server.ask({ ask: 'memory' }, memoryAnswerSchema)
  const idle = startChild('control-idle-tls', tlsFiles, ['--expose-gc'])
  const holders = startChild('control-listeners')
  const port = await idle.port
  const open = (times: number) =>
    holders.ask(
      {
        ask: 'open',
        speech: 'tls',
        port,
        ca: tls.authorityPem,
        secrets: Array.from({ length: times }, () => ''),
        keyId: '',
        version: 0,
      },
      doneSchema,
    )
  const readIdle = () => idle.ask({ ask: 'memory' }, memoryAnswerSchema)
  await open(WARM)
  const bare = await grown(readIdle, () => open(count))
  await holders.stop()
  await idle.stop()
  const before = await readServer()
  const listeners = await connect()
  await setTimeout(QUIET_MS)
  return { listeners, figures: figuresOf(count, growth(before, await readServer()), bare) }
}

async function grown(read: () => Promise<Memory>, work: () => Promise<unknown>): Promise<Growth> {
  const before = await read()
  await work()
  await setTimeout(QUIET_MS)
  return growth(before, await read())
}

/** Bytes a connection. */
interface Growth {
  readonly rss: number
  readonly heap: number
}

function growth(before: Memory, after: Memory): Growth {
  const more = after.connections - before.connections
  return { rss: (after.rss - before.rss) / more, heap: (after.heap - before.heap) / more }
}

function figuresOf(count: number, ours: Growth, bare: Growth): Figure[] {
  const above = ours.rss - bare.rss
  return [
    {
      what: `server memory a terminal, ${count.toLocaleString('en')} connected`,
      value: `${kilobytes(above)} above TLS`,
      peer: `${kilobytes(ours.rss)} in all (heap ${kilobytes(ours.heap)}); a bare TLS socket ${kilobytes(bare.rss)} (heap ${kilobytes(bare.heap)})`,
      ratio: null,
      reach: `≤ ${kilobytes(REACH_BYTES)}`,
      isReached: above <= REACH_BYTES,
    },
  ]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`
}
