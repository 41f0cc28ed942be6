import { evaluateServiceCode } from '#shared/service/evaluate-service-code.ts'
import type { CodeAt } from '#shared/service/hotp.ts'
import type { ServiceCode, ServiceSecret } from '#shared/service/service-code.ts'
import { mergeServiceCopies, type ServiceCopy, type ServiceFile } from './service-file.ts'

export type ServiceTry =
  { readonly status: 'open' } | { readonly status: 'refused' | 'waiting'; readonly waitMs: number }

/** Takes codes and counts tries. */
export interface ServiceGate {
  readonly waitMs: () => number
  /** One call at a time: tries side by side would share one count. Throws `DATA_FOLDER_UNUSABLE`, and opens nothing then. */
  readonly tryCode: (code: ServiceCode) => Promise<ServiceTry>
}

export interface ServiceGateParts {
  readonly secret: ServiceSecret
  /** What an earlier run left. */
  readonly copies: readonly ServiceCopy[]
  /** Writes every copy. Resolves when they are on the disk. */
  readonly write: (file: ServiceFile) => Promise<void>
  /** What the codes are made with is loaded with the first try. */
  readonly loadCodeAt: (secret: ServiceSecret) => Promise<CodeAt>
  readonly now: () => Date
  /** A clock nobody can set. */
  readonly monotonicMs: () => number
}

/**
 * The door of the service screen.
 *
 *  - What a try led to is on the disk before anybody learns of it: pulling the plug buys neither a guess nor a second use.
 *  - Within a run only memory counts: a file that is put back changes nothing.
 *  - While it waits no code is looked at, not even a right one.
 */
export function createServiceGate(parts: ServiceGateParts): ServiceGate {
  const { secret, write, now, monotonicMs } = parts
  let file = mergeServiceCopies(parts.copies, secret)
  let untilMs = monotonicMs() + Math.min(file.waitMs, Math.max(0, Date.parse(file.until) - now().getTime()))
  const waitMs = () => Math.max(0, Math.ceil(untilMs - monotonicMs()))
  const keep = async (change: Pick<ServiceFile, 'lastUsed' | 'failures' | 'waitMs'>) => {
    const next = { ...file, ...change, until: new Date(now().getTime() + change.waitMs).toISOString() }
    await write(next)
    file = next
    untilMs = monotonicMs() + next.waitMs
  }
  return {
    waitMs,
    tryCode: async code => {
      const leftMs = waitMs()
      if (leftMs > 0) return { status: 'waiting', waitMs: leftMs }
      const decision = evaluateServiceCode(file, code, await parts.loadCodeAt(secret))
      await keep({ ...decision.next, waitMs: decision.effect === 'open' ? 0 : decision.waitMs })
      return decision.effect === 'open' ? { status: 'open' } : { status: 'refused', waitMs: waitMs() }
    },
  }
}
