import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { AskServer } from '../line/terminal-line.ts'
import type { UpdateNotes } from './update-notes.ts'

export interface HealthParts {
  readonly notes: Pick<UpdateNotes, 'healthy' | 'sayHealthy' | 'tried'>
  readonly ask: AskServer
  readonly running: string
  /** Whether the page is there and works. */
  readonly isPageShown: () => boolean
}

/**
 * Says once that this version works here: whoever calls has the journal open and the lease read; the page is shown, and the server
 * answered, or did not when this terminal changed over either. Answers whether that was said, now or before.
 */
export async function sayHealthy({ notes, ask, running, isPageShown }: HealthParts): Promise<boolean> {
  if ((await notes.healthy()) === running) return true
  if (!isPageShown()) return false
  const answer = await ask({ method: 'GET', path: terminalRoutes.probe })
  const wasAway = (await notes.tried())?.wasAway === true
  if (answer.status !== 'answered' && !(wasAway && answer.status === 'unreachable')) return false
  await notes.sayHealthy(running)
  return true
}
