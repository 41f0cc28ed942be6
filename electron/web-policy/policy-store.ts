import type { Change } from '#shared/contracts/sync.ts'
import { parseWebPolicy, type WebPolicy } from '#shared/policy/web-policy.ts'
import { z } from 'zod'

/** The policy as it lies on the disk: the text the server published, word for word. */
export const policyFileSchema = z.strictObject({
  version: z.literal(1),
  published: z.strictObject({ key: z.string(), text: z.string() }).nullable(),
})
export type PolicyFile = z.output<typeof policyFileSchema>

/** What the web gate goes by. */
export interface PolicyStore {
  /** `undefined`: there is no policy, or none that is valid. Then there are no sites. */
  readonly current: () => WebPolicy | undefined
  readonly apply: (changes: readonly Change[]) => Promise<void>
  readonly keepOnly: (keys: ReadonlySet<string>) => Promise<void>
}

export interface PolicyStoreParts {
  readonly kept: PolicyFile | undefined
  readonly write: (policy: PolicyFile) => Promise<void>
  /** Called after every change that is on the disk. */
  readonly onChange: () => void
  readonly onInvalid: () => void
}

/**
 * Keeps the web policy that was pulled.
 *
 *  - Read when it is first asked for, not at the start: the first screen needs none.
 *  - One that is not valid closes the web. The one before is not kept in force: nobody knows what the new one was to stop.
 */
export function createPolicyStore({ kept, write, onChange, onInvalid }: PolicyStoreParts): PolicyStore {
  let published = kept?.published ?? null
  let isOnDisk = kept !== undefined
  let read: { readonly policy: WebPolicy | undefined } | undefined
  const replace = async (next: PolicyFile['published']) => {
    if (isOnDisk && next?.key === published?.key && next?.text === published?.text) return
    await write({ version: 1, published: next })
    isOnDisk = true
    published = next
    read = undefined
    onChange()
  }
  const parse = (text: string) => {
    const reading = parseWebPolicy(text)
    if (!reading.ok) onInvalid()
    return { policy: reading.ok ? reading.policy : undefined }
  }
  return {
    current: () => {
      read ??= published === null ? { policy: undefined } : parse(published.text)
      return read.policy
    },
    apply: async changes => {
      for (const change of changes) {
        if (change.entity !== 'web-policy') continue
        if (change.value !== null) await replace({ key: change.key, text: change.value.text })
        else if (change.key === published?.key) await replace(null)
      }
    },
    keepOnly: async keys => {
      // Written also where there is none: a file that is missing later means that it was lost.
      await replace(published !== null && keys.has(published.key) ? published : null)
    },
  }
}
