import type { Database } from '../../database/open-database.ts'
import type { KnownState } from '../state/state-source.ts'
import type { Connection } from './connection.ts'
import { textFrame } from './frames.ts'

/** The most that may wait to be sent to one terminal, in bytes: one that does not read is given up. */
const MOST_WAITING = 4 * 1024 * 1024

/** Writes a frame that was made once for all. `false`: the terminal does not read, and was given up. */
export function writeFrame({ socket, webSocket }: Connection, frame: Buffer): boolean {
  if (webSocket.readyState !== webSocket.OPEN) return false
  if (socket.writableLength > MOST_WAITING) {
    webSocket.terminate()
    return false
  }
  // Past the library, which would make the frame anew each time. It holds no message back itself, since none is compressed.
  socket.write(frame)
  return true
}

const frames = new WeakMap<KnownState, Buffer>()

/** The frame of a document, made once. */
export function frameOf(state: KnownState): Buffer {
  const known = frames.get(state)
  if (known !== undefined) return known
  const frame = textFrame({ type: 'state', document: state.jws })
  frames.set(state, frame)
  return frame
}

/**
 * Sends a terminal the document in force; where it does not believe who signed that one, first the last one it does believe:
 * that names who is to be believed next, and the rest follows when it has obeyed.
 */
export async function sendState(database: Database, connection: Connection, state: KnownState): Promise<void> {
  if (!connection.keyIds.includes(state.keyId)) {
    const step = await readStep(database, connection)
    if (step !== undefined && step.version < state.version) {
      connection.sentVersion = step.version
      writeFrame(connection, textFrame({ type: 'state', document: step.jws }))
      return
    }
  }
  connection.sentVersion = state.version
  writeFrame(connection, frameOf(state))
}

/** The last document above what the terminal holds that was signed by somebody it believes. */
async function readStep(database: Database, { keyIds, version = 0 }: Connection) {
  return database
    .selectFrom('state_documents')
    .select(['version', 'jws'])
    .where('key_id', 'in', [...keyIds])
    .where('version', '>', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whom a terminal believes that has obeyed this version. */
export async function readSigners(database: Database, version: number): Promise<readonly string[]> {
  const row = await database
    .selectFrom('state_documents')
    .select('signers')
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.signers ?? []
}
