import type { EnrolmentCode, EnrolmentFile } from '#shared/contracts/enrolment.ts'
import { fingerprintWords } from '#shared/enrolment/fingerprint-words.ts'
import { writeEnrolmentQr } from '#shared/enrolment/qr-text.ts'
import type { Database } from '../../database/open-database.ts'
import type { Trust } from '../../enrolment/terminal-configuration.ts'
import { authorityFingerprint } from '../../keys/authority-fingerprint.ts'
import { enrolmentTrust } from '../enrolment-trust.ts'
import { loadServerKeys } from '../server-keys.ts'
import { readServerAddress } from './server-address.ts'

/** What every code of a server is handed out with. */
export interface EnrolmentDesk {
  readonly serverUrl: string
  readonly trust: Trust
  /** SHA-256 of the authority's public key, hexadecimal. */
  readonly fingerprint: string
  /** The same, in six words for people to compare. */
  readonly words: readonly string[]
}

/** The desk of the server whose data lies in `dataFolder`. Without `serverUrl`, terminals are told where it listened last. */
export async function openDesk(dataFolder: string, serverUrl: string | undefined): Promise<EnrolmentDesk> {
  const url = serverUrl ?? (await readServerAddress(dataFolder))
  const trust = enrolmentTrust(await loadServerKeys(dataFolder, new URL(url).hostname))
  const fingerprint = authorityFingerprint(trust.authorityPem)
  return { serverUrl: url, trust, fingerprint, words: fingerprintWords(fingerprint) }
}

/** Refused here, at the desk, rather than at every door. Throws `CONFIGURATION_INVALID` while a key is missing that terminals need. */
export async function assertEquipped({ trust }: EnrolmentDesk, database: Database): Promise<void> {
  await trust.readMedicalKey(database)
  await trust.readRecoveryKey(database)
}

/** What a scanner reads. */
export function qrText({ serverUrl: url, fingerprint }: EnrolmentDesk, code: EnrolmentCode): string {
  return writeEnrolmentQr({ url, code, fingerprint })
}

/** What lies on a stick: the code, and the server to trust without comparing words. */
export function enrolmentFile(
  { serverUrl: url, trust }: EnrolmentDesk,
  { code, terminal, expiresAt }: { readonly code: EnrolmentCode; readonly terminal: string; readonly expiresAt: Date },
): EnrolmentFile {
  return {
    version: 1,
    url,
    authorityPem: trust.authorityPem,
    code,
    name: terminal,
    expiresAt: expiresAt.toISOString(),
  }
}
