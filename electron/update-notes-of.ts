import path from 'node:path'
import { createJsonFile } from './files/json-file.ts'
import { replaceFile } from './files/replace-file.ts'
import { createUpdateNotes, type UpdateNotes } from './update/update-notes.ts'

/** Root's, written by `apply-update`. */
const PROGRAMS_FOLDER = '/var/lib/guichet-programs'

/** The notes of a terminal's updates, which lie beside its configuration. */
export function updateNotesOf(configurationFile: string): UpdateNotes {
  const folder = path.join(path.dirname(configurationFile), 'update')
  return createUpdateNotes({ folder, programsFolder: PROGRAMS_FOLDER, createJsonFile, replaceFile })
}
