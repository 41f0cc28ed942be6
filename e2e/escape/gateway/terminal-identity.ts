import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type KioskConfiguration, kioskConfigurationSchema } from '#shared/contracts/configuration.ts'

/** An enrolled terminal, as its files have it. */
export interface TerminalIdentity {
  readonly configuration: KioskConfiguration
  readonly privateKeyPem: string
}

export async function readTerminalIdentity(configurationFile: string): Promise<TerminalIdentity> {
  const configuration = kioskConfigurationSchema.parse(JSON.parse(await readFile(configurationFile, 'utf8')))
  const keyFile = join(dirname(configurationFile), configuration.terminal.privateKeyFile)
  return { configuration, privateKeyPem: await readFile(keyFile, 'utf8') }
}
