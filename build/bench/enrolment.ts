import { must } from '#shared/errors/must.ts'
import { openDatabase } from '#server/database/open-database.ts'
import { authorityFingerprint } from '#server/keys/authority-fingerprint.ts'
import { rawPublicKey } from '#server/keys/ed25519-key.ts'
import { enrolByCodes } from '#simulator/enrol-by-codes.ts'
import { removeFleet } from '#simulator/fleet.ts'
import type { BenchPrison } from './bench-prison.ts'
import type { Figure } from './measure.ts'

const TERMINALS = 400
/** As many as a moment has, where a whole block is switched on: each handshake is worked on by both sides on the same processors. */
const AT_ONCE = 50
const MOST_SECONDS = 60

/**
 * Four hundred terminals behind one address, fifty at any moment, each with a code, through the real routes of a real server: two
 * TLS connections each, a key of its own, a transaction with its record in the audit chain.
 */
export async function measureEnrolment({ identity, socketFolder }: BenchPrison): Promise<Figure[]> {
  const database = openDatabase({ socketFolder, port: 5432, database: 'postgres', user: 'guichet' }, { max: 4 })
  try {
    const { url, authorityPem } = identity.configuration.server
    const server = { url: new URL(url), authorityPem, fingerprint: authorityFingerprint(authorityPem) }
    const { fleet, tookMs, again } = await enrolByCodes(database, { server, count: TERMINALS, atOnce: AT_ONCE })
    const rows = await database.selectFrom('terminals').select(['id', 'public_key as publicKey']).execute()
    const keys = new Map(rows.map(({ id, publicKey }) => [id, publicKey]))
    for (const { id, name, privateKey } of fleet) {
      const key = must(keys.get(id), 'a row of each terminal')
      if (key !== rawPublicKey(privateKey)) throw new Error(`${name} is not enrolled with the key it made`)
    }
    await removeFleet(database, new Date())
    return [figureOf(tookMs / 1000, again)]
  } finally {
    await database.destroy()
  }
}

function figureOf(seconds: number, again: number): Figure {
  return {
    what: `${TERMINALS} terminals enrolled by code`,
    value: `${seconds.toFixed(1)} s`,
    peer: `${(TERMINALS / seconds).toFixed(0)} a second, ${AT_ONCE} at once, ${again} asked again`,
    ratio: null,
    reach: `≤ ${MOST_SECONDS} s`,
    isReached: seconds <= MOST_SECONDS,
  }
}
