import type { Command } from 'commander'
import { z } from 'zod'
import { inmateIdSchema } from '#shared/contracts/ids.ts'
import { listBudgets } from '../../gateway/budgets/list-budgets.ts'
import { listRefusals } from '../../gateway/refusals/list-refusals.ts'
import { listReviews } from '../../gateway/reviews/list-reviews.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const common = { data: z.string(), json: z.literal(true).optional() }
const sinceSchema = z.strictObject({ ...common, since: z.iso.date() })
const daySchema = z.strictObject({ ...common, day: z.iso.date(), inmate: inmateIdSchema.optional() })

const DAY_MS = 24 * 60 * 60 * 1000
const dayAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)

/** `guichet web`: what the gates refused, what was carried out, and what was written. */
export function addWebCommand(program: Command): void {
  const web = program.command('web').description('see what the gates refused, and what went out')
  addRefusals(web)
  addBudgets(web)
  addReview(web)
}

function addRefusals(web: Command): void {
  withServerOptions(web.command('refusals').description('what was refused, the latest day and the most frequent first'))
    .option('--since <day>', 'from this day on, YYYY-MM-DD', dayAgo(7))
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json, since } = sinceSchema.parse(raw)
      const rows = await withDatabase(readServerOptions({ data }), database => listRefusals(database, since))
      if (json === true) printJson(rows)
      else
        for (const row of rows) {
          const place = `${row.host}${row.path}`
          print(
            `${row.day}  ${String(row.count).padStart(6)}  ${row.reason.padEnd(22)} ${row.method} ${row.type}  ${place}`,
          )
        }
    })
}

function addBudgets(web: Command): void {
  withServerOptions(web.command('budgets').description('how much inmates carried out to which site, the most first'))
    .option('--day <day>', 'of this day, YYYY-MM-DD', dayAgo(0))
    .option('--inmate <id>', 'of this inmate alone')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json, day, inmate } = daySchema.parse(raw)
      const rows = await withDatabase(readServerOptions({ data }), database => listBudgets(database, day, inmate))
      if (json === true) printJson(rows)
      else
        for (const { inmateId, siteId, spent, limits } of rows) {
          const typed = `${spent.query} of ${limits.query} typed`
          print(`${inmateId}  ${siteId}  ${typed}, ${spent.path} of ${limits.path} in addresses`)
        }
    })
}

function addReview(web: Command): void {
  withServerOptions(web.command('review').description('what was written where a rule lets people write freely'))
    .option('--since <day>', 'from this day on, YYYY-MM-DD', dayAgo(1))
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json, since } = sinceSchema.parse(raw)
      const rows = await withDatabase(readServerOptions({ data }), database => listReviews(database, since))
      if (json === true) printJson(rows)
      else
        for (const { at, inmateId, siteId, ruleId, method, host, path, fields } of rows) {
          print(`${at.toISOString()}  ${inmateId}  ${siteId}/${ruleId}  ${method} ${host}${path}`)
          for (const { name, value } of fields) print(`    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
        }
    })
}
