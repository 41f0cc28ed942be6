import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { canFollow, ownDataFormats } from '#shared/update/data-formats.ts'
import { decideUpdate, isQuietHour } from '#shared/update/decide-update.ts'
import { isOlder, releaseVersionSchema } from '#shared/update/release-version.ts'
import { type UpdateOffer, updateAnswerSchema, type UpdateQuestion } from '#shared/update/update-offer.ts'
import { rename } from 'node:fs/promises'
import { downloadUpdate, type DownloadParts } from './download-update.ts'
import { readManifest } from './read-manifest.ts'
import type { FailedUpdate, UpdateNotes } from './update-notes.ts'

export interface UpdateParts extends Omit<DownloadParts, 'folder'> {
  readonly notes: UpdateNotes
  readonly running: string
  /** Nobody is signed in, and nothing of theirs is open. */
  readonly isQuiet: () => boolean
  /** The hour of the prison's day, 0 to 23. */
  readonly hour: () => number
  /** Ends this program: what starts then is what the launcher chooses. */
  readonly restart: () => void
}

export interface UpdateFollower {
  /** Asks for an update, and brings it as far as it comes: root finds it laid down. */
  readonly look: () => Promise<void>
  /** Changes over to what root has installed, if there is something and it is quiet. */
  readonly changeOver: () => Promise<void>
}

/** What a running kiosk does for updates. Both steps may be repeated at any time, and begun by another run than ended them. */
export function createUpdateFollower(parts: UpdateParts): UpdateFollower {
  const { notes, running } = parts
  let hours: UpdateOffer['hours'] = null
  return {
    async look() {
      const failed = await failures(notes)
      const answer = await askForUpdate(parts, failed)
      if (answer === undefined) return
      const offer = answer.update
      hours = offer?.hours ?? null
      const tried = await notes.tried()
      const versions = failed.map(({ version }) => version)
      const decision = decideUpdate({ running, offer, tried: tried?.tried, failed: versions })
      if (offer === null || decision === 'nothing' || (await isInstalled(notes, offer.version, failed))) return
      await layDown(parts, offer, decision)
    },
    async changeOver() {
      const failed = await failures(notes)
      const result = await notes.result()
      const next = releaseVersionSchema.safeParse(result?.version)
      if (result?.outcome !== 'applied' || !next.success || !isOlder(running, next.data)) return
      if (failed.some(({ version }) => version === next.data)) return
      if (!parts.isQuiet() || !isQuietHour(hours, parts.hour())) return
      await noteLine(parts)
      if (parts.isQuiet()) parts.restart()
    },
  }
}

async function layDown(parts: UpdateParts, offer: UpdateOffer, decision: 'fetch' | 'again'): Promise<void> {
  const { notes } = parts
  const { version, attempt } = offer
  const file = await downloadUpdate({ ...parts, folder: notes.folder }, offer)
  if (file === undefined) return
  await assertCanFollow(file)
  if (decision === 'again') await notes.forgetFailure(version)
  await notes.sayTried({ version: 1, tried: { version, attempt }, wasAway: false })
  await rename(file, notes.offerFile)
}

async function isInstalled(notes: UpdateNotes, version: string, failed: readonly FailedUpdate[]): Promise<boolean> {
  const result = await notes.result()
  const isTried = failed.some(one => one.version === version)
  return !isTried && result?.outcome === 'applied' && result.version === version
}

/** What the launcher went back from, and what root would not install. */
async function failures(notes: UpdateNotes): Promise<readonly FailedUpdate[]> {
  const result = await notes.result()
  const refused = result?.outcome === 'refused' ? [{ version: result.version, why: result.why }] : []
  return [...(await notes.failed()), ...refused]
}

async function askForUpdate({ ask, running, architecture }: UpdateParts, failed: readonly FailedUpdate[]) {
  const last = failed.at(-1)
  const version = releaseVersionSchema.safeParse(last?.version)
  const question: UpdateQuestion = {
    version: 1,
    running,
    architecture,
    failed: version.success ? { version: version.data, why: (last?.why ?? '').slice(0, 200) } : null,
  }
  const body = JSON.stringify(question)
  const answer = await ask({ method: 'POST', path: terminalRoutes.update, body, hearsRejection: true })
  if (answer.status !== 'answered' || answer.httpStatus !== 200) return undefined
  return updateAnswerSchema.parse(answer.body)
}

/** The one before must be able to read what a version on trial wrote: this version is the one before. */
async function assertCanFollow(file: string): Promise<void> {
  const manifest = await readManifest(file)
  if (manifest === undefined || !canFollow(ownDataFormats, manifest)) {
    throw new GuichetError('UPDATE_REFUSED', 'an update whose trial could not be undone here')
  }
}

/** A new version must not fail for a line that was away before. */
async function noteLine({ notes, ask }: UpdateParts): Promise<void> {
  const before = await notes.tried()
  if (before === undefined) return
  const { status } = await ask({ method: 'GET', path: terminalRoutes.probe })
  await notes.sayTried({ ...before, wasAway: status === 'unreachable' })
}
