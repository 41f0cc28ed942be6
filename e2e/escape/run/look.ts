import { focusedWindow } from '../terminal/screen.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { Evidence } from './evidence.ts'

/** The part of the evidence that is to be seen at the terminal. */
export type Seen = Omit<Evidence, 'outside' | 'elsewhere' | 'strange'>

/** How the terminal stood before an attack. */
export interface Before {
  /** Which window has the keys. */
  readonly focused: string
  readonly handedOver: number
  readonly bytes: number
}

export async function lookBefore(terminal: Terminal): Promise<Before> {
  const [focused, handedOver, bytes] = await Promise.all([
    focusedWindow(),
    terminal.process.handedOver(),
    terminal.process.bytes(),
  ])
  return { focused, handedOver: handedOver.length, bytes }
}

/** What became of the terminal since then; `observe` is asked of the page. */
export async function lookAfter(terminal: Terminal, before: Before, observe: string | undefined): Promise<Seen> {
  const { process } = terminal
  const observed = observe === undefined ? undefined : await terminal.run(observe).catch(() => undefined)
  const standing = await terminal.standing()
  const [windows, focused, handedOver, bytes, barPixels] = await Promise.all([
    terminal.strangeWindows(),
    focusedWindow(),
    process.handedOver(),
    process.bytes(),
    terminal.barPixels(),
  ])
  return {
    ...standing,
    observed,
    windows: windows.map(({ title }) => title),
    hasLostFocus: focused !== before.focused,
    handedOver: handedOver.slice(before.handedOver),
    barPixels,
    bytesWritten: bytes - before.bytes,
    isAlive: terminal.isAlive,
  }
}
