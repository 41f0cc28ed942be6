import { readFile } from 'node:fs/promises'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { importOpeningKey, type OpeningKey, sealingPrivateKeySchema } from '#shared/sealing/sealing-key-pair.ts'

/**
 * Reads the private key file of a service, or of the prison's safe. It lies with those people, never on the server.
 *
 * Throws `CONFIGURATION_INVALID`, with a sentence that names the file.
 */
export async function readSealingKeyFile(
  path: string,
): Promise<{ readonly keyId: string; readonly openingKey: OpeningKey }> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new GuichetError('CONFIGURATION_INVALID', `${path} cannot be read.`, { cause })
  })
  const parsed = sealingPrivateKeySchema.safeParse(parseJson(text))
  if (!parsed.success) throw new GuichetError('CONFIGURATION_INVALID', `${path} is not a private key file of Guichet.`)
  return { keyId: parsed.data.keyId, openingKey: await importOpeningKey(parsed.data) }
}

/** `undefined`, which no schema of a file takes, for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
