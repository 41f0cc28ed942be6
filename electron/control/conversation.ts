import { toTerminalSchema } from '#shared/contracts/control.ts'
import { unreachable } from '#shared/errors/unreachable.ts'
import { askForLease, type OpenLine, say } from './open-line.ts'

/**
 * Does what a message of the server's says. What it says first is done first.
 *
 * What is not believed is answered with a code and changes nothing, be it no message at all: a newer server may know more.
 */
export async function hear(line: OpenLine, text: string): Promise<void> {
  const { data: message } = toTerminalSchema.safeParse(parse(text))
  if (message === undefined) {
    disbelieve(line, 'message-malformed')
    return
  }
  switch (message.type) {
    case 'state':
      return obey(line, message.document)
    case 'lease':
      return take(line, message.grant)
    case 'show': {
      const document = line.parts.obedience.signed()
      if (document !== undefined) say(line, { type: 'held', document })
      return
    }
    default:
      unreachable(message)
  }
}

async function obey(line: OpenLine, signed: string): Promise<void> {
  const { connection } = line
  const received = await line.parts.obedience.receive(signed)
  if (received.status === 'refused') {
    disbelieve(line, received.reason)
    return
  }
  say(line, { type: 'obeyed', version: received.version })
  // What was asked for was a lease of an older document: that one will not come.
  if (line.asked !== undefined && connection === line.connection) askForLease(line)
}

async function take(line: OpenLine, grant: string): Promise<void> {
  const { asked } = line
  if (asked === undefined) {
    disbelieve(line, 'lease-unasked')
    return
  }
  const refusal = await line.parts.obedience.grant(grant, asked)
  if (refusal !== undefined) {
    disbelieve(line, `lease-${refusal}`)
    return
  }
  if (line.asked === asked) line.asked = undefined
}

function disbelieve(line: OpenLine, reason: string): void {
  line.parts.onEvent({ kind: 'disbelieved', reason })
  say(line, { type: 'refused', reason })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: no schema takes it.
    return undefined
  }
}
