import { topWindows, type TopWindow } from '../terminal/screen.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { Evidence } from './evidence.ts'

/** The part of the evidence that is to be seen at the terminal. */
export type Seen = Omit<Evidence, 'outside' | 'elsewhere' | 'strange'>

/** How the terminal stood before an attack. */
export interface Before {
  readonly windows: ReadonlySet<string>
  readonly handedOver: number
  readonly bytes: number
}

export async function lookBefore(terminal: Terminal): Promise<Before> {
  const [windows, handedOver, bytes] = await Promise.all([
    topWindows(),
    terminal.process.handedOver(),
    terminal.process.bytes(),
  ])
  return { windows: new Set(windows.map(({ id }) => id)), handedOver: handedOver.length, bytes }
}

/** The windows that came up since then. */
export async function newWindows({ windows }: Before): Promise<TopWindow[]> {
  return (await topWindows()).filter(({ id }) => !windows.has(id))
}

/** What became of the terminal since then; `observe` is asked of the page. */
export async function lookAfter(terminal: Terminal, before: Before, observe: string | undefined): Promise<Seen> {
  const { process } = terminal
  const observed = observe === undefined ? undefined : await terminal.run(observe).catch(() => undefined)
  const standing = await terminal.standing()
  const [windows, handedOver, bytes] = await Promise.all([newWindows(before), process.handedOver(), process.bytes()])
  return {
    ...standing,
    observed,
    windows: windows.map(({ title }) => title),
    handedOver: handedOver.slice(before.handedOver),
    bytesWritten: bytes - before.bytes,
    isAlive: terminal.isAlive,
  }
}
