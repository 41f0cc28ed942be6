import { generateKeyPairSync, type KeyObject, randomInt, sign } from 'node:crypto'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import { prisonIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import { defaultLeases, STATE_TYPE } from '#shared/directive/state-document.ts'
import { must } from '#shared/errors/must.ts'
import { withKeyId } from '#server/keys/ed25519-key.ts'
import { openObeying } from './control-obeying.ts'
import type { Figure } from './measure.ts'

const TRIES = 100_000
const HELD = 50
const prisonId = prisonIdSchema.parse('6f1c0a52-40a3-4d0b-9a35-0d8f2f7f9b11')
const otherPrison = prisonIdSchema.parse('7f1c0a52-40a3-4d0b-9a35-0d8f2f7f9b11')
const terminalId = terminalIdSchema.parse('0b8f6f0e-54ac-4a0e-8b39-4f6d1c2b7a90')

/** A hundred thousand documents that a terminal must not obey, of seven kinds, against its real obedience. */
export async function measureForgeries(): Promise<Figure[]> {
  const genuine = createPrisonKey()
  const terminal = await openTerminal(genuine)
  for (let version = 1; version <= HELD; version += 1) await terminal.obedience.receive(genuine.state({ version }))
  const makers = forgersOf(genuine)
  let obeyed = 0
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { status } = await terminal.obedience.receive(must(makers[tried % makers.length], 'a forger')())
    if (status === 'obeyed') obeyed += 1
  }
  const isAlive = (await terminal.obedience.receive(genuine.state({ version: HELD + 1 }))).status === 'obeyed'
  await terminal.close()
  return [
    {
      what: 'forged, stale or replayed documents obeyed',
      value: `${obeyed} of ${TRIES.toLocaleString('en')}`,
      peer: `${makers.length} kinds; the genuine next one ${isAlive ? 'is' : 'is NOT'} obeyed`,
      ratio: null,
      reach: '0',
      isReached: obeyed === 0 && isAlive,
    },
  ]
}

interface PrisonKey {
  readonly keyId: string
  readonly publicKey: string
  readonly state: (changes: object) => string
  readonly sign: (typ: string, content: object) => string
}

function createPrisonKey(): PrisonKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { keyId, publicKey } = withKeyId(privateKey)
  const signed = (typ: string, content: object) => signAs(privateKey, { alg: 'EdDSA', kid: keyId, typ }, content)
  const document = {
    format: 1,
    prisonId,
    issuedAt: new Date().toISOString(),
    leases: defaultLeases,
    closings: [],
    maintenance: null,
    signers: [{ keyId, publicKey }],
  }
  return { keyId, publicKey, sign: signed, state: changes => signed(STATE_TYPE, { ...document, ...changes }) }
}

function signAs(key: KeyObject, header: object, content: object): string {
  const words = `${encode(JSON.stringify(header))}.${encode(canonicalJson(content))}`
  return `${words}.${sign(null, Buffer.from(words), key).toString('base64url')}`
}

const encode = (text: string) => Buffer.from(text).toString('base64url')

function openTerminal({ keyId, publicKey }: PrisonKey) {
  return openObeying({ prisonId, terminalId, pinned: [{ keyId, publicKey }], writeState: () => Promise.resolve() })
}

/** Each makes another one every time it is called. The first two are genuine, and older than what is held. */
function forgersOf(genuine: PrisonKey): readonly (() => string)[] {
  const stranger = createPrisonKey()
  const above = () => HELD + 1 + randomInt(1_000_000)
  const next = () => genuine.state({ version: above() })
  const stolenName = generateKeyPairSync('ed25519').privateKey
  const header = { alg: 'EdDSA', kid: genuine.keyId, typ: STATE_TYPE }
  return [
    () => genuine.state({ version: 1 + randomInt(HELD - 1) }),
    () => genuine.state({ version: above(), prisonId: otherPrison }),
    () => stranger.state({ version: above() }),
    () => signAs(stolenName, header, { version: above(), prisonId, signers: [genuine] }),
    () => genuine.sign('guichet-lease', { version: above() }),
    () => changed(next()),
    () => cut(next()),
  ]
}

/** One character is another one. */
function changed(jws: string): string {
  const at = randomInt(jws.length - 4)
  const other = jws[at] === 'A' ? 'B' : 'A'
  return jws[at] === '.' ? `${jws}.` : `${jws.slice(0, at)}${other}${jws.slice(at + 1)}`
}

function cut(jws: string): string {
  return jws.slice(0, randomInt(jws.length - 1))
}
