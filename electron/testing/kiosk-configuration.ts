import { createECDH, generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { prisonId, terminalId } from './sample-operations.ts'
import { createReceiptSigner } from './sign-receipt.ts'
import { createStateSigner } from './sign-state.ts'

const names = { fr: 'Prison de Valmont', nl: 'Gevangenis', de: 'Anstalt', en: 'Prison' }

/** What enrolment writes, with keys of its own. */
export function sampleConfiguration(): Record<string, unknown> {
  return {
    version: 1,
    prison: { id: prisonId, names, timeZone: 'Europe/Brussels' },
    server: {
      url: 'https://127.0.0.1:9',
      authorityPem: '-----BEGIN CERTIFICATE-----\n',
      receiptKeys: createReceiptSigner().pinned,
      stateSigners: [createStateSigner().signer],
    },
    gateway: { url: 'https://127.0.0.1:9', authorityPem: '-----BEGIN CERTIFICATE-----\n' },
    terminal: { id: terminalId, name: 'A-101', wingId: 'A', privateKeyFile: 'terminal.pem' },
    medical: { keyId: 'medical-1', publicKey: newSealingKey() },
    recovery: { keyId: 'recovery-1', publicKey: newSealingKey() },
    language: 'fr',
  }
}

/** Writes a configuration and a key beside it, and answers where. */
export async function writeConfiguration(
  folder: string,
  configuration: unknown,
  keyPem = newKeyPem(),
): Promise<string> {
  const file = path.join(folder, 'kiosk.json')
  await writeFile(file, typeof configuration === 'string' ? configuration : JSON.stringify(configuration))
  await writeFile(path.join(folder, 'terminal.pem'), keyPem)
  return file
}

function newSealingKey(): string {
  return createECDH('prime256v1').generateKeys('base64url')
}

function newKeyPem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
