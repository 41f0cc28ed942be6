import { sql } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import { evaluateClosing, type Place } from '#shared/directive/evaluate-closing.ts'
import type { Closing } from '#shared/directive/closing.ts'
import { nextChangeMs } from '#shared/directive/next-change.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { type Closings, noClosings } from '#shared/policy/closings.ts'
import type { Database } from '../../database/open-database.ts'
import type { ClosingsSource } from '../../gateway/policy/closings-source.ts'
import type { PolicySource } from '../../gateway/policy/policy-source.ts'
import type { StateSource } from '../state/state-source.ts'

type Sites = WebPolicy['sites']

export interface ClosingsPorts {
  readonly database: Database
  readonly clock: () => Date
  readonly source: Pick<StateSource, 'current' | 'refresh' | 'onChange'>
  /** The published sites; the same list as long as they are the same. */
  readonly sites: () => Promise<Sites>
}

/** How old the look at where terminals stand may be. */
const WINGS_MS = 5000
const REMEMBERED = 5000
const noSites: Sites = []

export function sitesOf(policies: Pick<PolicySource, 'current'>): () => Promise<Sites> {
  return async () => (await policies.current())?.policy.sites ?? noSites
}

/**
 * What of the web the document in force closes for a person on a terminal, for the gates that judge.
 *
 *  - Asks the database for where terminals stand every few seconds, and for nothing else.
 *  - Rejects while no document is known: then nothing passes.
 */
export function createClosings({ database, clock, source, sites }: ClosingsPorts): ClosingsSource {
  const wings = createFindWing(database, clock)
  const remembered = new Map<string, Answer>()
  return {
    onChange: told =>
      source.onChange(() => {
        told()
      }),
    closingsFor: async (terminalId, inmateId) => {
      const state = source.current() ?? (await source.refresh())
      if (state === undefined) throw new GuichetError('SERVICE_CLOSED', 'nobody has said yet what is open')
      const { document, version } = state
      if (document.closings.length === 0) return noClosings
      const [wingId, published] = await Promise.all([wings(terminalId), sites()])
      const nowMs = clock().getTime()
      const key = `${terminalId} ${inmateId}`
      const known = remembered.get(key)
      const isFresh = known?.version === version && known.published === published && known.wingId === wingId
      if (isFresh && nowMs >= known.fromMs && nowMs < known.untilMs) return known.closings
      const closings = closedFor(document.closings, { terminalId, wingId, inmateId }, { published, nowMs })
      const untilMs = nextChangeMs(document, nowMs) ?? Number.POSITIVE_INFINITY
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(key, { version, published, wingId, fromMs: nowMs, untilMs, closings })
      return closings
    },
  }
}

interface Answer {
  readonly version: number
  readonly published: Sites
  readonly wingId: string
  readonly fromMs: number
  readonly untilMs: number
  readonly closings: Closings
}

function closedFor(
  closings: readonly Closing[],
  place: Place,
  { published, nowMs }: { readonly published: Sites; readonly nowMs: number },
): Closings {
  const now = { earliestMs: nowMs, latestMs: nowMs }
  const isClosed = (target: Parameters<typeof evaluateClosing>[2]): boolean =>
    evaluateClosing(closings, place, target, now).effect === 'closed'
  const closedSites = published.filter(({ id }) => isClosed({ kind: 'site', siteId: id }))
  const rules = published
    .filter(site => !closedSites.includes(site))
    .flatMap(site => site.rules.map(rule => ({ siteId: site.id, ruleId: rule.id })))
  const closedRules = rules.filter(rule => isClosed({ kind: 'rule', ...rule }))
  return {
    closedSites: new Set(closedSites.map(({ id }) => id)),
    closedRules: new Set(closedRules.map(({ ruleId }) => ruleId)),
  }
}

/** The wing a terminal stands in. All of them are read at once, seldom: a terminal moves with a technician. */
function createFindWing(database: Database, clock: () => Date): (id: TerminalId) => Promise<string> {
  let known = new Map<string, string>()
  let readAtMs = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  const read = async (): Promise<void> => {
    const { rows } = await sql<{ id: string; wing: string }>`
      select terminals.id, cells.wing_id as wing from terminals join cells on cells.id = terminals.cell_id
    `.execute(database)
    known = new Map(rows.map(({ id, wing }) => [id, wing]))
    readAtMs = clock().getTime()
  }
  return async id => {
    if (Math.abs(clock().getTime() - readAtMs) >= WINGS_MS || !known.has(id)) {
      reading ??= read().finally(() => {
        reading = undefined
      })
      // While the database is away they stand where they stood.
      await reading.catch((error: unknown) => {
        if (!known.has(id)) throw error
      })
    }
    const wing = known.get(id)
    if (wing === undefined) throw new GuichetError('TERMINAL_UNKNOWN', 'no such terminal')
    return wing
  }
}
