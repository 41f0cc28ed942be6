import { type KeyObject, randomUUID } from 'node:crypto'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { UpdateManifest } from '#shared/update/update-manifest.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database } from '../database/open-database.ts'
import { type CheckedUpdate, readUpdateFile } from './read-update-file.ts'
import { updateFileIn } from './updates-folder.ts'

export interface UpdatePlaces {
  readonly database: Database
  readonly folder: string
}

/**
 * Keeps an update file, so that it can be staged. Nobody gets it by that. Checks the copy, not what was copied.
 *
 * Throws `UPDATE_REFUSED` for a file no terminal would install, and for another file of a version that is there: terminals
 * may have half of it.
 */
export async function addUpdate(
  { database, folder }: UpdatePlaces,
  path: string,
  releaseKey: KeyObject,
  now: Date,
): Promise<UpdateManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const copy = `${folder}/.adding-${randomUUID()}`
  try {
    await copyFile(path, copy)
    const checked = await readUpdateFile(copy, releaseKey)
    await keep({ database, folder }, copy, checked, now)
    return checked.manifest
  } finally {
    await rm(copy, { force: true })
  }
}

async function keep({ database, folder }: UpdatePlaces, copy: string, update: CheckedUpdate, now: Date): Promise<void> {
  const { manifest, size, sha256 } = update
  const { version, architecture } = manifest
  await database.transaction().execute(async transaction => {
    const known = await transaction
      .selectFrom('updates')
      .select('sha256')
      .where('version', '=', version)
      .where('architecture', '=', architecture)
      .executeTakeFirst()
    if (known !== undefined && known.sha256 !== sha256) {
      throw new GuichetError('UPDATE_REFUSED', `There is another file of version ${version} already.`)
    }
    await rename(copy, updateFileIn(folder, manifest))
    if (known !== undefined) return
    const row = { version, architecture, manifest: JSON.stringify(manifest), size, sha256, added_at: now }
    await transaction.insertInto('updates').values(row).execute()
    await appendAudit(transaction, {
      at: now,
      actor: 'server',
      action: 'update-added',
      subject: { version, architecture, sha256 },
    })
  })
}
