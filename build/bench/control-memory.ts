import { setTimeout } from 'node:timers/promises'
import { TERMINAL_CACHE_MS } from '#server/terminal-auth/find-terminal.ts'
import { must } from '#shared/errors/must.ts'
import { type Child, doneSchema, type Memory, memoryAnswerSchema, startChild } from './control-messages.ts'
import type { ControlPrison } from './control-prison.ts'
import type { Figure } from './measure.ts'

const REACH_BYTES = 8192
/** Connected before it is counted: what the first ones cost the process once is not what a terminal costs. */
export const WARM = 1000
/** Long enough that what the server remembers of a terminal for seconds is forgotten. */
const QUIET_MS = TERMINAL_CACHE_MS + 6000

/**
 * What one connected terminal takes of the server's memory, TLS and all, and how much of it any TLS socket takes in a process
 * of Node's that does nothing but hold it. After garbage was collected.
 */
export async function measureMemory(
  { server, tls, tlsFiles }: ControlPrison,
  count: number,
  connect: (warm: boolean) => Promise<Child>,
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
  const warm = await connect(true)
  let listeners: Child | undefined
  await setTimeout(QUIET_MS)
  const ours = await grown(readServer, async () => {
    listeners = await connect(false)
  })
  await warm.stop()
  return { listeners: must(listeners, 'listeners'), figures: figuresOf(count, ours, bare) }
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

/** Judged by the heap: resident memory, at a thousand connections, differs by more than the figure from one run to the next. */
function figuresOf(count: number, ours: Growth, bare: Growth): Figure[] {
  const above = ours.heap - bare.heap
  return [
    {
      what: `server memory a terminal, ${count.toLocaleString('en')} connected`,
      value: `${kilobytes(above)} above TLS`,
      peer: `heap ${kilobytes(ours.heap)}, of a bare TLS socket ${kilobytes(bare.heap)}; resident ${kilobytes(ours.rss)}, ${kilobytes(bare.rss)}`,
      ratio: null,
      reach: `≤ ${kilobytes(REACH_BYTES)}`,
      isReached: above <= REACH_BYTES,
    },
  ]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`
}
