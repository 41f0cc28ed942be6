import { PROGRESS_CHANNEL } from '../control/channel/terminal-book.ts'
import { STATE_CHANNEL } from '../control/state/publish-state.ts'
import { listen } from '../database/listen.ts'
import type { DatabaseConnection } from '../database/open-database.ts'

/** How often pages look without having been told: for a server that came or went, or a word lost on the way. In milliseconds. */
const LOOK_EVERY_MS = 2000

/** Who follows what is in force and who obeys. */
export interface StaffWatch {
  /** Calls back whenever any server announces a change. Answers how to stop that. */
  readonly watch: (told: () => void) => () => void
  /** For what this process did and announces to nobody: an order that waits, or was declined. */
  readonly tell: () => void
  readonly close: () => Promise<void>
}

/** Tells all pages of this process what the database announces: one connection, however many look. */
export function createStaffWatch(connection: DatabaseConnection): StaffWatch {
  const watchers = new Set<() => void>()
  const tell = () => {
    for (const told of watchers) told()
  }
  const listening = listen(connection, [PROGRESS_CHANNEL, STATE_CHANNEL], tell)
  const looking = setInterval(tell, LOOK_EVERY_MS)
  return {
    watch: told => {
      watchers.add(told)
      return () => watchers.delete(told)
    },
    tell,
    close: () => {
      clearInterval(looking)
      return listening.close()
    },
  }
}
