import type { z } from 'zod'

/** What a schema says against the values of a line, in words. */
export function rowProblems(
  line: number,
  values: Readonly<Record<string, string>>,
  error: z.ZodError | undefined,
): readonly string[] {
  return (error?.issues ?? []).map(({ path: [first], message }) => {
    const column = String(first)
    const value = values[column] ?? ''
    const what = value === '' ? 'is empty' : `${JSON.stringify(value)}: ${message}`
    return `line ${line}: ${column} ${what}`
  })
}
