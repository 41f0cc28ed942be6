import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

interface Reply {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

/** Longer than a page takes to answer, shorter than anyone wants to wait for one that is gone. */
const PAGE_MS = 4000
/** The program itself answers, however busy the machine is. */
const PROGRAM_MS = 30_000
const askThePage: ReadonlySet<string> = new Set(['run', 'runInFrame', 'standing'])

/** Speaks with a program that `driven.mjs` runs. */
export class Driver {
  readonly #waiting = new Map<number, Waiting>()
  readonly #server: Server
  #socket: Socket | undefined
  #calls = 0

  private constructor(server: Server) {
    this.#server = server
  }

  /** Listens at `path`; `connected` is for after the program was started. */
  static async listen(path: string): Promise<Driver> {
    const server = createServer()
    server.listen(path)
    await once(server, 'listening')
    return new Driver(server)
  }

  async connected(): Promise<void> {
    const [socket] = (await once(this.#server, 'connection')) as [Socket]
    this.#socket = socket
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#socket = undefined
      for (const { reject } of this.#waiting.values()) reject(new Error('the program is gone'))
    })
    const lines = createInterface({ input: socket })
    // It says again what its input said, and a program that is killed with words unread resets the connection.
    lines.on('error', () => undefined)
    lines.on('line', line => {
      this.#settle(JSON.parse(line) as Reply)
    })
  }

  /** Whether the program still runs. */
  get isThere(): boolean {
    return this.#socket !== undefined
  }

  async call(call: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#socket === undefined) throw new Error('the program is gone')
    const id = (this.#calls += 1)
    const { promise, ...waiting } = pending()
    this.#waiting.set(id, waiting)
    this.#socket.write(`${JSON.stringify({ id, call, args })}\n`)
    const timer = setTimeout(
      () => {
        waiting.reject(new Error(`${call} was not answered`))
      },
      askThePage.has(call) ? PAGE_MS : PROGRAM_MS,
    )
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(id)
    }
  }

  close(): void {
    this.#socket?.destroy()
    this.#server.close()
  }

  #settle({ id, value, error }: Reply): void {
    const waiting = this.#waiting.get(id)
    if (error === undefined) waiting?.resolve(value)
    else waiting?.reject(new Error(error))
  }
}

function pending(): Waiting & { readonly promise: Promise<unknown> } {
  let resolve: Waiting['resolve'] = () => undefined
  let reject: Waiting['reject'] = () => undefined
  const promise = new Promise<unknown>((keep, give) => {
    resolve = keep
    reject = give
  })
  return { promise, resolve, reject }
}
