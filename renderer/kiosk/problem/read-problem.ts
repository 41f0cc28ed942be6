import { type ErrorCode, errorCodes } from '#shared/errors/guichet-error.ts'

/** The code the main process put behind the page's address (`#problem=CODE`); anything that is no code is none. */
export function readProblem(hash: string): ErrorCode | undefined {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('problem')
  return code !== null && isErrorCode(code) ? code : undefined
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code)
}
