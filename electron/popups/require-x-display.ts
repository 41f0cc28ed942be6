import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { BaseWindow } from 'electron'
import { parseDisplay } from './x-display.ts'

/** An X server keeps the lowest numbers to itself, even where it has room for as many clients as it ever may. */
const LEAST_OF_A_CLIENT = 2 ** 18

/**
 * Throws `DISPLAY_NOT_X11` where the window is on no X display of this machine. A Wayland compositor counts windows from one,
 * and says nothing of where they are; then nothing could keep a list of choices from covering the kiosk's bar.
 */
export function requireXDisplay(
  window: Pick<BaseWindow, 'getNativeWindowHandle'>,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  parseDisplay(environment['DISPLAY'])
  const number = window.getNativeWindowHandle().readUInt32LE(0)
  if (number < LEAST_OF_A_CLIENT) throw new GuichetError('DISPLAY_NOT_X11', 'the kiosk is on no X display')
}
