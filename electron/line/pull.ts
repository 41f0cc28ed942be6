import type { PageChange } from '#shared/contracts/sync.ts'
import { errorBodySchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { Mirror } from './mirror.ts'
import { changesForPage, readChanges } from './read-changes.ts'
import type { AskServer, LineAnswer, NoAnswer } from './terminal-line.ts'

export type PullAnswer =
  | {
      readonly status: 'answered'
      readonly cursor: string
      readonly more: boolean
      /** These changes begin a full copy: what is not in it is gone. */
      readonly restarted: boolean
      readonly changes: PageChange[]
    }
  | NoAnswer
export type Pull = (cursor: string | null) => Promise<PullAnswer>

export interface PullParts {
  readonly ask: AskServer
  readonly mirror: Mirror
  readonly report: (error: unknown) => void
}

/**
 * Fetches what is new since `cursor`, keeps the roster and the web policy here, and hands on the rest.
 *
 *  - What is for this process is on its disk before the page learns the cursor behind it.
 *  - Starts over, whatever the page knows, when the server no longer knows the cursor, or when this process's own mirror
 *    is not whole: the two mirrors follow one cursor, and the page's must not run ahead.
 *
 * One call at a time.
 */
export function createPull({ ask, mirror, report }: PullParts): Pull {
  // The one cursor that continues a full copy under way.
  let continuation: string | undefined
  const askFrom = (cursor: string | null) =>
    ask({ method: 'GET', path: cursor === null ? terminalRoutes.pull : `${terminalRoutes.pull}?cursor=${cursor}` })

  return async cursor => {
    let from = mirror.isComplete() || cursor === continuation ? cursor : null
    let answer = await askFrom(from)
    if (from !== null && isCursorUnknown(answer)) {
      from = null
      answer = await askFrom(from)
    }
    if (answer.status !== 'answered') return answer
    const pulled = answer.httpStatus === 409 ? undefined : readChanges(answer.body, report)
    if (pulled === undefined) return { status: 'busy', retryAfterMs: null }

    if (from === null) await mirror.begin()
    await mirror.apply(pulled.changes)
    if (!pulled.more && !mirror.isComplete()) await mirror.finish()
    continuation = pulled.cursor
    const { more } = pulled
    return {
      status: 'answered',
      cursor: pulled.cursor,
      more,
      restarted: from === null,
      changes: changesForPage(pulled.changes),
    }
  }
}

function isCursorUnknown(answer: LineAnswer): boolean {
  if (answer.status !== 'answered' || answer.httpStatus !== 409) return false
  return errorBodySchema.safeParse(answer.body).data?.code === 'PULL_CURSOR_UNKNOWN'
}
