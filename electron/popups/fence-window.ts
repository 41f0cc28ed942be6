import type { Bounds } from '#shared/contracts/bridge.ts'
import { screen, type BaseWindow } from 'electron'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import type { Log } from '../log/log.ts'
import { openPopupFence } from './popup-fence.ts'
import type { Area } from './within-area.ts'
import { findProof, parseDisplay } from './x-display.ts'

/** A fence around a part of the kiosk's window. */
export interface WindowFence {
  readonly place: (bounds: Bounds) => void
  /** Safe to call twice. */
  readonly close: () => void
}

/** Puts a fence around a part of the window; `onLost` is called once where it cannot be put, or does not stay. */
export type FenceBounds = (bounds: Bounds, onLost: () => void) => WindowFence

/** Makes fences in the window. Each has a connection of its own to the display the kiosk is shown on. */
export function createWindowFence(
  window: Pick<BaseWindow, 'getContentBounds' | 'getNativeWindowHandle'>,
  environment: Readonly<Record<string, string | undefined>>,
  log: Pick<Log, 'error'>,
): FenceBounds {
  const areaOf = (bounds: Bounds): Area => onScreen(window.getContentBounds(), bounds)
  return (bounds, onLost) => {
    const lose = (error: unknown): void => {
      log.error('web', error)
      onLost()
    }
    try {
      const display = parseDisplay(environment['DISPLAY'])
      const parts = {
        socket: connect(display.path),
        proof: findProof(readAuthority(environment), display.number),
        window: window.getNativeWindowHandle().readUInt32LE(0),
        onLost: lose,
      }
      const fence = openPopupFence(parts, areaOf(bounds))
      return {
        place: next => {
          fence.place(areaOf(next))
        },
        close: fence.close,
      }
    } catch (error) {
      // Not at once: who asked does not have the fence yet.
      setImmediate(lose, error)
      return { place: () => undefined, close: () => undefined }
    }
  }
}

/** A part of a window's content, in the pixels of its screen. */
function onScreen(content: Bounds, bounds: Bounds): Area {
  const { scaleFactor } = screen.getDisplayMatching(content)
  const [left, top] = [(content.x + bounds.x) * scaleFactor, (content.y + bounds.y) * scaleFactor]
  const [x, y] = [Math.ceil(left), Math.ceil(top)]
  const right = Math.floor(left + bounds.width * scaleFactor)
  const bottom = Math.floor(top + bounds.height * scaleFactor)
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }
}

function readAuthority(environment: Readonly<Record<string, string | undefined>>): Buffer {
  const file = environment['XAUTHORITY'] ?? path.join(environment['HOME'] ?? '', '.Xauthority')
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
