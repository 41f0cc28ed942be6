import path from 'node:path'
import type { ServePage } from './serve-page.ts'

/** What a page begins with. It asks for everything else when it runs. */
const beginning = ['.js', '.css']

export interface PageStart {
  readonly servePage: ServePage
  /** Resolves when the page has been given its first script and its first style. */
  readonly isUnderWay: Promise<void>
}

/**
 * Tells when a page has what it begins with. From then on it is busy in its own process, and this process may be too:
 * whatever blocks it before delays the page by as long.
 */
export function watchPageStart(servePage: ServePage): PageStart {
  const awaited = new Set(beginning)
  let begun = (): void => undefined
  const isUnderWay = new Promise<void>(resolve => {
    begun = resolve
  })
  return {
    servePage: request => {
      awaited.delete(path.extname(request.url))
      if (awaited.size === 0) begun()
      return servePage(request)
    },
    isUnderWay,
  }
}
