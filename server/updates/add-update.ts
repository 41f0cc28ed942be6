import { type KeyObject, randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
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

/**
 * The row first: of two that bring the same version at the same time one waits, and finds the other's. The file lies there, durably,
 * before the row does: there is never a row without its bytes.
 */
async function keep({ database, folder }: UpdatePlaces, copy: string, update: CheckedUpdate, now: Date): Promise<void> {
  const { manifest, size, sha256 } = update
  const { version, architecture } = manifest
  await database.transaction().execute(async transaction => {
    const row = { version, architecture, manifest: JSON.stringify(manifest), size, sha256, added_at: now }
    const { numInsertedOrUpdatedRows: added } = await transaction
      .insertInto('updates')
      .values(row)
      .onConflict(conflict => conflict.columns(['version', 'architecture']).doNothing())
      .executeTakeFirstOrThrow()
    if (added === 0n) await requireSame(transaction, update)
    else {
      const subject = { version, architecture, sha256 }
      await appendAudit(transaction, { at: now, actor: 'server', action: 'update-added', subject })
    }
    await syncFile(copy)
    await rename(copy, updateFileIn(folder, manifest))
    await syncFile(folder)
  })
}

async function requireSame(database: Database, { manifest, sha256 }: CheckedUpdate): Promise<void> {
  const { version, architecture } = manifest
  const known = await database
    .selectFrom('updates')
    .select('sha256')
    .where('version', '=', version)
    .where('architecture', '=', architecture)
    .executeTakeFirstOrThrow()
  if (known.sha256 !== sha256) {
    throw new GuichetError('UPDATE_REFUSED', `There is another file of version ${version} already.`)
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
