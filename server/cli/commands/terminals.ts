import type { Command } from 'commander'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { type ListedTerminal, listTerminals } from '../../enrolment/list-terminals.ts'
import { findWing } from '../../people/find-wing.ts'
import { momentWords } from '../moment-words.ts'
import { print, printJson } from '../print.ts'
import { readPrison } from '../../database/read-prison.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const optionsSchema = z.strictObject({
  data: z.string(),
  wing: z.string().optional(),
  waiting: z.literal(true).optional(),
  json: z.literal(true).optional(),
})
type Options = z.output<typeof optionsSchema>

/** `guichet terminals`: which there are, which are in, and which codes wait. */
export function addTerminalsCommand(program: Command): void {
  withServerOptions(program.command('terminals').description('which terminals there are, and what became of each'))
    .option('--wing <name>', 'those of this wing alone')
    .option('--waiting', 'those alone that are not in: never enrolled, or revoked')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const options = optionsSchema.parse(raw)
      const { terminals, timeZone } = await withDatabase(readServerOptions(options), async database => ({
        terminals: select(await listTerminals(database, new Date()), options),
        timeZone: (await readPrison(database)).timeZone,
      }))
      if (options.json === true) printJson(terminals)
      else say(terminals, timeZone)
    })
}

function select(terminals: readonly ListedTerminal[], { wing, waiting }: Options): readonly ListedTerminal[] {
  const isWanted = inWing(terminals, wing)
  return terminals.filter(one => isWanted(one) && (waiting !== true || !isIn(one)))
}

function inWing(terminals: readonly ListedTerminal[], wing: string | undefined): (one: ListedTerminal) => boolean {
  if (wing === undefined) return () => true
  const wings = new Map(terminals.map(({ wingId, wingNames }) => [wingId, { id: wingId, names: wingNames }]))
  const found = findWing([...wings.values()], wing)
  // Never "0 of 0 are in": that reads as if the whole wing were done.
  if (found === undefined) throw new GuichetError('ORDER_UNKNOWN', `No terminal is in a wing called ${wing}.`)
  if (found === 'several')
    throw new GuichetError('ORDER_UNKNOWN', `Several wings are called ${wing}. Say the whole name.`)
  return ({ wingId }) => wingId === found.id
}

function isIn({ enrolledAt, revokedAt }: ListedTerminal): boolean {
  return enrolledAt !== null && revokedAt === null
}

function say(terminals: readonly ListedTerminal[], timeZone: string): void {
  const moment = (at: Date) => momentWords(at, timeZone)
  const width = Math.max(0, ...terminals.map(({ name }) => name.length))
  const wingWidth = Math.max(0, ...terminals.map(({ wingNames }) => wingNames.en.length))
  for (const one of terminals) {
    const place = `${one.name.padEnd(width)}  ${one.wingNames.en.padEnd(wingWidth)}`
    const code = one.codeUntil === null ? '' : `; code until ${moment(one.codeUntil)}`
    print(`${place}  ${standing(one, moment)}${code}`)
  }
  const inCount = terminals.filter(isIn).length
  const codes = terminals.filter(({ codeUntil }) => codeUntil !== null).length
  print(`${inCount} of ${terminals.length} terminals are in; ${codes} codes wait.`)
}

function standing(
  { enrolledAt, revokedAt, heardAt, isConnected }: ListedTerminal,
  moment: (at: Date) => string,
): string {
  if (enrolledAt === null) return revokedAt === null ? 'not enrolled' : `revoked ${moment(revokedAt)}`
  if (revokedAt !== null) return `revoked ${moment(revokedAt)}`
  const heard = heardAt === null ? 'not heard yet' : `heard ${moment(heardAt)}`
  return `enrolled ${moment(enrolledAt)}, ${isConnected ? 'on the line' : heard}`
}
