import type { SamplePerson } from '../../fixtures/people.ts'
import type { Driver } from './driver.ts'
import { typeText } from './screen.ts'
import { until } from './terminal.ts'

const PATIENCE_MS = 30_000

/** What the places are called in the languages a person may start in. */
const WEB = ['Web', 'Sites web', 'Websites']

/** Does on the kiosk's own page what a person does. */
export class KioskShell {
  readonly #driver: Driver

  constructor(driver: Driver) {
    this.#driver = driver
  }

  async signIn(person: SamplePerson): Promise<void> {
    await this.#press([person.name])
    await this.#shows(`[...document.querySelectorAll('button')].some(button => button.textContent.trim() === '9')`)
    await typeText(person.pin)
    await this.#shows(`document.querySelector('nav') !== null`)
  }

  /** Opens a site from the list, also where one is open already. */
  async openSite(name: string): Promise<void> {
    await this.#press(WEB)
    await this.#press([name])
    const isThere = await until(async () => (await this.#driver.call('has', 'view')) === true, PATIENCE_MS)
    if (!isThere) throw new Error('the site was not opened')
  }

  /** Everything that is to be read on it. */
  async text(): Promise<string> {
    return String(await this.#driver.call('run', 'shell', 'document.body.innerText'))
  }

  /** Presses a button, once it is there. */
  async #press(names: readonly string[]): Promise<void> {
    const press = `(() => {
      const named = button => [button.getAttribute('aria-label'), button.textContent].map(text => (text ?? '').trim())
      const isMeant = button => named(button).some(text => ${JSON.stringify(names)}.some(name => text.includes(name)))
      const button = [...document.querySelectorAll('button')].find(isMeant)
      button?.click()
      return button !== undefined })()`
    await this.#shows(press)
  }

  async #shows(script: string): Promise<void> {
    const look = async () => (await this.#driver.call('run', 'shell', script).catch(() => false)) === true
    if (!(await until(look, PATIENCE_MS)))
      throw new Error(`the kiosk never came to: ${script}, it says: ${await this.text()}`)
  }
}
