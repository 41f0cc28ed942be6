import { CommanderError } from 'commander'
import { ZodError } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'

const REFUSED = 1
const WRONG_USAGE = 2

/** What a command ends with, and the lines that say why. */
interface Explanation {
  readonly code: number
  readonly lines: readonly string[]
}

/** What the system says about a file that somebody named, in words. All else is a fault of ours and keeps its trace. */
const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this account has no right to it',
  EPERM: 'this account has no right to it',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'a part of this path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk can only be read',
}

/** Where a file is staged before it has its name: who named it never saw that. */
const STAGED = /\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.new$/

/** Says what went wrong as plainly as it is known, with the exit code that belongs to it. */
export function explainError(error: unknown): Explanation {
  // Commander has said it already.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : WRONG_USAGE, lines: [] }
  if (error instanceof ZodError) return { code: WRONG_USAGE, lines: error.issues.map(inWords) }
  if (error instanceof GuichetError) return { code: REFUSED, lines: [`${error.message} (${error.code})`] }
  if (!(error instanceof Error)) return { code: REFUSED, lines: [String(error)] }
  return { code: REFUSED, lines: [ofTheSystem(error) ?? error.stack ?? error.message] }
}

function inWords({ path, message }: ZodError['issues'][number]): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}

function ofTheSystem({ code = '', path, ...error }: NodeJS.ErrnoException): string | undefined {
  if (code === 'EADDRNOTAVAIL' && error.syscall === 'listen' && 'address' in error) {
    return `This machine does not have the address ${String(error.address)}. (${code})`
  }
  const fault = fileFaults[code]
  return path === undefined || fault === undefined ? undefined : `${path.replace(STAGED, '')}: ${fault}. (${code})`
}
