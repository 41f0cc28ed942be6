import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import process, { env } from 'node:process'
import { z } from 'zod'
import { kioskConfigurationSchema } from '#shared/contracts/configuration.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { SealingPrivateKey } from '#shared/sealing/sealing-key-pair.ts'
import type { Database } from '../database/open-database.ts'
import { type DemoSite, startDemoSite } from '../demo-site/start-demo-site.ts'
import { registerMedicalKey } from '../medical/service-key.ts'
import { registerRecoveryKey } from '../recovery/recovery-key.ts'
import { createSamplePrison } from '../sample/sample-prison.ts'
import { publishWebPolicy } from '../web-policy/publish-web-policy.ts'
import { seedFor } from './commands/seed.ts'
import { enrolmentTrust } from './enrolment-trust.ts'
import { startKiosk } from './kiosk-process.ts'
import { makeKeyFile } from './make-key-file.ts'
import { complain, print } from './print.ts'
import { type PrisonServer, startPrisonServer } from './prison-server.ts'
import { staffPage } from './staff-listener.ts'
import type { ServerOptions } from './server-options.ts'
import { untilToldToStop } from './until-told-to-stop.ts'
import { writeKioskFolder } from './write-kiosk-folder.ts'

/*
 * `npm start`: an embedded prison server with the invented prison, a small site that stands in for the
 * internet, and one enrolled kiosk. Everything lies in one folder; deleting it starts over.
 */
const root = resolve(env['GUICHET_START_FOLDER'] ?? '.guichet/start')
const medicalKeyFile = join(root, 'medical-service', 'private-key.json')
const recoveryKeyFile = join(root, 'safe', 'recovery-key.json')
const terminalName = 'A-07'
const DEFAULT_PORT = '7443'
const options: ServerOptions = { dataFolder: join(root, 'server'), databaseUrl: env['DATABASE_URL'] }

async function prepare(database: Database): Promise<void> {
  await seedFor(options, database)
  await makeOnce(medicalKeyFile, pair => registerMedicalKey(database, pair))
  await makeOnce(recoveryKeyFile, pair => registerRecoveryKey(database, pair, new Date()))
}

async function makeOnce(path: string, register: (pair: SealingPrivateKey) => Promise<unknown>): Promise<void> {
  if (existsSync(path)) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await makeKeyFile(path, register)
}

/** The folder the kiosk starts from, enrolled anew only when it does not fit this server. */
async function kioskConfiguration({
  url,
  tls,
  webAuthority,
  receiptKey,
  stateKeys,
  database,
}: PrisonServer): Promise<string> {
  const folder = join(root, 'kiosk')
  const path = join(folder, 'kiosk.json')
  const fits = await readFile(path, 'utf8').then(
    text => {
      const parsed = kioskConfigurationSchema.safeParse(JSON.parse(text))
      // Written by an earlier build: what is missing in it comes with a new enrolment.
      if (!parsed.success) return false
      const { server, gateway } = parsed.data
      const isTrusted = server.authorityPem === tls.authorityPem && gateway.authorityPem === webAuthority.certificatePem
      return isTrusted && server.url === url && gateway.url === url
    },
    () => false,
  )
  if (fits) return path
  const trust = enrolmentTrust({ tls, webAuthority, receiptKey, stateKeys })
  return writeKioskFolder(database, trust, { name: terminalName, folder, serverUrl: url, language: 'fr' })
}

/** Everybody is invented, so their PINs may be shown. */
function samplePeople(): string {
  const { cells, inmates } = createSamplePrison({ today: new Date().toISOString().slice(0, 10) })
  const cell = cells.find(({ name }) => name === terminalName)
  return inmates
    .filter(({ cellId }) => cellId === cell?.id)
    .map(({ givenName, pin }) => `${givenName}, PIN ${pin}`)
    .join('; ')
}

function announce({ url, staffOrigin = '' }: PrisonServer, demoSite: DemoSite): void {
  const data = `--data ${options.dataFolder}`
  print('')
  print(`  Prison server   ${url}, described at ${url}/openapi.json`)
  print(`  Terminal        ${terminalName} of the invented prison of Valmont: ${samplePeople()}`)
  print(`  Stand-in site   ${demoSite.url}`)
  print(
    `  Wardens’ page   ${staffPage(staffOrigin)}, by a link of: npx guichet staff invite NAME --page ${staffOrigin} ${data}`,
  )
  print(`  Its authority   npx guichet staff certificate --out prison.pem ${data}, for the browser to trust`)
  print(`  Open requests   npx guichet requests list ${data}`)
  print(`  Medical texts   npx guichet medical read ${data} --key ${medicalKeyFile}`)
  print('')
  print('  Ctrl-C stops everything. Nothing that was recorded is lost.')
  print('')
}

async function run(): Promise<void> {
  const stopping = untilToldToStop()
  const undo: (() => Promise<void>)[] = []
  try {
    print('Starting the prison server (the first time it makes the sample prison, which takes a moment) …')
    const port = z.coerce
      .number()
      .int()
      .min(0)
      .max(65_535)
      .parse(env['GUICHET_PORT'] ?? DEFAULT_PORT)
    const staff = { address: '127.0.0.1', port: port === 0 ? 0 : port + 1, host: 'localhost' }
    const server = await startPrisonServer({ ...options, host: '127.0.0.1', port, staff, prepare, logLevel: 'error' })
    undo.push(server.stop)
    const demoSite = await startDemoSite({ host: '127.0.0.1', port: 0 })
    undo.push(demoSite.close)
    await publishWebPolicy(server.database, demoSite.policy)
    announce(server, demoSite)
    const configuration = await kioskConfiguration(server)
    const kiosk = startKiosk({ configuration, dataFolder: join(root, 'kiosk', 'data') })
    undo.push(kiosk.stop)
    await Promise.race([stopping, kiosk.ended])
    complain('Stopping …')
  } finally {
    for (const step of undo.toReversed()) await step()
  }
}

try {
  await run()
} catch (error) {
  complain(
    error instanceof GuichetError
      ? `${error.message} (${error.code})`
      : String(error instanceof Error ? error.stack : error),
  )
  process.exitCode = 1
}
