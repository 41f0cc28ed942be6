import { instantSchema } from '#shared/contracts/instant.ts'
import type { TriedUpdate } from '#shared/update/decide-update.ts'
import { type ReleaseVersion, releaseVersionSchema } from '#shared/update/release-version.ts'
import { mkdir, readFile, readlink, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { createJsonFile, JsonFile } from '../files/json-file.ts'
import type { replaceFile } from '../files/replace-file.ts'

const triedSchema = z.strictObject({ version: releaseVersionSchema, attempt: z.int().min(1) })

/** What the server offered last, and since when it offers that: for the doctor. */
const offeredSchema = z.strictObject({ version: releaseVersionSchema, since: instantSchema })
export type Offered = z.output<typeof offeredSchema>
const OFFERED_FILE = 'offered.json'

/** A version that did not work here, and why. */
export interface FailedUpdate {
  readonly version: string
  readonly why: string
}

/** What kiosk, launcher and installer tell each other through files. The words of each are in decision 16. */
export interface UpdateNotes {
  readonly folder: string
  /** What the kiosk lays down for root. */
  readonly offerFile: string
  readonly healthy: () => Promise<string | undefined>
  readonly sayHealthy: (version: string) => Promise<void>
  /** On trial: everything is as it should be but the line. */
  readonly sayShown: (version: string) => Promise<void>
  /** Lets the launcher try what root has installed; and no more. */
  readonly choose: (version: string) => Promise<void>
  readonly unchoose: () => Promise<void>
  /** The version on trial that the launcher put off for want of an answer, and the start that was. */
  readonly postponed: () => Promise<FailedUpdate | undefined>
  /** What was gone back from, by the launcher, the latest last. */
  readonly failed: () => Promise<readonly FailedUpdate[]>
  /** What became of what was laid down last, as root says it. */
  readonly result: () => Promise<(FailedUpdate & { readonly outcome: 'applied' | 'refused' }) | undefined>
  /** What root's `current` points at: what it installed last, unless a technician has gone back by hand. */
  readonly installed: () => Promise<ReleaseVersion | undefined>
  /** Forgets all that came of a version: it may be chosen as if it never had been. */
  readonly forgetFailure: (version: string) => Promise<void>
  readonly tried: () => Promise<TriedUpdate | undefined>
  readonly sayTried: (tried: TriedUpdate) => Promise<void>
  readonly offered: () => Promise<Offered | undefined>
  readonly sayOffered: (offered: Offered | undefined) => Promise<void>
}

const lineSchema = z.string().regex(/^\S{1,80}(?: .{0,400})?$/)
const outcomeSchema = z.enum(['applied', 'refused'])

export interface UpdateNoteParts {
  /** The kiosk's own, made when something is first written. */
  readonly folder: string
  /** Root's: versions that came as updates, and what became of them. */
  readonly programsFolder: string
  readonly createJsonFile: typeof createJsonFile
  readonly replaceFile: typeof replaceFile
}

/** The notes as they lie on a terminal. What cannot be read counts as not written. */
export function createUpdateNotes(parts: UpdateNoteParts) {
  const { folder, programsFolder, createJsonFile: json, replaceFile: replace } = parts
  const place = (name: string) => path.join(folder, name)
  const makeFolder = () => mkdir(folder, { recursive: true, mode: 0o700 })
  const files: NoteFiles = {
    tried: json(place('tried.json'), triedSchema),
    offered: json(place(OFFERED_FILE), offeredSchema),
    lines: name => readLines(place(name)),
    write: async (name, text) => {
      await makeFolder()
      await replace(place(name), text)
    },
    remove: name => rm(place(name), { force: true }),
    makeFolder,
  }
  const reading = {
    ...readNotes(files),
    result: () => readResult(path.join(programsFolder, 'result')),
    installed: () => readVersionLink(path.join(programsFolder, 'current')),
    offered: () => readOffered(place(OFFERED_FILE)),
  }
  const notes: UpdateNotes = { folder, offerFile: place('offer'), ...reading, ...writeNotes(files, reading) }
  return notes
}

interface NoteFiles {
  readonly tried: JsonFile<TriedUpdate>
  readonly offered: JsonFile<Offered>
  readonly lines: (name: string) => Promise<readonly string[]>
  readonly write: (name: string, text: string) => Promise<void>
  readonly remove: (name: string) => Promise<void>
  readonly makeFolder: () => Promise<unknown>
}

function readNotes({ tried, lines }: NoteFiles): Pick<UpdateNotes, 'failed' | 'healthy' | 'postponed' | 'tried'> {
  return {
    healthy: async () => (await lines('healthy'))[0],
    failed: async () => (await lines('failed')).map(line => splitOnce(line)),
    postponed: async () => (await lines('postponed')).map(line => splitOnce(line))[0],
    async tried() {
      const reading = await tried.read()
      return reading.status === 'found' ? reading.value : undefined
    },
  }
}

function writeNotes(
  { tried, offered, lines, write, remove, makeFolder }: NoteFiles,
  known: Pick<UpdateNotes, 'failed' | 'offered'>,
) {
  return {
    sayHealthy: (version: string) => write('healthy', `${version}\n`),
    async sayShown(version: string) {
      if ((await lines('shown'))[0] !== version) await write('shown', `${version}\n`)
    },
    choose: (version: string) => write('chosen', `${version}\n`),
    unchoose: () => remove('chosen'),
    async forgetFailure(version: string) {
      const others = (await known.failed()).filter(one => one.version !== version)
      for (const name of ['chosen', 'trial', 'postponed']) await remove(name)
      await write('failed', others.map(one => `${one.version} ${one.why}\n`).join(''))
    },
    async sayTried(value: TriedUpdate) {
      await makeFolder()
      await tried.write(value)
    },
    async sayOffered(value: Offered | undefined) {
      if (value === undefined) {
        await remove(OFFERED_FILE)
        return
      }
      await makeFolder()
      if ((await known.offered())?.version !== value.version) await offered.write(value)
    },
  }
}

/** Without setting anything aside: the doctor asks too, and changes nothing. */
async function readOffered(file: string): Promise<Offered | undefined> {
  try {
    return offeredSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}

async function readResult(file: string): ReturnType<UpdateNotes['result']> {
  const [line] = await readLines(file)
  if (line === undefined) return undefined
  const { version, why: rest } = splitOnce(line)
  const { version: word, why } = splitOnce(rest)
  const outcome = outcomeSchema.safeParse(word)
  return outcome.success ? { version, outcome: outcome.data, why } : undefined
}

async function readVersionLink(link: string): Promise<ReleaseVersion | undefined> {
  return releaseVersionSchema.safeParse(await readlink(link).catch(() => undefined)).data
}

async function readLines(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').filter(line => lineSchema.safeParse(line).success)
}

function splitOnce(line: string): FailedUpdate {
  const [version = '', ...rest] = line.split(' ')
  return { version, why: rest.join(' ') }
}
