import { errorBodySchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { type ErrorCode, GuichetError } from '#shared/errors/guichet-error.ts'
import type { z } from 'zod'
import { type Answer, askOver } from './ask-over.ts'
import { type Connection, openPinned } from './open-connection.ts'

/** A server this terminal may believe: by its authority's key, and where it is here, by the certificate itself. */
export interface PinnedServer {
  readonly url: URL
  readonly fingerprint: string
  readonly authorityPem: string
}

/** What the server may refuse a code with. */
const refusals: ReadonlySet<string> = new Set<ErrorCode>([
  'ENROLMENT_CODE_EXPIRED',
  'ENROLMENT_CODE_UNKNOWN',
  'ENROLMENT_CODE_USED',
  'ENROLMENT_TRIES_SPENT',
  'SERVER_BUSY',
])

/** Asks one of the enrolment's routes. Throws the server's own code, or `ENROLMENT_SERVER_UNKNOWN` for an answer that is none. */
export async function askServer<Schema extends z.ZodType>(
  { url, fingerprint, authorityPem }: PinnedServer,
  path: string,
  { body, answer: schema }: { readonly body: object; readonly answer: Schema },
): Promise<z.output<Schema>> {
  const { socket } = await openPinned(url, { fingerprint, authorityPem })
  const answer = await askOver(socket, url.host, { method: 'POST', path, body: JSON.stringify(body) })
  if (answer.status !== 200) throw new GuichetError(refusalOf(answer), `the server answered ${answer.status}`)
  const parsed = schema.safeParse(parseJson(answer.text))
  if (parsed.success) return parsed.data
  throw new GuichetError('ENROLMENT_SERVER_UNKNOWN', 'the answer is not a prison server’s', { cause: parsed.error })
}

/** Asks whatever answers whether it is a prison server. It is told nothing that is worth anything. */
export async function checkIsGuichet({ socket }: Connection, url: URL): Promise<void> {
  const answer = await askOver(socket, url.host, { method: 'GET', path: terminalRoutes.probe })
  if (answer.status === 401 && codeOf(answer) === 'TERMINAL_REFUSED') return
  throw new GuichetError('ENROLMENT_SERVER_UNKNOWN', 'what answers is not a prison server')
}

function refusalOf(answer: Answer): ErrorCode {
  const code = codeOf(answer)
  if (isRefusal(code)) return code
  if (answer.status === 404) return 'ENROLMENT_SERVER_UNKNOWN'
  return answer.status === 429 ? 'ENROLMENT_TRIES_SPENT' : 'SERVER_BUSY'
}

function isRefusal(code: string | undefined): code is ErrorCode {
  return code !== undefined && refusals.has(code)
}

function codeOf({ text }: Answer): string | undefined {
  return errorBodySchema.safeParse(parseJson(text)).data?.code
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
