import { kioskConfigurationSchema, type KioskConfiguration } from '#shared/contracts/configuration.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import path from 'node:path'

/** What a terminal knows of itself and of whom it trusts. */
export interface KioskIdentity {
  readonly configuration: KioskConfiguration
  /** The terminal's own Ed25519 key. Stays in this process. */
  readonly privateKey: KeyObject
}

/**
 * Reads the configuration file and the private key beside it.
 *
 * Throws `CONFIGURATION_MISSING` where there is no such file at all: that terminal may be enrolled. Throws
 * `CONFIGURATION_INVALID` where the file is unreadable or not exactly what enrolment writes, or its key is not there: a
 * terminal that guesses whom to trust is worse than one that says it is not set up, and who can damage a file must not be
 * asked for another server.
 */
export async function readConfiguration(file: string): Promise<KioskIdentity> {
  const text = await readText(file)
  try {
    const value: unknown = JSON.parse(text)
    const configuration = kioskConfigurationSchema.parse(value)
    const keyFile = path.resolve(path.dirname(file), configuration.terminal.privateKeyFile)
    return { configuration, privateKey: parsePrivateKey(await readFile(keyFile, 'utf8')) }
  } catch (error) {
    if (error instanceof GuichetError) throw error
    throw new GuichetError('CONFIGURATION_INVALID', 'the configuration cannot be used', { cause: error })
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' && !(await isThere(file))
    if (isMissing) throw new GuichetError('CONFIGURATION_MISSING', 'there is no configuration', { cause })
    throw new GuichetError('CONFIGURATION_INVALID', 'the configuration cannot be read', { cause })
  }
}

/** Whether the name is taken, if only by a link to nowhere. */
async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  )
}

function parsePrivateKey(pem: string): KeyObject {
  const key = createPrivateKey({ key: pem, format: 'pem' })
  if (key.asymmetricKeyType === 'ed25519') return key
  throw new GuichetError('CONFIGURATION_INVALID', 'the private key is not Ed25519')
}
