/** One file or folder that only the server's account may read. */
export interface KeyFile {
  readonly name: string
  readonly mode: number
  readonly isOwn: boolean
}

/** What was seen of a prison server. No secret is among it. */
export interface ServerFacts {
  readonly at: Date
  readonly database: {
    readonly answersMs: number
    /** Its own clock beside this machine's. */
    readonly clockOffsetMs: number
    readonly migration: string
    readonly newestMigration: string
    /** The latest instant it holds that a server wrote. */
    readonly latestWrite: Date | null
    /** Servers that said within the last seconds that they run. */
    readonly servers: number
    readonly stateVersion: number | null
  }
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null
  readonly keys: readonly KeyFile[]
  readonly certificates: readonly { readonly name: string; readonly endsAt: Date }[]
  /** When a backup was last said to be done; `null` where nobody says. */
  readonly backupAt: Date | null
  /** `null` where it was not asked for. */
  readonly gateway: { readonly address: string; readonly isListening: boolean } | null
}
