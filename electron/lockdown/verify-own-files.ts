import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promises as plainFiles } from 'original-fs'
import { changed } from './installation-manifest.ts'
import { verifyInstallation } from './verify-installation.ts'

/**
 * Compares this very installation with what was packaged. Throws `INSTALLATION_CHANGED`.
 *
 * @param programFolder the folder of the built main process, in the archive, with the stamp that names the release key
 */
export async function verifyOwnFiles(programFolder: string): Promise<void> {
  const root = path.dirname(process.execPath)
  await verifyInstallation({ root, publicKey: readReleaseKey(programFolder), files: plainFiles })
}

function readReleaseKey(programFolder: string) {
  try {
    const stamp: unknown = JSON.parse(readFileSync(path.join(programFolder, 'build.json'), 'utf8'))
    const key = typeof stamp === 'object' && stamp !== null && 'releaseKey' in stamp ? stamp.releaseKey : undefined
    return createPublicKey(String(key))
  } catch (error) {
    throw changed('the stamp of this build cannot be read', { cause: error })
  }
}
