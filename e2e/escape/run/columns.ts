import { readFile, writeFile } from 'node:fs/promises'
import { env } from 'node:process'
import { jeanBosco } from '../../fixtures/people.ts'
import { leafPin } from '../gateway/leaf-pin.ts'
import { Relay } from '../gateway/relay.ts'
import { StandInGateway } from '../gateway/stand-in-gateway.ts'
import { openTunnel } from '../gateway/tunnel.ts'
import { publicKeyPin } from '../sinks/certificates.ts'
import { ElectronProcess } from '../terminal/electron-process.ts'
import { KioskShell } from '../terminal/kiosk-shell.ts'
import { Terminal, until } from '../terminal/terminal.ts'
import type { Outside } from './outside.ts'
import { SITE_NAME } from './policy.ts'
import { openPrison } from './prison.ts'

/** What holds an attack back: nothing, one of the two gates, or both. */
export const columns = ['bare', 'kiosk', 'gateway', 'both'] as const
export type Column = (typeof columns)[number]

/** All of them, or those that `GUICHET_ESCAPE_COLUMNS` names. */
export function columnsToRun(): readonly Column[] {
  const named = env['GUICHET_ESCAPE_COLUMNS']?.split(',') ?? columns
  return columns.filter(column => named.includes(column))
}

/** A terminal to attack, and everything that was started for it. */
export interface Attacked {
  readonly terminal: Terminal
  /** What the terminal and the prison server said, for who looks into a failure. */
  readonly said: () => string
  readonly close: () => Promise<void>
}

const START_MS = 30_000
/** Reports are sent within a second instead of a minute, and there is a camera. */
const switches = ['--short-reporting-delay', '--use-fake-device-for-media-stream']

export function openColumn(column: Column, outside: Outside): Promise<Attacked> {
  return { bare: openBare, kiosk: openKioskOnly, gateway: openGatewayOnly, both: openBoth }[column](outside)
}

async function openBare({ authority }: Outside): Promise<Attacked> {
  const terminal = bareTerminal([trusting(await publicKeyPin(authority))])
  return { terminal, said: () => terminal.said, close: () => terminal.end() }
}

/** A browser without a guard whose process knows no other way out than the gateway. */
async function openGatewayOnly(outside: Outside): Promise<Attacked> {
  const prison = await openPrison(outside)
  const relay = await Relay.open(prison.identity, prison.inmateId)
  const terminal = bareTerminal([
    trusting(await leafPin(await openTunnel(prison.identity, prison.inmateId), 'good.test')),
    `--proxy-server=http://127.0.0.1:${relay.port}`,
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ])
  return {
    terminal,
    said: () => `${terminal.said}\n${prison.server.output}`,
    close: async () => {
      await terminal.end()
      relay.close()
      await prison.close()
    },
  }
}

/** The kiosk as it is shipped, in front of the real gateway. */
async function openBoth(outside: Outside): Promise<Attacked> {
  const prison = await openPrison(outside)
  const terminal = kioskTerminal(prison.configurationFile)
  return {
    terminal,
    said: () => `${terminal.said}\n${prison.server.output}`,
    close: async () => {
      await terminal.end()
      await prison.close()
    },
  }
}

/** The same kiosk in front of a gateway that lets everything through. */
async function openKioskOnly(outside: Outside): Promise<Attacked> {
  const prison = await openPrison(outside)
  const gateway = await StandInGateway.open({
    arrivals: outside.arrivals,
    answer: outside.answer,
    server: await prison.authority('authority'),
    web: await prison.authority('web-authority'),
  })
  await pointAt(prison.configurationFile, gateway.url)
  const terminal = kioskTerminal(prison.configurationFile)
  return {
    terminal,
    said: () => `${terminal.said}\n${prison.server.output}`,
    close: async () => {
      await terminal.end()
      gateway.close()
      await prison.close()
    },
  }
}

function bareTerminal(more: readonly string[]): Terminal {
  const start = async () => {
    const running = await ElectronProcess.start({ file: 'e2e/escape/bare/main.mjs', switches: [...switches, ...more] })
    const isThere = await until(async () => (await running.driver.call('has', 'view')) === true, START_MS)
    if (!isThere) throw new Error('the bare window did not open')
    return running
  }
  return new Terminal(start, running => running.end())
}

function kioskTerminal(configurationFile: string): Terminal {
  const start = async () => {
    const running = await ElectronProcess.start({
      file: 'dist/electron/main.js',
      switches,
      variables: { GUICHET_CONFIG: configurationFile },
    })
    await new KioskShell(running.driver).signIn(jeanBosco)
    return running
  }
  return new Terminal(start, ({ driver }) => new KioskShell(driver).openSite(SITE_NAME))
}

/** By a pin, so that every part of the browser does, and not only those that ask a session. */
function trusting(pin: string): string {
  return `--ignore-certificate-errors-spki-list=${pin}`
}

async function pointAt(configurationFile: string, url: string): Promise<void> {
  const text = await readFile(configurationFile, 'utf8')
  const configuration = JSON.parse(text) as { readonly gateway: object }
  const changed = { ...configuration, gateway: { ...configuration.gateway, url } }
  await writeFile(configurationFile, JSON.stringify(changed))
}
