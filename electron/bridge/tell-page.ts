import { PAGE_EVENT_CHANNEL, pageEventSchema, type PageEvent } from '#shared/contracts/bridge.ts'
import type { WebContents } from 'electron'

/** Tells the page something unasked. With no page there, between two, there is nobody to tell. */
export type TellPage = (event: PageEvent) => void

/** Parsed on the way out like every answer: what is not in the contract does not cross. */
export function createTellPage(page: () => Pick<WebContents, 'send' | 'isDestroyed'> | undefined): TellPage {
  return event => {
    const contents = page()
    if (contents === undefined || contents.isDestroyed()) return
    contents.send(PAGE_EVENT_CHANNEL, pageEventSchema.parse(event))
  }
}
