import { kioskConfigurationSchema, type KioskConfiguration } from '#shared/contracts/configuration.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
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
 * Throws `CONFIGURATION_INVALID` where either is missing, unreadable, or not exactly what enrolment
 * writes: a terminal that guesses whom to trust is worse than one that says it is not set up.
 */
export async function readConfiguration(file: string): Promise<KioskIdentity> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    const configuration = kioskConfigurationSchema.parse(value)
    const keyFile = path.resolve(path.dirname(file), configuration.terminal.privateKeyFile)
    return { configuration, privateKey: parsePrivateKey(await readFile(keyFile, 'utf8')) }
  } catch (error) {
    if (error instanceof GuichetError) throw error
    throw new GuichetError('CONFIGURATION_INVALID', 'the configuration cannot be used', { cause: error })
  }
}

function parsePrivateKey(pem: string): KeyObject {
  const key = createPrivateKey({ key: pem, format: 'pem' })
  if (key.asymmetricKeyType === 'ed25519') return key
  throw new GuichetError('CONFIGURATION_INVALID', 'the private key is not Ed25519')
}
