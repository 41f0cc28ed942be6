import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { inmateNumberSchema } from '#shared/contracts/ids.ts'
import { languageSchema } from '#shared/contracts/language.ts'
import type { PersonRow } from '../../people/plan-people.ts'
import { readCsv } from './read-csv.ts'
import { refuseImport } from './refuse-import.ts'
import { rowProblems } from './row-problems.ts'

const required = ['number', 'given_name', 'family_name', 'language', 'cell'] as const
type Column = (typeof required)[number]

// Letters, marks, spaces and what stands in names: nothing that breaks a line or turns the writing round.
const nameSchema = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{M}][\p{L}\p{M}\p{N} .'’()-]*$/u, { error: 'not a name' })
const rowSchema = z.strictObject({
  number: inmateNumberSchema,
  given_name: nameSchema,
  family_name: nameSchema,
  language: languageSchema,
  cell: z.string().min(1).max(40),
})

/** Reads a list of inmates: `number,given_name,family_name,language,cell`. Throws `IMPORT_REFUSED`. */
export async function readPeopleFile(path: string): Promise<readonly PersonRow[]> {
  const rows = readCsv<Column>(await readFile(path, 'utf8'), { required, optional: [] })
  const problems: string[] = []
  const people = rows.flatMap(({ line, value }) => {
    const values = {
      number: value('number'),
      given_name: value('given_name'),
      family_name: value('family_name'),
      language: value('language'),
      cell: value('cell'),
    }
    const { data, error } = rowSchema.safeParse(values)
    if (data === undefined) {
      problems.push(...rowProblems(line, values, error))
      return []
    }
    const { number, given_name: givenName, family_name: familyName, language, cell } = data
    return [{ line, number, givenName, familyName, language, cell }]
  })
  return problems.length > 0 ? refuseImport(problems) : people
}
