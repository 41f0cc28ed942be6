import type { Input } from 'electron'

/** The part of Electron's key event that counts. */
export type ServiceKeyInput = Pick<Input, 'code' | 'control' | 'alt' | 'shift' | 'meta'>

/** Ctrl+Alt+Shift+S: asks for the service screen. By the place of the key, which is the same on every layout here. */
export function isServiceKeys({ code, control, alt, shift, meta }: ServiceKeyInput): boolean {
  return code === 'KeyS' && control && alt && shift && !meta
}
