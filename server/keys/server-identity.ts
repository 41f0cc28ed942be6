import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { writeFileDurably } from './write-file-durably.ts'
import { createAuthority, type Identity, issueServerIdentity, isStillGood } from './authority.ts'

/** What the prison server speaks TLS with, and what its terminals pin. */
export interface ServerTls {
  readonly authorityPem: string
  readonly certificatePem: string
  readonly keyPem: string
}

/**
 * The server's TLS identity, made at its first start and kept in `folder`.
 *
 * The authority never changes by itself: every terminal pins it. The server's own certificate is issued
 * anew when it nears its end or the server gets another name.
 */
export async function loadServerTls(
  folder: string,
  prisonName: string,
  hosts: readonly string[],
  now: Date,
): Promise<ServerTls> {
  const authority = await loadOrMake(folder, 'authority', () => createAuthority(prisonName, now))
  const stored = await load(folder, 'server')
  const isGood = stored !== undefined && (await isStillGood(stored, authority, hosts, now))
  const identity = isGood ? stored : await keep(folder, 'server', await issueServerIdentity(authority, hosts, now))
  return { authorityPem: authority.certificatePem, certificatePem: identity.certificatePem, keyPem: identity.keyPem }
}

/**
 * The authority that vouches for sites as the gateway shows them. It is not the server's: who holds this key can show a
 * terminal a false web page, and not a false prison server.
 */
export async function loadWebAuthority(folder: string, prisonName: string, now: Date): Promise<Identity> {
  return loadOrMake(folder, 'web-authority', () => createAuthority(`${prisonName}, web`, now))
}

async function loadOrMake(folder: string, name: string, make: () => Promise<Identity>): Promise<Identity> {
  return (await load(folder, name)) ?? keep(folder, name, await make())
}

const BETWEEN = /(?<=-----END PRIVATE KEY-----\n)/

/** Key and certificate share one file, so that a kill never leaves one without the other. */
async function load(folder: string, name: string): Promise<Identity | undefined> {
  const path = join(folder, `${name}.pem`)
  // Only "was never made" may lead to making one: a new authority in place of a damaged one would shut every terminal out.
  if (!existsSync(path)) return undefined
  const [keyPem, certificatePem] = (await readFile(path, 'utf8')).split(BETWEEN)
  if (keyPem === undefined || certificatePem === undefined) {
    throw new GuichetError('DATA_FOLDER_UNUSABLE', `${path} is damaged.`)
  }
  return { keyPem, certificatePem }
}

async function keep(folder: string, name: string, identity: Identity): Promise<Identity> {
  await writeFileDurably(join(folder, `${name}.pem`), `${identity.keyPem.trimEnd()}\n${identity.certificatePem}`)
  return { ...identity, keyPem: `${identity.keyPem.trimEnd()}\n` }
}
