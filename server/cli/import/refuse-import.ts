import { GuichetError } from '#shared/errors/guichet-error.ts'

/** More than a screen of problems is one problem: the file. */
const MOST_TOLD = 20

/** Refuses a file with everything that is wrong with it, a line each. */
export function refuseImport(problems: readonly string[]): never {
  const told = problems.slice(0, MOST_TOLD)
  const rest = problems.length > MOST_TOLD ? [`… and ${problems.length - MOST_TOLD} more`] : []
  throw new GuichetError('IMPORT_REFUSED', ['Nothing was changed.', ...told, ...rest].join('\n  '))
}
