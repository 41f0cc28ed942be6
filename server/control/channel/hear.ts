import { type ToServer, toServerSchema } from '#shared/contracts/control.ts'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import type { FindTerminal } from '../../terminal-auth/terminal-identity.ts'
import { LEASE_TYPE, type LeaseGrant } from '#shared/directive/state-document.ts'
import { signJws } from '../../keys/sign-jws.ts'
import type { ControlPorts } from '../control-ports.ts'
import { openState } from '../state/open-state.ts'
import { raiseState } from '../state/raise-state.ts'
import type { KnownState, StateSource } from '../state/state-source.ts'
import { ChannelViolation, type Connection } from './connection.ts'
import { textFrame } from './frames.ts'
import type { ReadStanding } from './read-standings.ts'
import { noteRollback } from './note-rollback.ts'
import { readSigners, sendState, writeFrame } from './send-state.ts'
import type { TerminalBook } from './terminal-book.ts'

/** What dealing with a message takes. */
export interface HearingPorts extends ControlPorts {
  readonly source: StateSource
  readonly book: TerminalBook
  readonly readStanding: ReadStanding
  readonly findTerminal: FindTerminal
  readonly onRefused: (connection: Connection, reason: string) => void
}

/** Reads a message. Throws `ChannelViolation` where it is none. */
export function parseMessage(text: string): ToServer {
  const { data } = toServerSchema.safeParse(parseJson(text))
  if (data === undefined) throw new ChannelViolation('message-malformed')
  return data
}

/** Does what a terminal says. Throws `ChannelViolation` where an honest one would not say it. */
export async function hear(ports: HearingPorts, connection: Connection, message: ToServer): Promise<void> {
  if ((connection.version === undefined) !== (message.type === 'hello')) throw new ChannelViolation('out-of-order')
  switch (message.type) {
    case 'hello':
      return greet(ports, connection, message)
    case 'obeyed':
      return noteObeyed(ports, connection, message.version)
    case 'refused':
      ports.book.note(connection.terminalId, { refusal: message.reason })
      ports.onRefused(connection, message.reason)
      return
    case 'renew':
      return renew(ports, connection, message)
    case 'held':
      return compare(ports, connection, message.document)
  }
}

async function greet(
  ports: HearingPorts,
  connection: Connection,
  { version, keyIds }: Extract<ToServer, { type: 'hello' }>,
): Promise<void> {
  const { book, clock, database } = ports
  const standing = await ports.readStanding(connection.terminalId)
  const known = await knownFor(ports, version)
  // Gone meanwhile: that it was there must not be noted after that it left.
  if (connection.webSocket.readyState !== connection.webSocket.OPEN) return
  connection.keyIds = keyIds
  connection.version = version
  const isNewsToUs = version > (standing?.highestVersion ?? 0)
  if (isNewsToUs) show(connection)
  const holdsOurs = version <= (known?.version ?? 0) && !isNewsToUs
  book.note(connection.terminalId, { connected: true, ...(holdsOurs && { obeyedVersion: version, obeyedAt: clock() }) })
  if (standing !== undefined && version < standing.highestVersion) {
    await noteRollback(ports, connection.terminalId, { version, standing })
  }
  if (known !== undefined && version < known.version) await sendState(database, connection, known)
}

/**
 * It obeys what this database never heard that it obeys. That is nothing but an answer that got lost, or the trace of a
 * database that was put back to an older copy: what it holds decides, not what it says.
 */
function show(connection: Connection): void {
  connection.isAsked = true
  writeFrame(connection, textFrame({ type: 'show' }))
}

async function noteObeyed(ports: HearingPorts, connection: Connection, version: number): Promise<void> {
  const known = await knownFor(ports, version)
  if (known === undefined || version > known.version) throw new ChannelViolation('version-unknown')
  ports.book.note(connection.terminalId, { obeyedVersion: version, obeyedAt: ports.clock() })
  connection.version = version
  const isCurrent = version === known.version
  const signers = isCurrent ? known.document.signers.map(({ keyId }) => keyId) : []
  connection.keyIds = isCurrent ? signers : await readSigners(ports.database, version)
  if (connection.sentVersion < known.version) await sendState(ports.database, connection, known)
}

async function renew(
  ports: HearingPorts,
  connection: Connection,
  { version, nonce }: Extract<ToServer, { type: 'renew' }>,
): Promise<void> {
  const known = await knownFor(ports, version)
  // Until it has shown what it holds nobody knows whether that is in force.
  if (known === undefined || connection.isAsked) return
  if (version < known.version) {
    if (connection.sentVersion < known.version) await sendState(ports.database, connection, known)
    return
  }
  if (version > known.version) throw new ChannelViolation('version-unknown')
  if ((await ports.findTerminal(connection.terminalId)) === undefined) return
  grant(ports, connection, known, nonce)
}

function grant({ clock, book }: HearingPorts, connection: Connection, known: KnownState, nonce: string): void {
  const { prisonId, leases } = known.document
  const { terminalId } = connection
  const at = clock()
  const lease: LeaseGrant = {
    format: 1,
    prisonId,
    terminalId,
    nonce,
    version: known.version,
    at: at.toISOString(),
    leases,
  }
  const signed = signJws(known.leaseKey, LEASE_TYPE, canonicalJson(lease))
  writeFrame(connection, textFrame({ type: 'lease', grant: signed }))
  book.note(terminalId, {
    webLeaseUntil: new Date(at.getTime() + leases.web * 1000),
    localLeaseUntil: new Date(at.getTime() + leases.local * 1000),
  })
}

async function compare(ports: HearingPorts, connection: Connection, document: string): Promise<void> {
  if (!connection.isAsked) throw new ChannelViolation('document-unasked')
  const held = await openState(ports.keys, document)
  const known = ports.source.current()
  if (held === undefined || (known !== undefined && held.document.prisonId !== known.document.prisonId)) {
    throw new ChannelViolation('document-forged')
  }
  connection.isAsked = false
  const { version } = held.document
  if (await isOurs(ports, held)) {
    ports.book.note(connection.terminalId, { obeyedVersion: version, obeyedAt: ports.clock() })
    return
  }
  await raiseState(ports, held, `terminal:${connection.terminalId}`)
  const risen = await ports.source.refresh()
  if (risen !== undefined && connection.sentVersion < risen.version) await sendState(ports.database, connection, risen)
}

async function isOurs(
  { database }: HearingPorts,
  held: { readonly jws: string; readonly document: { version: number } },
) {
  const row = await database
    .selectFrom('state_documents')
    .select('jws')
    .where('version', '=', held.document.version)
    .executeTakeFirst()
  return row?.jws === held.jws
}

/** The document in force; looked up anew where a terminal knows a higher one, which another server may have made just now. */
async function knownFor({ source }: HearingPorts, version: number): Promise<KnownState | undefined> {
  const known = source.current()
  return known === undefined || version > known.version ? source.refresh() : known
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: no schema takes it.
    return undefined
  }
}
