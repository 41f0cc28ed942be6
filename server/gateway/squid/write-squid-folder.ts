import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Identity } from '../../keys/authority.ts'
import { errorPages } from './error-pages.ts'
import { squidConfiguration } from './squid-configuration.ts'
import { squidFiles, type SquidSettings } from './squid-settings.ts'

/** What starts the Squid of a folder, and what ends it: programs and arguments. */
export interface SquidCommands {
  /** Once, before the first start. */
  readonly prepare: readonly string[]
  readonly check: readonly string[]
  readonly start: readonly string[]
  readonly stop: readonly string[]
}

/** Writes a file that only its owner can read. */
export type WriteFile = (path: string, content: string) => Promise<void>

/**
 * Writes all a Squid needs into `settings.folder`, readable by the calling account alone: that account runs it.
 * What was written before is replaced; certificates and logs stay.
 */
export async function writeSquidFolder(
  settings: SquidSettings,
  webAuthority: Identity,
  writeFile: WriteFile,
): Promise<SquidCommands> {
  const { folder } = settings
  const configuration = squidConfiguration(settings)
  await mkdir(join(folder, squidFiles.errorPages), { recursive: true, mode: 0o700 })
  const { keyPem, certificatePem } = webAuthority
  await writeFile(join(folder, squidFiles.authority), `${keyPem.trimEnd()}\n${certificatePem}\n`)
  for (const [name, page] of Object.entries(errorPages())) {
    await writeFile(join(folder, squidFiles.errorPages, name), page)
  }
  await writeFile(join(folder, squidFiles.configuration), configuration)
  return commandsFor(folder)
}

function commandsFor(folder: string): SquidCommands {
  const squid = ['/usr/sbin/squid', '-f', join(folder, squidFiles.configuration)]
  const certificates = join(folder, squidFiles.certificates)
  return {
    prepare: ['/usr/lib/squid/security_file_certgen', '-c', '-s', certificates, '-M', '4MB'],
    check: [...squid, '-k', 'parse'],
    start: [...squid, '--foreground'],
    stop: [...squid, '-k', 'shutdown'],
  }
}
