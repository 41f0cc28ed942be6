import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { must } from '#shared/errors/must.ts'

/** As `kiosk.json` names it, beside itself. */
export const PRIVATE_KEY_FILE = 'terminal-key.pem'

type ReplaceFile = (file: string, text: string) => Promise<void>

/**
 * The public half (raw Ed25519, base64url) of a new key of this terminal's own.
 *
 * Answers only when the private half is on the disk: a server that was told a key nobody holds any more would have taken in a
 * terminal that does not exist. A key that lay there is written over: whoever copied it, and had it revoked, must not come back
 * with the next enrolment.
 */
export async function makeTerminalKey(file: string, replaceFile: ReplaceFile): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await replaceFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  return publicHalf(privateKey)
}

/** The key of an enrolment that is under way, which the server perhaps knows already; made anew where there is none. */
export async function keepTerminalKey(file: string, replaceFile: ReplaceFile): Promise<string> {
  const kept = await readKey(file)
  return kept === undefined ? makeTerminalKey(file, replaceFile) : publicHalf(kept)
}

/** One that is no key, cut off by a failing disk, is no loss: nothing was enrolled with it. */
async function readKey(file: string): Promise<KeyObject | undefined> {
  try {
    const key = createPrivateKey(await readFile(file, 'utf8'))
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

function publicHalf(privateKey: KeyObject): string {
  return must(createPublicKey(privateKey).export({ format: 'jwk' }).x, 'x of an Ed25519 key')
}
