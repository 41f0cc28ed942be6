import type { Change } from '#shared/contracts/sync.ts'

/** One part of what the main process mirrors for itself. Each call resolves when it is on the disk. */
export interface MirrorPart {
  readonly apply: (changes: readonly Change[]) => Promise<void>
  /** A full copy is here: what is not among `keys` is gone. */
  readonly keepOnly: (keys: ReadonlySet<string>) => Promise<void>
}

/** The main process's own mirror of what the server published: the roster and the web policy. */
export interface Mirror {
  /** Whether a full copy arrived once and every change since was applied. */
  readonly isComplete: () => boolean
  /** A full copy begins. Nothing is dropped yet: with the line gone in the middle, people can still sign in. */
  readonly begin: () => Promise<void>
  readonly apply: (changes: readonly Change[]) => Promise<void>
  /** The full copy ended: drops what was not in it. */
  readonly finish: () => Promise<void>
}

export interface MirrorParts {
  readonly parts: Readonly<Partial<Record<Change['entity'], MirrorPart>>>
  readonly wasComplete: boolean
  /** Remembers across restarts whether the mirror is complete. */
  readonly remember: (isComplete: boolean) => Promise<void>
}

/** Puts the parts together. Which rows of a full copy were seen is known only to this run: a restart begins it anew. */
export function createMirror({ parts, wasComplete, remember }: MirrorParts): Mirror {
  const entries = Object.entries(parts)
  let isComplete = wasComplete
  let seen = new Map<string, Set<string>>()
  return {
    isComplete: () => isComplete,
    begin: async () => {
      // First of all: if the power fails from here on, the next pull starts over.
      await remember(false)
      isComplete = false
      seen = new Map(entries.map(([entity]) => [entity, new Set<string>()]))
    },
    apply: async changes => {
      for (const [entity, part] of entries) {
        const own = changes.filter(change => change.entity === entity)
        if (own.length > 0) await part.apply(own)
        for (const { key, value } of own) if (value !== null) seen.get(entity)?.add(key)
      }
    },
    finish: async () => {
      for (const [entity, part] of entries) await part.keepOnly(seen.get(entity) ?? new Set())
      await remember(true)
      isComplete = true
    },
  }
}
