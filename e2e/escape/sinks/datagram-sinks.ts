import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { type Addresses, NAME_SERVER } from '../namespace/addresses.ts'
import type { Arrivals } from './arrivals.ts'
import { answerQuestion, readQuestion } from './dns-message.ts'

const DNS_PORT = 53
/** QUIC, STUN and TURN, and where Chromium's own STUN server would listen. */
const WATCHED_PORTS = [443, 3478, 3479, 19302] as const

/** The name server, and everything else that speaks UDP. */
export class DatagramSinks {
  readonly #sockets: Socket[] = []
  readonly #watched = new Map<string, Promise<unknown>>()
  readonly #addresses: Addresses
  readonly #arrivals: Arrivals

  private constructor(addresses: Addresses, arrivals: Arrivals) {
    this.#addresses = addresses
    this.#arrivals = arrivals
  }

  static async open(addresses: Addresses, arrivals: Arrivals): Promise<DatagramSinks> {
    const sinks = new DatagramSinks(addresses, arrivals)
    const names = await sinks.#bind(NAME_SERVER, DNS_PORT)
    names.on('message', (message, { address, port }) => {
      void sinks.#answer(message).then(answer => {
        if (answer !== undefined) names.send(answer, port, address)
      })
    })
    return sinks
  }

  /** Listens at one address. To be done before anybody can send there. */
  async watch(address: string): Promise<void> {
    const begun = this.#watched.get(address) ?? Promise.all(WATCHED_PORTS.map(port => this.#listen(address, port)))
    this.#watched.set(address, begun)
    await begun
  }

  close(): void {
    for (const socket of this.#sockets) socket.close()
  }

  async #answer(message: Buffer): Promise<Buffer | undefined> {
    const question = readQuestion(message)
    if (question === undefined) return undefined
    this.#arrivals.record({ sink: 'dns', host: question.host, detail: '' })
    const address = this.#addresses.of(question.host)
    await this.watch(address)
    return answerQuestion(message, question, address)
  }

  async #listen(address: string, port: number): Promise<void> {
    const socket = await this.#bind(address, port)
    socket.on('message', () => {
      this.#arrivals.record({ sink: 'udp', host: this.#addresses.hostAt(address), detail: `${port}` })
    })
  }

  async #bind(address: string, port: number): Promise<Socket> {
    const socket = createSocket('udp4')
    this.#sockets.push(socket)
    socket.bind(port, address)
    await once(socket, 'listening')
    return socket
  }
}
