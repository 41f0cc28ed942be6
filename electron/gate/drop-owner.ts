import type { WebContents } from 'electron'

/*
 * Threat: the suggestions of a `<datalist>` are drawn by Electron inside the kiosk's own window, above everything in it and
 * placed as if the page began at the window's corner: a field low on a page covers the whole bar with what the page likes.
 * Neither Chromium nor Electron has a switch against them. Electron draws them in the window a page belongs to, and draws
 * none where it belongs to none.
 */

/**
 * Makes a page that lies in a window belong to none: nothing is drawn for it but itself. To be called once it is in the
 * window, which makes it belong there. Answers whether it could: the method is Electron's own and not declared.
 *
 * Held by `drop-owner.test.ts`; that nothing is drawn, by X-SUGGESTIONS in `e2e/escape`.
 */
export function dropOwner(contents: WebContents): boolean {
  const setOwner: unknown = Reflect.get(contents, '_setOwnerWindow')
  if (typeof setOwner !== 'function') return false
  Reflect.apply(setOwner, contents, [null])
  return true
}
