import type { BaseWindow, WebContentsView } from 'electron'

/** The place of the kiosk page in the window: the whole of it, under whatever is put above. Holds one page or none. */
export interface PageSlot {
  readonly view: () => WebContentsView | undefined
  readonly put: (view: WebContentsView) => void
  /** Takes the page out and ends its process. */
  readonly clear: () => void
}

export function createPageSlot(window: BaseWindow): PageSlot {
  let current: WebContentsView | undefined
  const layOut = () => {
    const { width, height } = window.getContentBounds()
    current?.setBounds({ x: 0, y: 0, width, height })
  }
  window.on('resize', layOut)
  return {
    view: () => current,
    put: view => {
      current = view
      window.contentView.addChildView(view, 0)
      layOut()
    },
    clear: () => {
      const gone = current
      current = undefined
      if (gone === undefined) return
      window.contentView.removeChildView(gone)
      if (!gone.webContents.isDestroyed()) gone.webContents.close()
    },
  }
}
