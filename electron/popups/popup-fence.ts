import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Socket } from 'node:net'
import { type Area, withinArea } from './within-area.ts'
import { type XMessage, XReader, type XWelcome } from './x-answers.ts'
import type { XProof } from './x-display.ts'
import {
  askAtom,
  askNumbers,
  deleteProperty,
  greeting,
  hideWindow,
  moveWindow,
  setNumbers,
  watchRoot,
} from './x-requests.ts'

/*
 * Threat: what a field lets choose (a list, a date, a colour) Chromium shows in a window of its own, above all others. Where
 * it goes depends on the screen and not on the page's place in it, so a page with a long list low on it could lay what it
 * likes over the kiosk's bar. Electron has no say in this, and is not told. The X server is asked instead: it is told that
 * only the page's place is for windows to use, which Chromium heeds, and what is placed elsewhere all the same is put back.
 */

/** A window that is put back more often than this does not listen to where it is put: it is hidden. */
const MOST_MOVES = 8

export interface PopupFence {
  /** From now on this is the page's place on the screen, in its pixels. */
  readonly place: (area: Area) => void
  /** Gives the screen back. Safe to call twice. */
  readonly close: () => void
}

export interface PopupFenceParts {
  /** To the X server; nothing was said yet. */
  readonly socket: Socket
  readonly proof: XProof
  /** A window of this program, which says which others are. */
  readonly window: number
  /** Nothing is held any more, or never was. Told once, and not after `close`. */
  readonly onLost: (error: unknown) => void
}

/**
 * Keeps this program's windows that pass by the window manager inside the page's place on the screen.
 *
 * Held by `popup-fence.test.ts`; on a real display by `e2e/specs/web/choices-stay-below.spec.ts` and,
 * beside a program without it, by X-CHOICES… in `e2e/escape`.
 */
export function openPopupFence(parts: PopupFenceParts, area: Area): PopupFence {
  const fence = new Fence(parts, area)
  return {
    place: next => {
      fence.place(next)
    },
    close: () => {
      fence.close()
    },
  }
}

class Fence {
  readonly #parts: PopupFenceParts
  readonly #moves = new Map<number, number>()
  readonly #reader = new XReader()
  #area: Area
  #welcome: XWelcome | undefined
  /** The number of the property that says which part of the screen is for windows to use. */
  #property: number | undefined
  /** What it said before. */
  #before: readonly number[] | undefined
  #isClosed = false

  constructor(parts: PopupFenceParts, area: Area) {
    this.#parts = parts
    this.#area = area
    const lose = (error: unknown): void => {
      if (this.#isClosed) return
      this.#isClosed = true
      parts.socket.destroy()
      parts.onLost(error)
    }
    parts.socket.on('error', lose)
    parts.socket.on('close', () => {
      lose(new GuichetError('INTERNAL', 'the display is gone'))
    })
    parts.socket.on('data', bytes => {
      try {
        for (const said of this.#reader.take(Buffer.from(bytes))) this.#hear(said)
      } catch (error) {
        lose(error)
      }
    })
    parts.socket.write(greeting(parts.proof))
  }

  place(area: Area): void {
    const isSame = withinArea(area, this.#area) === area && withinArea(this.#area, area) === this.#area
    if (isSame) return
    this.#area = area
    if (this.#before !== undefined) this.#tellArea()
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    const { socket } = this.#parts
    if (this.#before !== undefined) this.#tell(this.#before)
    socket.end()
  }

  #hear(said: XWelcome | XMessage): void {
    if (!('kind' in said)) this.#begin(said)
    else if (said.kind === 'reply') this.#answered(said.bytes)
    else if (said.kind === 'placed' && said.isUnmanaged && this.#isOwn(said.window)) this.#keep(said.window, said.place)
    else if (said.kind === 'gone') this.#moves.delete(said.window)
  }

  #begin(welcome: XWelcome): void {
    this.#welcome = welcome
    // Where it is a Wayland compositor that shows the kiosk, its windows have other numbers and cannot be held here.
    if (this.#clientOf(this.#parts.window) === 0)
      throw new GuichetError('DISPLAY_NOT_X11', 'the kiosk is on no X display')
    this.#parts.socket.write(Buffer.concat([watchRoot(welcome.root), askAtom('_NET_WORKAREA')]))
  }

  /** The name's number comes first, then what the property says. */
  #answered(bytes: Buffer): void {
    if (this.#welcome === undefined) return
    if (this.#property === undefined) {
      this.#property = bytes.readUInt32LE(8)
      this.#parts.socket.write(askNumbers(this.#welcome.root, this.#property))
      return
    }
    const count = bytes.readUInt32LE(16)
    this.#before = Array.from({ length: count }, (_, index) => bytes.readInt32LE(32 + index * 4))
    this.#tellArea()
  }

  #tellArea(): void {
    const { x, y, width, height } = this.#area
    this.#tell([x, y, width, height])
  }

  #tell(numbers: readonly number[]): void {
    if (this.#welcome === undefined || this.#property === undefined) return
    const { root } = this.#welcome
    const told = numbers.length === 0 ? deleteProperty(root, this.#property) : setNumbers(root, this.#property, numbers)
    this.#parts.socket.write(told)
  }

  #keep(window: number, place: Area): void {
    const inside = withinArea(place, this.#area)
    if (inside === place) return
    const moves = (this.#moves.get(window) ?? 0) + 1
    this.#moves.set(window, moves)
    this.#parts.socket.write(moves > MOST_MOVES ? hideWindow(window) : moveWindow(window, inside))
  }

  #clientOf(window: number): number {
    return (window & ~(this.#welcome?.ownMask ?? 0)) >>> 0
  }

  #isOwn(window: number): boolean {
    return this.#clientOf(window) === this.#clientOf(this.#parts.window)
  }
}
