import { Temporal } from 'temporal-polyfill'
import type { CompiledPolicy } from '#shared/policy/compile-policy.ts'
import { compilePolicy } from '#shared/policy/compile-policy.ts'
import { pagePolicyFor } from '#shared/policy/page-policy.ts'
import type { Circumstances } from '#shared/policy/rule-match.ts'
import { parseWebPolicy, type WebPolicy } from '#shared/policy/web-policy.ts'
import type { Database } from '../../database/open-database.ts'

/** How old the look at the published policy may be when a request is judged, unless who asks wants it fresh. */
export const POLICY_CHECK_MS = 1000
/** How long the last known policy serves while the database does not answer. */
export const POLICY_GRACE_MS = 30_000

/** The policy in force, made ready for deciding. */
export interface PolicyInForce {
  readonly policy: WebPolicy
  readonly compiled: CompiledPolicy
  readonly circumstances: Circumstances
  /** The `Content-Security-Policy` of answers of a site. */
  readonly pagePolicyOf: (siteId: string) => string
}

/** Where the gateway has the policy from. `undefined`: none is published, or nobody can say which holds. Then nothing passes. */
export interface PolicySource {
  readonly current: () => Promise<PolicyInForce | undefined>
  /** The prison's day, `YYYY-MM-DD`; `undefined` until a policy was read. */
  readonly today: () => string | undefined
}

interface Loaded {
  readonly place: string
  readonly timeZone: string
  readonly inForce: Omit<PolicyInForce, 'circumstances'>
}

/**
 * The policy published in this database, compiled once per version.
 *
 *  - Looked at again when a request is judged and the last look is a second old, or `checkMs`: an idle gateway asks nothing.
 *  - While the database is away the last one holds for half a minute; then the gateway closes.
 */
export function createPolicySource(
  database: Database,
  clock: () => Date,
  checkMs: number = POLICY_CHECK_MS,
): PolicySource {
  let loaded: Loaded | undefined
  let checkedAtMs = Number.NEGATIVE_INFINITY
  let checking: Promise<void> | undefined

  const check = async (): Promise<void> => {
    const place = await readPlace(database)
    if (place === undefined) loaded = undefined
    else if (place !== loaded?.place) loaded = await load(database, place)
    checkedAtMs = clock().getTime()
  }
  const ageMs = (): number => Math.abs(clock().getTime() - checkedAtMs)

  const today = (): string | undefined => (loaded === undefined ? undefined : dayIn(loaded.timeZone, clock()))

  return {
    today,
    current: async () => {
      if (ageMs() >= checkMs) {
        checking ??= check().finally(() => {
          checking = undefined
        })
        await checking.catch((error: unknown) => {
          if (ageMs() >= POLICY_GRACE_MS) throw error
        })
      }
      if (loaded === undefined) return undefined
      return { ...loaded.inForce, circumstances: { today: today() } }
    },
  }
}

function dayIn(timeZone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** Where the policy's last change stands in the feed; `undefined` while none was ever published. */
async function readPlace(database: Database): Promise<string | undefined> {
  const row = await database
    .selectFrom('changes')
    .select(['xid', 'seq'])
    .where('entity', '=', 'web-policy')
    .where('key', '=', 'web-policy')
    .where('scope', '=', 'prison')
    .executeTakeFirst()
  return row === undefined ? undefined : `${row.xid}.${row.seq}`
}

async function load(database: Database, place: string): Promise<Loaded | undefined> {
  const row = await database
    .selectFrom('web_policy')
    .innerJoin('prison', join => join.onTrue())
    .select(['web_policy.text', 'prison.time_zone as timeZone'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const reading = parseWebPolicy(row.text)
  if (!reading.ok) return undefined
  return { place, timeZone: row.timeZone, inForce: prepare(reading.policy) }
}

/** Prepares a policy for deciding. */
export function prepare(policy: WebPolicy): Omit<PolicyInForce, 'circumstances'> {
  const pagePolicies = new Map<string, string>()
  return {
    policy,
    compiled: compilePolicy(policy),
    pagePolicyOf: siteId => {
      const known = pagePolicies.get(siteId) ?? pagePolicyFor(policy, siteId)
      pagePolicies.set(siteId, known)
      return known
    },
  }
}
