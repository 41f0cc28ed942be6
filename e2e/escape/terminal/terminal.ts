import { setTimeout as pause } from 'node:timers/promises'
import type { Evidence } from '../run/evidence.ts'
import type { ElectronProcess } from './electron-process.ts'
import { clickAt, topWindows, type TopWindow } from './screen.ts'

const LOOK_AGAIN_MS = 50
/** From the mouse to the page. */
const CLICK_MS = 500
const MOST_CLICKS = 20

/** The part of the evidence that the program itself gives. */
export type Standing = Pick<
  Evidence,
  'hasView' | 'isViewThere' | 'hasDevTools' | 'hasWindow' | 'isFullScreen' | 'shell'
>

const gone: Standing = {
  hasView: false,
  isViewThere: false,
  hasDevTools: false,
  hasWindow: false,
  isFullScreen: false,
  shell: undefined,
}

/** A program with a web view, bare or the kiosk. */
export class Terminal {
  readonly #start: () => Promise<ElectronProcess>
  /** Brings the web view back where a case lost it. */
  readonly #openView: (process: ElectronProcess) => Promise<void>
  #process: ElectronProcess | undefined
  #saidBefore = ''
  #ownWindows: ReadonlySet<string> = new Set()

  constructor(start: () => Promise<ElectronProcess>, openView: (process: ElectronProcess) => Promise<void>) {
    this.#start = start
    this.#openView = openView
  }

  get process(): ElectronProcess {
    if (this.#process === undefined) throw new Error('the terminal was not started')
    return this.#process
  }

  /** Everything its programs wrote to their outputs. */
  get said(): string {
    return this.#process === undefined ? this.#saidBefore : `${this.#saidBefore}${this.#process.output}`
  }

  get isAlive(): boolean {
    return this.#process?.isRunning === true && this.#process.driver.isThere
  }

  /** Makes sure that there is a program with a view in it, whatever the case before did. */
  async ready(): Promise<void> {
    if (this.isAlive && !(await this.#hasView())) await this.#openView(this.process)
    if (this.isAlive && (await this.#hasView())) return
    await this.end()
    this.#process = await this.#start()
    if (!(await this.#hasView())) await this.#openView(this.#process)
    this.#ownWindows = new Set((await topWindows()).map(({ id }) => id))
  }

  /** Windows on the screen that were not there when the program had started, whenever they came up. */
  async strangeWindows(): Promise<TopWindow[]> {
    return (await topWindows()).filter(({ id }) => !this.#ownWindows.has(id))
  }

  /** Makes the page let go, whatever it says, so that the next one can be opened. */
  async letGo(): Promise<void> {
    await this.run('globalThis.onbeforeunload = null').catch(() => undefined)
  }

  /** Begins to load an address in the web view. */
  async open(address: string): Promise<void> {
    await this.process.driver.call('load', address)
  }

  /** Runs a script in the web view's page, with a user's activation. */
  async run(script: string): Promise<unknown> {
    return this.process.driver.call('run', 'view', script)
  }

  /** Clicks with the mouse on the first element a selector finds. Throws when the page does not feel it. */
  async click(selector: string, button = 1): Promise<void> {
    await this.#clickOn(selector, button, script => this.run(script))
  }

  /** Clicks into the frame of another origin, which keeps what happens in it to itself. Throws as `click` does. */
  async clickInFrame(origin: string): Promise<void> {
    await this.#clickOn('iframe', 1, script => this.process.driver.call('runInFrame', origin, script))
  }

  async #clickOn(selector: string, button: number, askTarget: (script: string) => Promise<unknown>): Promise<void> {
    await askTarget(`globalThis.wasClicked = false
      addEventListener('pointerdown', () => { globalThis.wasClicked = true }, { capture: true, once: true })`)
    const within = `(() => {
      const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect()
      return [box.x + box.width / 2, box.y + box.height / 2] })()`
    const [x, y] = (await this.run(within)) as [number, number]
    const place = (await this.process.driver.call('place')) as { readonly x: number; readonly y: number }
    // A page that was left by the click has felt it.
    const wasFelt = async () => (await askTarget('globalThis.wasClicked ?? true').catch(() => true)) === true
    // What comes before a page is painted is thrown away: then a person clicks again.
    for (let tries = 0; tries < MOST_CLICKS; tries += 1) {
      await clickAt(place.x + x, place.y + y, button)
      if (await until(wasFelt, CLICK_MS)) return
    }
    throw new Error(`nothing felt the click on ${selector}`)
  }

  /** What the program says of itself. Nothing, where it is gone. */
  async standing(): Promise<Standing> {
    const answer = await this.process.driver.call('standing').catch(() => gone)
    return { ...gone, ...(answer as Partial<Standing>) }
  }

  /** Puts words where whoever copied last would have left them. */
  async copy(text: string): Promise<void> {
    await this.process.driver.call('copy', text)
  }

  /** Looks at what is above the page: `barPixels` says from then on what has changed there. */
  async rememberBar(): Promise<void> {
    await this.process.driver.call('rememberBar')
  }

  /** None where the bar was not looked at since the page was opened, or the program is gone. */
  async barPixels(): Promise<number> {
    return Number(await this.process.driver.call('barPixels').catch(() => 0))
  }

  /** Of Electron. */
  async version(): Promise<string> {
    return String(await this.process.driver.call('version'))
  }

  /** Ends the page's process, as a fault in it would. */
  async crash(): Promise<void> {
    await this.process.driver.call('crash')
  }

  async #hasView(): Promise<boolean> {
    return (await this.process.driver.call('has', 'view').catch(() => false)) === true
  }

  async end(): Promise<void> {
    this.#saidBefore = this.said
    await this.#process?.end()
    this.#process = undefined
  }
}

/** Looks again and again until something holds, for at most so long. Answers whether it came to hold. */
export async function until(holds: () => boolean | Promise<boolean>, atMostMs: number): Promise<boolean> {
  const end = performance.now() + atMostMs
  while (!(await holds())) {
    if (performance.now() >= end) return false
    await pause(LOOK_AGAIN_MS)
  }
  return true
}
