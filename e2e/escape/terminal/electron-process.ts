import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { env } from 'node:process'
import { electronProgram } from '../../fixtures/kiosk.ts'
import { Driver } from './driver.ts'

/** The sandbox is Chromium's own work: it gets none of the rights that the network of the test was made with. */
const WITHOUT_RIGHTS = ['--ambient-caps=-all', '--inh-caps=-all', '--bounding-set=-all', '--']

export interface Program {
  /** What is run, from the project's top. */
  readonly file: string
  readonly switches?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
}

/** One run of an Electron program, its sandbox on, in a home of its own. */
export class ElectronProcess {
  readonly driver: Driver
  /** Where it keeps its files. */
  readonly home: string
  readonly #child: ChildProcess
  #output = ''

  private constructor(driver: Driver, home: string, child: ChildProcess) {
    this.driver = driver
    this.home = home
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#output += data.toString()
      })
    }
  }

  static async start({ file, switches = [], variables = {} }: Program): Promise<ElectronProcess> {
    const home = await mkdtemp(join(tmpdir(), 'guichet-escape-'))
    const socket = join(home, 'driver.sock')
    const driver = await Driver.listen(socket)
    // Programs that would be handed an address are this folder's: they write down what they got.
    const search = `${resolve('e2e/escape/desk')}:${env['PATH'] ?? ''}`
    const own = { HOME: home, GUICHET_DATA: join(home, 'data'), TMPDIR: home, PATH: search }
    const control = { GUICHET_ESCAPE_PROGRAM: file, GUICHET_ESCAPE_SOCKET: socket }
    const args = [...WITHOUT_RIGHTS, electronProgram, ...switches, 'e2e/escape/terminal/driven.mjs']
    const child = spawn('setpriv', args, {
      env: { ...env, ...own, ...control, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const running = new ElectronProcess(driver, home, child)
    await Promise.race([driver.connected(), once(child, 'exit').then(() => running.#failed())])
    return running
  }

  get output(): string {
    return this.#output
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Addresses that were handed to another program. */
  async handedOver(): Promise<string[]> {
    const text = await readFile(join(this.home, 'handed-over'), 'utf8').catch(() => '')
    return text.split('\n').filter(line => line !== '')
  }

  /** How much its files take. */
  async bytes(): Promise<number> {
    const names = await readdir(this.home, { recursive: true })
    const sizes = names.map(async name => (await stat(join(this.home, name)).catch(() => ({ size: 0 }))).size)
    return (await Promise.all(sizes)).reduce((all, size) => all + size, 0)
  }

  async end(): Promise<void> {
    this.driver.close()
    if (this.isRunning) {
      const gone = once(this.#child, 'exit')
      this.#child.kill('SIGKILL')
      await gone
    }
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 })
  }

  #failed(): never {
    throw new Error(`the program ended before it could be driven: ${this.#output}`)
  }
}
