import type { Readable, Writable } from 'node:stream'
import { createInterface } from 'node:readline'
import { BROKEN, encodeHelperAnswer } from './helper-answer.ts'
import { parseHelperQuestion } from './helper-question.ts'
import { type JudgeParts, judgeQuestion } from './judge-question.ts'

export interface HelperPorts extends JudgeParts {
  readonly input: Readable
  readonly output: Writable
  readonly reportBug: (error: unknown) => void
}

/** In characters. Squid keeps a request's head below 16 KiB, and writes at most three for each. */
const LONGEST_LINE = 64 * 1024

/**
 * Answers Squid's questions until Squid closes the input: one line in, one line out, in whatever order they are decided.
 *
 *  - A line that cannot be read, and a bug, are answered `BH`: Squid then refuses. Nothing but a grant is answered `OK`.
 *  - What was asked before the input closed is answered before it ends.
 *  - A line without a channel cannot be answered, and ends it: Squid starts another one.
 */
export async function runHelper({ input, output, reportBug, ...parts }: HelperPorts): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  const pending = new Set<Promise<unknown>>()
  for await (const line of lines) {
    const channel = /^\d{1,9}(?= )/.exec(line)?.[0]
    if (channel === undefined) {
      reportBug(new TypeError('Squid wrote a line without a channel'))
      break
    }
    const said = answer(parts, line)
      .catch((error: unknown) => {
        reportBug(error)
        return BROKEN
      })
      .then(answered => output.write(`${encodeHelperAnswer(channel, answered)}\n`))
      .finally(() => pending.delete(said))
    pending.add(said)
  }
  await Promise.all(pending)
}

async function answer(parts: JudgeParts, line: string): Promise<typeof BROKEN> {
  const question = line.length > LONGEST_LINE ? undefined : parseHelperQuestion(line)
  if (question === undefined) throw new TypeError('Squid wrote a line of another form')
  return judgeQuestion(parts, question)
}
