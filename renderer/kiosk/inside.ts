import type { Person } from '#shared/contracts/person.ts'
import type { ComponentType } from 'react'
import type { OpenEntrance } from './start-entrance.ts'
import type { StartedKiosk } from './start-kiosk.ts'
import type { Kiosk } from './stores/kiosk.ts'

/** What a person who signed in needs and the sign-in screen does not: most of the program. */
export interface Inside {
  readonly kiosk: Kiosk
  readonly Places: ComponentType
}

/** Brings the parts of it. Each is asked for once, unless it failed. */
export interface LoadInside {
  readonly kiosk: (entrance: OpenEntrance) => Promise<StartedKiosk>
  readonly places: () => Promise<ComponentType>
}

export interface InsideKeeper {
  /** Loads and starts what needs nobody signed in: the outbox, the sync. Told of a failure by the next `prepare`. */
  readonly begin: () => void
  /** Resolves when all is there, the person's own included. */
  readonly prepare: (person: Person) => Promise<void>
  readonly clear: () => void
  /** Null only before the first `prepare`. */
  readonly loaded: () => Inside | null
  readonly stop: () => Promise<void>
}

export function createInside(load: LoadInside, entrance: () => OpenEntrance): InsideKeeper {
  const start = onceUnlessFailed(async () => load.kiosk(entrance()))
  const places = onceUnlessFailed(load.places)
  let started: StartedKiosk | null = null
  let loaded: Inside | null = null
  return {
    begin: () => void start().catch(() => undefined),
    prepare: async person => {
      const [ready, Places] = await Promise.all([start(), places()])
      started = ready
      loaded = { kiosk: ready.kiosk, Places }
      await ready.signedIn(person)
    },
    clear: () => started?.signedOut(),
    loaded: () => loaded,
    stop: async () => (await start()).stop(),
  }
}

function onceUnlessFailed<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | null = null
  return async () => {
    running ??= work().catch((error: unknown) => {
      running = null
      throw error
    })
    return running
  }
}
