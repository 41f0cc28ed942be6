import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process, { env } from 'node:process'
import { kioskConfigurationSchema } from '#shared/contracts/configuration.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database } from '../database/open-database.ts'
import { readPrison } from '../database/read-prison.ts'
import { type DemoSite, startDemoSite } from '../demo-site/start-demo-site.ts'
import { currentMedicalKey } from '../medical/service-key-file.ts'
import { publishWebPolicy } from '../web-policy/publish-web-policy.ts'
import { makeServiceKey } from './commands/medical.ts'
import { seedFor } from './commands/seed.ts'
import { type Kiosk, startKiosk } from './kiosk-process.ts'
import { complain, print } from './print.ts'
import { type PrisonServer, startPrisonServer } from './prison-server.ts'
import type { ServerOptions } from './server-options.ts'
import { untilToldToStop } from './until-told-to-stop.ts'
import { writeKioskFolder } from './write-kiosk-folder.ts'

/*
 * `npm start`: an embedded prison server with the invented prison, a small site that stands in for the
 * internet, and one enrolled kiosk. Everything lies in one folder; deleting it starts over.
 */
const root = resolve(env['GUICHET_START_FOLDER'] ?? '.guichet/start')
const medicalKeyFile = join(root, 'medical-service', 'private-key.json')
const terminalName = 'A-07'
const options: ServerOptions = { dataFolder: join(root, 'server'), databaseUrl: env['DATABASE_URL'] }

async function prepare(database: Database): Promise<void> {
  await seedFor(options, database)
  if (existsSync(medicalKeyFile)) return
  await mkdir(join(root, 'medical-service'), { recursive: true, mode: 0o700 })
  await makeServiceKey(medicalKeyFile, async register => register(database))
}

/** The folder the kiosk starts from, enrolled anew only when it does not fit this server. */
async function kioskConfiguration({ url, tls, receiptKey, database }: PrisonServer): Promise<string> {
  const folder = join(root, 'kiosk')
  const path = join(folder, 'kiosk.json')
  const fits = await readFile(path, 'utf8').then(
    text => {
      const { server } = kioskConfigurationSchema.parse(JSON.parse(text))
      return server.url === url && server.authorityPem === tls.authorityPem
    },
    () => false,
  )
  if (fits) return path
  return writeKioskFolder(database, terminalName, folder, {
    serverUrl: url,
    authorityPem: tls.authorityPem,
    receiptKey,
    medicalKey: await currentMedicalKey(database),
    prison: await readPrison(database),
    language: 'fr',
  })
}

async function announce({ url, database }: PrisonServer, demoSite: DemoSite): Promise<void> {
  const people = await database
    .selectFrom('terminals')
    .innerJoin('cell_stays', 'cell_stays.cell_id', 'terminals.cell_id')
    .innerJoin('inmates', 'inmates.id', 'cell_stays.inmate_id')
    .select(['inmates.number', 'inmates.given_name'])
    .where('terminals.name', '=', terminalName)
    .where('cell_stays.until', 'is', null)
    .execute()
  print('')
  print(`Prison server   ${url}   (described at ${url}/openapi.json)`)
  print(`Stand-in site   ${demoSite.url}`)
  print(
    `Terminal        ${terminalName}, for ${people.map(person => `${person.given_name} (${person.number})`).join(' and ')}`,
  )
  print(`Sample PINs     the last four digits of the number, then the first two again`)
  print(`Medical key     guichet medical read --data ${join(root, 'server')} --key ${medicalKeyFile}`)
  print('Ctrl-C stops everything. Nothing recorded is lost.')
  print('')
}

async function run(): Promise<void> {
  const stopping = untilToldToStop()
  print('Starting the prison server …')
  const server = await startPrisonServer({
    ...options,
    host: '127.0.0.1',
    port: Number(env['GUICHET_PORT'] ?? 7443),
    prepare,
  })
  const demoSite = await startDemoSite({ host: '127.0.0.1', port: 7480 })
  await publishWebPolicy(server.database, demoSite.policy)
  await announce(server, demoSite)
  const kiosk: Kiosk = startKiosk({
    configuration: await kioskConfiguration(server),
    dataFolder: join(root, 'kiosk', 'data'),
  })
  await Promise.race([stopping, kiosk.ended])
  complain('Stopping …')
  await kiosk.stop()
  await demoSite.close()
  await server.stop()
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
