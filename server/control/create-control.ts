import type { FastifyBaseLogger } from 'fastify'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { v4 as uuid } from 'uuid'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { listen } from '../database/listen.ts'
import type { DatabaseConnection } from '../database/open-database.ts'
import type { StateKeys } from '../keys/state-keys.ts'
import type { FindTerminal } from '../terminal-auth/terminal-identity.ts'
import { createControlDoor, type ControlDoorPorts, type DoorTimes } from './channel/control-door.ts'
import { createReadStanding } from './channel/read-standings.ts'
import { createTerminalBook, PROGRESS_CHANNEL } from './channel/terminal-book.ts'
import type { ControlPorts } from './control-ports.ts'
import { createDrain, type Drain } from './maintenance/drain.ts'
import { announceServer } from './server-presence.ts'
import { createStateSource, type KnownState, type StateSource } from './state/state-source.ts'

/** What an installation, or a test, decides about control. */
export interface ControlSettings {
  readonly keys: StateKeys
  /** For `LISTEN`. Left out, what other servers did is found by looking every two seconds. */
  readonly connection?: DatabaseConnection
  readonly pollMs?: number
  readonly times?: Partial<DoorTimes>
}

export interface ControlParts extends Omit<ControlPorts, 'keys'> {
  readonly findTerminal: FindTerminal
  readonly log: FastifyBaseLogger
  readonly refuse: ControlDoorPorts['refuse']
}

/** Control as one server process has it. */
export interface Control {
  readonly upgrade: {
    readonly path: string
    readonly protocol: string
    readonly handle: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>
  }
  readonly source: StateSource
  readonly drain: Drain
  /** Calls `told` when the document in force, or what terminals are known to do, has changed: on whichever server. */
  readonly watchState: (told: () => void) => () => void
  /** How many terminals are on the line with this process. */
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/** Puts the control channel, what it knows of the state, and what it writes down together. */
export function createControl(settings: ControlSettings, parts: ControlParts): Control {
  const serverId = uuid()
  const reportBug = (error: unknown): void => {
    parts.log.error({ error }, 'control failed')
  }
  const watchers = new Set<() => void>()
  const tell = (): void => {
    for (const told of watchers) told()
  }
  const ports = { ...parts, ...settings, reportBug, serverId }
  const source = createStateSource(ports)
  const drain = createDrain(async () => isUnderMaintenance(source.current() ?? (await source.refresh())))
  const version = (): number => source.current()?.version ?? 0
  const presence = announceServer({ ...ports, version, inFlight: drain.inFlight })
  const book = createTerminalBook({ ...ports, onWritten: tell })
  const door = createControlDoor({ ...ports, source, book, readStanding: createReadStanding(parts.database) })
  // After the door: terminals are told first, then the database and who looks on.
  const stopWatching = source.onChange(() => {
    void presence.say()
    tell()
  })
  const stopListening = listenFor(settings.connection, tell)
  return {
    upgrade: { path: terminalRoutes.control, protocol: 'websocket', handle: door.handle },
    source,
    drain,
    connections: door.connections,
    watchState: told => {
      watchers.add(told)
      return () => watchers.delete(told)
    },
    close: async () => {
      stopWatching()
      await door.close()
      await source.close()
      await stopListening()
      await book.close()
      await presence.close()
    },
  }
}

function isUnderMaintenance(state: KnownState | undefined): boolean {
  return state?.document.maintenance?.phase === 'begun'
}

function listenFor(connection: DatabaseConnection | undefined, tell: () => void): () => Promise<void> {
  return connection === undefined ? () => Promise.resolve() : listen(connection, [PROGRESS_CHANNEL], tell).close
}
