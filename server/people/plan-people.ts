import type { Language } from '#shared/contracts/language.ts'

/** A line of a list of inmates. */
export interface PersonRow {
  readonly line: number
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly language: Language
  readonly cell: string
}

/** What is there already. */
export interface KnownPeople {
  readonly numbers: ReadonlySet<string>
  readonly cells: ReadonlyMap<string, { readonly capacity: number; readonly people: number }>
}

/**
 * What stands against taking these people in, in words with the line: a number that is taken or there twice, a cell that is not
 * there, or is full. Nothing: they can come.
 */
export function findProblems(rows: readonly PersonRow[], { numbers, cells }: KnownPeople): readonly string[] {
  const lines = new Map<string, number>()
  const arrivals = new Map<string, number>()
  const problems: string[] = []
  for (const { line, number, cell } of rows) {
    const before = lines.get(number)
    lines.set(number, line)
    if (before !== undefined) problems.push(`line ${line}: number ${number} is in line ${before} already`)
    else if (numbers.has(number)) problems.push(`line ${line}: somebody has the number ${number} already`)
    const place = cells.get(cell)
    if (place === undefined) {
      problems.push(`line ${line}: there is no cell ${cell}`)
      continue
    }
    const count = (arrivals.get(cell) ?? 0) + 1
    arrivals.set(cell, count)
    if (place.people + count > place.capacity) {
      problems.push(`line ${line}: cell ${cell} has room for ${place.capacity}`)
    }
  }
  return problems
}
