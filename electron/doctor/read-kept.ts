import { readFile } from 'node:fs/promises'
import type { z } from 'zod'

export type Kept<Value> =
  { readonly status: 'kept'; readonly value: Value } | { readonly status: 'missing' } | { readonly status: 'unusable' }

/** Reads a JSON file and leaves it as it is, also one that cannot be used: the doctor changes nothing. */
export async function readKept<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<Kept<z.output<Schema>>> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? { status: 'kept', value: parsed.data } : { status: 'unusable' }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { status: isMissing ? 'missing' : 'unusable' }
  }
}
