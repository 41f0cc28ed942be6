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
  /** Nobody is signed in and no technician is at work, so that nothing of theirs is open; no push is under way. What waits may wait on. */
  readonly isQuiet: () => boolean
  /** How long this program has been running, in milliseconds. */
  readonly uptimeMs: () => number
  readonly now: () => Date
  /** The hour of the prison's day, 0 to 23. */
  readonly hour: () => number
  /** Ends this program: what starts then is what the launcher chooses. */
  readonly restart: () => void
}

export interface UpdateFollower {
  /** Asks for an update, and brings it as far as it comes: root finds it laid down. */
  readonly look: () => Promise<void>
  /** Changes over to what root has installed, if there is something, it is quiet and the server has just answered. */
  readonly changeOver: () => Promise<void>
}

/** Between two tries of a version that got no answer: what keeps a server away for a moment keeps it away for a while. */
export const TRY_AGAIN_MS = 60 * 60 * 1000

/** What a running kiosk does for updates. Both steps may be repeated at any time, and begun by another run than ended them. */
export function createUpdateFollower(parts: UpdateParts): UpdateFollower {
  const { notes, running } = parts
  const known: Known = { offer: null, refused: undefined }
  return {
    async look() {
      const failed = await failures(notes)
      const answer = await askForUpdate(parts, known.refused ?? (await putOff(parts)) ?? failed.at(-1))
      if (answer === undefined) return
      const offer = answer.update
      known.offer = offer
      known.refused = undefined
      await notes.sayOffered(offer === null ? undefined : { version: offer.version, since: parts.now().toISOString() })
      const versions = failed.map(({ version }) => version)
      const decision = decideUpdate({ running, offer, tried: await notes.tried(), failed: versions })
      if (offer === null || decision === 'nothing' || (await isInstalled(notes, offer.version, failed))) return
      await layDown(parts, offer, decision).catch((error: unknown) => {
        if (error instanceof GuichetError && error.code === 'UPDATE_REFUSED') {
          known.refused = { version: offer.version, why: error.message }
        }
        throw error
      })
    },
    async changeOver() {
      const next = await waitingVersion(parts)
      const { offer } = known
      if (next === undefined || offer?.version !== next || !isQuietHour(offer.hours, parts.hour())) return
      if (!parts.isQuiet() || !(await isServerThere(parts)) || !parts.isQuiet()) return
      await notes.choose(next)
      // Somebody may have come while it was written. A start for another reason is to try nothing.
      if (parts.isQuiet()) parts.restart()
      else await notes.unchoose()
    },
  }
}

interface Known {
  /** What the server said last to this run: until then, and where a stage was paused, nothing is changed over to. */
  offer: UpdateOffer | null
  /** What this program itself would not lay down, to be told with the next question. */
  refused: FailedUpdate | undefined
}

/** What root has installed, and what may be tried now. */
async function waitingVersion({ notes, running, uptimeMs }: UpdateParts): Promise<string | undefined> {
  const next = await notes.installed()
  if (next === undefined || !isOlder(running, next)) return undefined
  if ((await notes.failed()).some(({ version }) => version === next)) return undefined
  const wasTried = (await putOff({ notes, running }))?.version === next
  return wasTried && uptimeMs() < TRY_AGAIN_MS ? undefined : next
}

/** The version whose trial had no answer, unless this is it. */
async function putOff({ notes, running }: Pick<UpdateParts, 'notes' | 'running'>): Promise<FailedUpdate | undefined> {
  const postponed = await notes.postponed()
  const version = releaseVersionSchema.safeParse(postponed?.version)
  return version.success && isOlder(running, version.data) ? postponed : undefined
}

/** A version on trial has to hear from the server: one is only begun when the version before has just heard from it. */
async function isServerThere({ ask }: UpdateParts): Promise<boolean> {
  return (await ask({ method: 'GET', path: terminalRoutes.probe })).status === 'answered'
}

async function layDown(parts: UpdateParts, offer: UpdateOffer, decision: 'fetch' | 'again'): Promise<void> {
  const { notes } = parts
  const { version, attempt } = offer
  const file = await downloadUpdate({ ...parts, folder: notes.folder }, offer)
  if (file === undefined) return
  await assertCanFollow(file)
  if (decision === 'again') await notes.forgetFailure(version)
  await notes.sayTried({ version, attempt })
  await rename(file, notes.offerFile)
}

async function isInstalled(notes: UpdateNotes, version: string, failed: readonly FailedUpdate[]): Promise<boolean> {
  return !failed.some(one => one.version === version) && (await notes.installed()) === version
}

/** What the launcher went back from, and what root would not install. */
async function failures(notes: UpdateNotes): Promise<readonly FailedUpdate[]> {
  const result = await notes.result()
  const refused = result?.outcome === 'refused' ? [{ version: result.version, why: result.why }] : []
  return [...(await notes.failed()), ...refused]
}

async function askForUpdate({ ask, running, architecture }: UpdateParts, last: FailedUpdate | undefined) {
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
