import { releaseVersionSchema } from '#shared/update/release-version.ts'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { createJsonFile } from '../files/json-file.ts'
import type { replaceFile } from '../files/replace-file.ts'

const triedSchema = z.strictObject({
  version: z.literal(1),
  tried: z.strictObject({ version: releaseVersionSchema, attempt: z.int().min(1) }),
  /** Whether the server answered when this terminal changed over. */
  wasAway: z.boolean(),
})
export type Tried = z.output<typeof triedSchema>

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
  /** What was gone back from, by the launcher, the latest last. */
  readonly failed: () => Promise<readonly FailedUpdate[]>
  /** What became of what was laid down last, as root says it. */
  readonly result: () => Promise<(FailedUpdate & { readonly outcome: 'applied' | 'refused' }) | undefined>
  /** Lets the launcher try a version once more. */
  readonly forgetFailure: (version: string) => Promise<void>
  readonly tried: () => Promise<Tried | undefined>
  readonly sayTried: (tried: Tried) => Promise<void>
}

const lineSchema = z.string().regex(/^\S{1,80}(?: .{0,400})?$/)
const outcomeSchema = z.enum(['applied', 'refused'])

export interface UpdateNoteParts {
  /** The kiosk's own, made when something is first written. */
  readonly folder: string
  /** Root's. */
  readonly resultFile: string
  readonly createJsonFile: typeof createJsonFile
  readonly replaceFile: typeof replaceFile
}

/** The notes as they lie on a terminal. What cannot be read counts as not written. */
export function createUpdateNotes({ folder, resultFile, ...files }: UpdateNoteParts): UpdateNotes {
  const place = (name: string) => path.join(folder, name)
  const write = async (name: string, text: string) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await files.replaceFile(place(name), text)
  }
  const tried = files.createJsonFile(place('tried.json'), triedSchema)
  const failed = async () => (await readLines(place('failed'))).map(line => splitOnce(line))
  return {
    folder,
    offerFile: place('offer'),
    healthy: async () => (await readLines(place('healthy')))[0],
    sayHealthy: version => write('healthy', `${version}\n`),
    failed,
    async result() {
      const [line] = await readLines(resultFile)
      if (line === undefined) return undefined
      const { version, why: rest } = splitOnce(line)
      const { version: word, why } = splitOnce(rest)
      const outcome = outcomeSchema.safeParse(word)
      return outcome.success ? { version, outcome: outcome.data, why } : undefined
    },
    async forgetFailure(version) {
      const others = (await failed()).filter(one => one.version !== version)
      await write('failed', others.map(one => `${one.version} ${one.why}\n`).join(''))
      await rm(place('trial'), { force: true })
    },
    async tried() {
      const reading = await tried.read()
      return reading.status === 'found' ? reading.value : undefined
    },
    async sayTried(value) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await tried.write(value)
    },
  }
}

async function readLines(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').filter(line => lineSchema.safeParse(line).success)
}

function splitOnce(line: string): FailedUpdate {
  const [version = '', ...rest] = line.split(' ')
  return { version, why: rest.join(' ') }
}
