import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { AskServer } from '../line/terminal-line.ts'
import type { UpdateNotes } from './update-notes.ts'

export interface HealthParts {
  readonly notes: Pick<UpdateNotes, 'healthy' | 'sayHealthy' | 'sayShown'>
  readonly ask: AskServer
  readonly running: string
  /** Whether the page is there and works. */
  readonly isPageShown: () => boolean
}

/**
 * Says once that this version works here: whoever calls has the journal open and the lease read; the page is shown, and the
 * server answered. Answers whether that was said, now or before.
 *
 * Without an answer it says that only this is missing. Whether the server is away or this version's line is broken it does not
 * judge: a broken line would judge wrongly. The version before does, which had an answer; see decision 16.
 */
export async function sayHealthy({ notes, ask, running, isPageShown }: HealthParts): Promise<boolean> {
  if ((await notes.healthy()) === running) return true
  if (!isPageShown()) return false
  const { status } = await ask({ method: 'GET', path: terminalRoutes.probe })
  if (status === 'answered') await notes.sayHealthy(running)
  else await notes.sayShown(running)
  return status === 'answered'
}
