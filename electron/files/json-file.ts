import { GuichetError } from '#shared/errors/guichet-error.ts'
import { readFile, rename } from 'node:fs/promises'
import type { z } from 'zod'
import { replaceFile } from './replace-file.ts'

/** `broken`: it was there and not what this program writes. It lies beside, under `setAside`, for a technician. */
export type FileReading<Value> =
  | { readonly status: 'found'; readonly value: Value }
  | { readonly status: 'missing' }
  | { readonly status: 'broken'; readonly setAside: string }

/** One JSON value in a file of this account alone. */
export interface JsonFile<Value> {
  readonly read: () => Promise<FileReading<Value>>
  /**
   * Replaces the value. Resolves when the new one is on the disk; a power cut leaves the old or the new one, whole.
   * Throws `DATA_FOLDER_UNUSABLE`.
   */
  readonly write: (value: Value) => Promise<void>
}

/** Reads and writes `file` by `schema`. What does not parse is set aside, never half used. */
export function createJsonFile<Schema extends z.ZodType>(file: string, schema: Schema): JsonFile<z.output<Schema>> {
  return {
    async read() {
      const text = await readText(file)
      if (text === undefined) return { status: 'missing' }
      const value = parse(text, schema)
      if (value.success) return { status: 'found', value: value.data }
      const setAside = `${file}.broken`
      await wrap(() => rename(file, setAside))
      return { status: 'broken', setAside }
    },
    write: value => wrap(() => replaceFile(file, JSON.stringify(value))),
  }
}

function parse<Schema extends z.ZodType>(text: string, schema: Schema): z.ZodSafeParseResult<z.output<Schema>> {
  try {
    return schema.safeParse(JSON.parse(text))
  } catch {
    // Not JSON at all is one of the ways of not being what the schema says.
    return schema.safeParse(undefined)
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new GuichetError('DATA_FOLDER_UNUSABLE', 'a file cannot be read', { cause: error })
  }
}

async function wrap(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    throw new GuichetError('DATA_FOLDER_UNUSABLE', 'a file cannot be written', { cause: error })
  }
}
