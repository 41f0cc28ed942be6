import type { Command } from 'commander'
import process from 'node:process'
import { z } from 'zod'
import { lastAudit } from '../../audit/list-audit.ts'
import { type AuditProblem, verifyAudit } from '../../audit/verify-audit.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const headSchema = z
  .string()
  .regex(/^\d{1,12}:[0-9a-f]{64}$/, { error: 'a head is NUMBER:HASH, as verify printed it' })
  .transform(text => ({ seq: Number(text.split(':')[0]), hash: text.split(':')[1] ?? '' }))
const verifySchema = z.strictObject({
  data: z.string(),
  json: z.literal(true).optional(),
  expect: headSchema.optional(),
})
const showSchema = z.strictObject({
  data: z.string(),
  json: z.literal(true).optional(),
  last: z.coerce.number({ error: 'not a number' }).int().min(1).max(10_000),
})

const problems: Readonly<Record<AuditProblem, string>> = {
  'record-missing': 'records are missing before it, or changed places',
  'record-changed': 'it does not say what it said when it was written',
  'chain-broken': 'it follows another record than the one before it',
  'end-missing': 'the head you noted is not there: the end was cut off, or the whole chain written anew',
  'document-unrecorded': 'a state document has no record',
}

/** `guichet audit`: who did what, and the proof that nothing of it was removed. */
export function addAuditCommand(program: Command): void {
  const audit = program.command('audit').description('who did what, and the proof that the record is whole')
  withServerOptions(audit.command('verify').description('prove that no record was removed, changed or moved'))
    .option('--expect <head>', 'a head that was noted down earlier, NUMBER:HASH: proves that the end was not cut off')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json, expect } = verifySchema.parse(raw)
      const proof = await withDatabase(readServerOptions({ data }), database => verifyAudit(database, expect))
      if (!proof.isWhole) process.exitCode = 1
      if (json === true) printJson(proof)
      else if (proof.isWhole) {
        print(`Whole: ${proof.records} records.`)
        print(`Note its head where nobody of the server can change it: ${proof.head.seq}:${proof.head.hash}`)
      } else print(`NOT whole at ${proof.seq}: ${problems[proof.problem]}.`)
    })
  withServerOptions(audit.command('show').description('the last records, in their order'))
    .option('--last <count>', 'how many', '50')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json, last } = showSchema.parse(raw)
      const records = await withDatabase(readServerOptions({ data }), database => lastAudit(database, last))
      if (json === true) printJson(records)
      else
        for (const { seq, at, actor, action, subject } of records)
          print(`${seq}  ${at}  ${action}  ${actor}  ${JSON.stringify(subject)}`)
    })
}
