import {
  enrolAnswerSchema,
  type EnrolmentCode,
  lookAtCodeAnswerSchema,
  type LookAtCodeAnswer,
  type ServerHint,
} from '#shared/contracts/enrolment.ts'
import type { FoundServer } from '#shared/contracts/enrolment-channels.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { fingerprintWords } from '#shared/enrolment/fingerprint-words.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { EnrolmentHandlers } from '../bridge/register-channels.ts'
import type { InTurn } from '../sequence/in-turn.ts'
import { askServer, checkIsGuichet, type PinnedServer } from './ask-server.ts'
import { authorityFingerprint, keyFingerprint } from './authority.ts'
import type { EnrolmentDisk } from './enrolment-disk.ts'
import { openConnection } from './open-connection.ts'
import { parseAddress, writeAddress } from './parse-address.ts'
import type { Hints } from './read-hints.ts'

export interface EnrolmentParts {
  readonly hints: Hints
  readonly disk: EnrolmentDisk
  readonly nowMs: () => number
  readonly inTurn: InTurn
  /** The configuration is on the disk. Told once. */
  readonly onEnrolled: () => void
}

/** A clock further off than this is told of before anything is done: what people confirm carries its time. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

/**
 * One terminal's way from nothing to a configuration.
 *
 *  - A code is sent only to a server whose authority's key was compared: by this terminal, or by a person.
 *  - Every connection is to that same key; another one ends it before anything is sent.
 *  - The key is on the disk before its public half is sent, and the configuration is written last. Cut off anywhere, the next
 *    start goes on with the same key and code, and the server answers the same.
 *  - One call at a time.
 */
export class Enrolment {
  readonly #parts: EnrolmentParts
  #server: PinnedServer | undefined
  #mustCompare = false
  #code: EnrolmentCode | undefined
  #isOver = false

  constructor(parts: EnrolmentParts) {
    this.#parts = parts
  }

  /** What the bridge answers with. */
  handlers(): EnrolmentHandlers {
    const { inTurn } = this.#parts
    return {
      'enrolment:begin': () => inTurn(async () => this.#begin()),
      'enrolment:find-server': asked => inTurn(async () => this.#find(asked)),
      'enrolment:look': asked => inTurn(async () => this.#look(asked)),
      'enrolment:take-in': () => inTurn(async () => this.#takeIn()),
    }
  }

  async #begin() {
    const { disk, hints } = this.#parts
    await disk.tryOut()
    const underWay = await disk.readUnderWay()
    const known = underWay ?? hints.file ?? hints.server
    this.#forget()
    if (known !== undefined) this.#server = pinnedServer(known)
    if (underWay !== undefined) this.#code = underWay.code
    return {
      server: this.#server === undefined ? null : { address: writeAddress(this.#server.url), words: null },
      code: (underWay ?? hints.file)?.code ?? null,
      isUnderWay: underWay !== undefined,
    }
  }

  async #find({ address, fingerprint }: { address: string; fingerprint: string | null }): Promise<FoundServer> {
    this.#forget()
    const url = parseAddress(address)
    const { file, server = file } = this.#parts.hints
    const connection = await openConnection(url, server?.authorityPem)
    const found = keyFingerprint(connection.authority)
    if (fingerprint !== null && fingerprint !== found) {
      connection.socket.destroy()
      throw new GuichetError('ENROLMENT_KEY_DIFFERS', 'the key of its authority is another one')
    }
    await checkIsGuichet(connection, url)
    this.#server = { url, fingerprint: found, authorityPem: connection.authority.toString() }
    this.#mustCompare = fingerprint === null && server === undefined
    return { address: writeAddress(url), words: this.#mustCompare ? [...fingerprintWords(found)] : null }
  }

  async #look({ code, areWordsSame }: { code: EnrolmentCode; areWordsSame: boolean }) {
    const server = this.#requireServer()
    if (this.#mustCompare && !areWordsSame) throw new GuichetError('ENROLMENT_KEY_DIFFERS', 'nobody compared the key')
    const question = { body: { code }, answer: lookAtCodeAnswerSchema }
    const { serverTime, ...found } = await askServer(server, terminalRoutes.enrolmentLook, question)
    this.#mustCompare = false
    const terminalMs = this.#parts.nowMs()
    if (Math.abs(Date.parse(serverTime) - terminalMs) > CLOCK_TOLERANCE_MS) {
      return { status: 'clock-wrong' as const, serverTime, terminalTime: new Date(terminalMs).toISOString() }
    }
    this.#checkIsForHere(code, found)
    this.#code = code
    return { status: 'found' as const, ...found }
  }

  /** An enrolment file says which terminal it was made for; the server has the last word, and they must agree. */
  #checkIsForHere(code: EnrolmentCode, { terminal }: Pick<LookAtCodeAnswer, 'terminal'>): void {
    const { file } = this.#parts.hints
    if (file?.code !== code || file.name === terminal.name) return
    throw new GuichetError('ENROLMENT_OTHER_TERMINAL', 'the enrolment file is another terminal’s')
  }

  async #takeIn() {
    if (this.#isOver) return {}
    const { disk, onEnrolled } = this.#parts
    const server = this.#requireServer()
    const code = this.#code
    if (code === undefined) throw new GuichetError('ENROLMENT_CODE_UNKNOWN', 'no code was looked at')
    const publicKey = await disk.publicKey(code)
    await disk.writeUnderWay({ version: 1, url: server.url.origin, authorityPem: server.authorityPem, code })
    const { configuration } = await this.#enrol(server, { code, publicKey })
    await disk.writeConfiguration(configuration)
    this.#isOver = true
    // Enrolled it is, whatever becomes of this: nobody reads it again.
    await disk.forgetUnderWay().catch(() => undefined)
    onEnrolled()
    return {}
  }

  async #enrol(server: PinnedServer, body: { readonly code: EnrolmentCode; readonly publicKey: string }) {
    try {
      const answer = await askServer(server, terminalRoutes.enrolment, { body, answer: enrolAnswerSchema })
      if (authorityFingerprint(answer.configuration.server.authorityPem) === server.fingerprint) return answer
      throw new GuichetError('ENROLMENT_KEY_DIFFERS', 'the configuration pins another authority')
    } catch (error) {
      // A code that is refused for good is not tried again at the next start.
      if (error instanceof GuichetError && error.code.startsWith('ENROLMENT_CODE_')) {
        await this.#parts.disk.forgetUnderWay()
      }
      throw error
    }
  }

  #requireServer(): PinnedServer {
    if (this.#server === undefined) throw new GuichetError('ENROLMENT_SERVER_UNKNOWN', 'no server was found yet')
    return this.#server
  }

  #forget(): void {
    this.#server = undefined
    this.#code = undefined
    this.#mustCompare = false
  }
}

function pinnedServer({ url, authorityPem }: ServerHint): PinnedServer {
  return { url: new URL(new URL(url).origin), fingerprint: authorityFingerprint(authorityPem), authorityPem }
}
