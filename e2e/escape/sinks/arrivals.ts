import { caseOfHost } from '../namespace/addresses.ts'

/** Something that reached the receiving side. */
export interface Arrival {
  readonly sink: 'dns' | 'tls' | 'http' | 'socket' | 'udp' | 'tcp'
  /** Whom it was meant for: a name, or an address where only that is known. */
  readonly host: string
  /** What of it can be read: `POST /x` and the body's beginning, a port, a question's type. */
  readonly detail: string
}

/** Everything that arrived, wherever it did. */
export class Arrivals {
  readonly #all: Arrival[] = []

  record(arrival: Arrival): void {
    this.#all.push(arrival)
  }

  /** What arrived at the host of one case. */
  at(id: string): Arrival[] {
    return this.#all.filter(({ host }) => caseOfHost(host) === id)
  }

  /** What arrived anywhere else and carries the case's id somewhere in it. */
  elsewhere(id: string): Arrival[] {
    return this.#all.filter(
      ({ host, detail }) => caseOfHost(host) !== id && `${host} ${detail}`.toLowerCase().includes(id),
    )
  }

  /** What was meant for a name that neither a case nor the policy has. */
  strange(): Arrival[] {
    return this.#all.filter(({ host }) => !host.endsWith('.test'))
  }
}
