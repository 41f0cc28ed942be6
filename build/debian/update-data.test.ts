import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { build } from 'vite'
import { z } from 'zod'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { script, type UpdateTree, updateTree } from './testing/update-tree.ts'

/*
 * Launcher, installer, journal, line and notes as they are on a terminal; only window, page and root's rights are missing. It
 * takes some seconds: each start of the kiosk is a process, and a version that gets no answer has to be given its time.
 */

const TIMEOUT_MS = 90_000
const TRIAL_SECONDS = '8'
const receivedSchema = z.array(z.object({ id: z.string() }))

async function buildChild(): Promise<string> {
  const folder = temporaryFolder()
  const entry = fileURLToPath(new URL('../../electron/testing/updated-child.ts', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'child.mjs' } },
    },
  })
  return path.join(folder, 'child.mjs')
}

/** A line that can be cut, to a port that is known later. */
async function openLine() {
  const line = { isCut: true, target: 0, port: 0 }
  const open = new Set<Socket>()
  const server = createServer(socket => {
    if (line.isCut) {
      socket.destroy()
      return
    }
    const other = connect(line.target, '127.0.0.1')
    for (const [from, to] of [[socket, other] as const, [other, socket] as const]) {
      open.add(from)
      from.on('error', () => to.destroy()).on('close', () => to.destroy())
      from.pipe(to)
    }
  })
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  line.port = (server.address() as AddressInfo).port
  return line
}

function keepRunning(child: ChildProcess): ChildProcess {
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function startPrison(child: string, folder: string, port: number) {
  const prison = spawn(process.execPath, [child, 'prison', folder, String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  keepRunning(prison)
  const lines = createInterface(prison.stdout)[Symbol.asyncIterator]()
  const next = async () => z.string().parse((await lines.next()).value)
  const ownPort = Number(await next())
  return {
    port: ownPort,
    received: async () => {
      prison.stdin.write('received\n')
      return receivedSchema.parse(JSON.parse(await next())).map(({ id }) => id)
    },
  }
}

/** A terminal without root's rights, whose programs are versions of the kiosk. */
function terminal(child: string) {
  const tree = updateTree()
  const folder = path.join(tree.root, 'var/lib/guichet-terminal')
  const program = (role: 'broken' | 'kiosk', version: string) =>
    `#!/bin/sh\nexec '${process.execPath}' '${child}' ${role} '${folder}' ${version}\n`
  tree.putProgram('opt/guichet', '0.1.0', program('kiosk', '0.1.0'))
  const install = async (role: 'broken' | 'kiosk', version: string) => {
    await tree.offer(version, { kiosk: program(role, version) })
    await promisify(execFile)('sh', [script('apply-update'), '--root', tree.root])
    tree.note('chosen', version)
  }
  return { tree, folder, install }
}

/** Starts the launcher, and ends it with all it started once `until` was said. Answers all that was said. */
async function launch({ root }: UpdateTree, until: string): Promise<readonly string[]> {
  const words = [script('start-kiosk'), '--root', root, '--seconds', TRIAL_SECONDS]
  const launcher = spawn('sh', words, { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  const ended = once(launcher, 'close')
  const said: string[] = []
  for await (const line of createInterface(launcher.stdout)) {
    said.push(line)
    if (line === until && launcher.pid !== undefined) process.kill(-launcher.pid, 'SIGTERM')
  }
  await ended
  return said
}

test(
  'what waited to be sent outlives updates, trials and ways back, and is received once',
  { timeout: TIMEOUT_MS },
  async () => {
    const child = await buildChild()
    const line = await openLine()
    const { tree, folder, install } = terminal(child)
    const prison = await startPrison(child, folder, line.port)
    line.target = prison.port
    const journal = () => readFileSync(path.join(folder, 'data/journal/journal-a.bin'), 'latin1')
    expect(journal()).toContain('canteen.order')

    await install('broken', '0.2.0')
    expect(await launch(tree, '0.1.0 holds 3')).toEqual(['0.2.0 holds 3', '0.1.0 holds 3'])
    expect(tree.state('failed')).toContain('0.2.0 it does not start')
    // The version on trial has brought the journal to its own format, which the one before reads.
    expect(journal()).not.toContain('canteen.order')

    await install('kiosk', '0.3.0')
    expect(await launch(tree, '0.1.0 holds 3')).toEqual(['0.3.0 holds 3', '0.1.0 holds 3'])
    expect(tree.state('postponed')).toContain('0.3.0 no answer from the server')
    expect(await prison.received()).toEqual([])

    line.isCut = false
    tree.note('chosen', '0.3.0')
    expect(await launch(tree, '0.3.0 is healthy')).toEqual(['0.3.0 holds 3', '0.3.0 sent', '0.3.0 is healthy'])
    const received = await prison.received()
    expect([received.length, new Set(received).size]).toEqual([3, 3])
    expect((await launch(tree, '0.3.0 sent'))[0]).toBe('0.3.0 holds 0')
  },
)
