import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Identity } from '../../../keys/authority.ts'
import { writeFileDurably } from '../../../keys/write-file-durably.ts'
import { type HelperPorts, runHelper } from '../run-helper.ts'
import { squidFiles, type SquidSettings } from '../squid-settings.ts'
import { writeSquidFolder } from '../write-squid-folder.ts'

/** A real Squid on loopback whose helper answers from this process. */
export interface TestSquid {
  readonly port: number
  readonly file: (name: keyof typeof squidFiles) => Promise<string>
  /** Ends the helper under it, as a crash would. Whether another one may start. */
  readonly killHelper: (mayRestart: boolean) => void
  readonly stop: () => Promise<void>
}

export interface TestSquidWish {
  readonly webAuthority: Identity
  readonly answer: Omit<HelperPorts, 'input' | 'output'>
  readonly settings?: Partial<SquidSettings>
}

const BRIDGE = fileURLToPath(new URL('helper-bridge.mjs', import.meta.url))

export async function startTestSquid({ webAuthority, answer, settings }: TestSquidWish): Promise<TestSquid> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-squid-'))
  const bridge = await listenForHelper(join(folder, 'helper.sock'), answer)
  const port = await freePort()
  const helper = [execPath, BRIDGE, join(folder, 'helper.sock')]
  const commands = await writeSquidFolder(
    { port, folder, helper, listedAddresses: [], ...settings },
    webAuthority,
    writeFileDurably,
  )
  await run(commands.prepare)
  const [program = '', ...args] = commands.start
  const squid = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  await untilListening(port, squid)
  return {
    port,
    file: name => readFile(join(folder, squidFiles[name]), 'utf8'),
    killHelper: mayRestart => {
      bridge.killAll(mayRestart)
    },
    stop: async () => {
      const ended = once(squid, 'exit')
      // Two terms: at once, without waiting for connections.
      squid.kill('SIGTERM')
      await ended
      await bridge.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function run([program = '', ...args]: readonly string[]): Promise<void> {
  await promisify(execFile)(program, args)
}

interface Bridge {
  readonly killAll: (mayRestart: boolean) => void
  readonly close: () => Promise<void>
}

async function listenForHelper(path: string, answer: TestSquidWish['answer']): Promise<Bridge> {
  const sockets = new Set<Socket>()
  let isOpen = true
  const server: Server = createServer(socket => {
    if (!isOpen) {
      socket.destroy()
      return
    }
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    void runHelper({ input: socket, output: socket, ...answer }).finally(() => {
      sockets.delete(socket)
      socket.destroy()
    })
  })
  server.listen(path)
  await once(server, 'listening')
  const killAll = (mayRestart: boolean): void => {
    isOpen = mayRestart
    for (const socket of sockets) socket.destroy()
  }
  return {
    killAll,
    close: async () => {
      killAll(false)
      server.close()
      await once(server, 'close')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Tries to connect until it answers, or until Squid has ended. */
async function untilListening(port: number, squid: ChildProcess): Promise<void> {
  let said = ''
  squid.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  for (;;) {
    if (squid.exitCode !== null) throw new Error(`Squid ended: ${said}`)
    if (await canConnect(port)) return
  }
}

function canConnect(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    const settle = (isOpen: boolean): void => {
      socket.destroy()
      setTimeout(resolve, isOpen ? 0 : 50, isOpen)
    }
    socket.once('connect', () => {
      settle(true)
    })
    socket.once('error', () => {
      settle(false)
    })
  })
}
