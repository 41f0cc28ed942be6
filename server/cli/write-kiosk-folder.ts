import { generateKeyPairSync } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type KioskConfiguration, kioskConfigurationSchema } from '#shared/contracts/configuration.ts'
import type { Language } from '#shared/contracts/language.ts'
import type { Database } from '../database/open-database.ts'
import { enrolTerminal } from '../enrolment/enrol-terminal.ts'
import { terminalConfiguration, type Trust } from '../enrolment/terminal-configuration.ts'
import { rawPublicKey } from '../keys/ed25519-key.ts'
import { writeFileDurably } from '../keys/write-file-durably.ts'
import { readServiceSecret } from '../enrolment/service-secret.ts'

export interface KioskFolder {
  /** The terminal's name. */
  readonly name: string
  readonly folder: string
  readonly serverUrl: string
  readonly language: Language
}

const PRIVATE_KEY_FILE = 'terminal-key.pem'

/**
 * Enrols a terminal without its help and writes what it starts from: its configuration and its own new key. For development and
 * tests: a terminal in a cell makes its key itself, and it never leaves it.
 *
 * Answers the configuration file's path. The key is made here, stays in `folder`, and only its public half is registered.
 */
export async function writeKioskFolder(
  database: Database,
  trust: Trust,
  { name, folder, serverUrl, language }: KioskFolder,
): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFileDurably(join(folder, PRIVATE_KEY_FILE), privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  const terminalId = await enrolTerminal(database, name, rawPublicKey(privateKey), new Date())
  const secret = await database.transaction().execute(transaction => readServiceSecret(transaction, terminalId))
  const { terminal, ...rest } = await terminalConfiguration(database, trust, { terminalId, serverUrl, language })
  const configuration: KioskConfiguration = kioskConfigurationSchema.parse({
    ...rest,
    service: { secret },
    terminal: { ...terminal, privateKeyFile: PRIVATE_KEY_FILE },
  })
  const path = join(folder, 'kiosk.json')
  await writeFileDurably(path, `${JSON.stringify(configuration, null, 2)}\n`)
  return path
}
