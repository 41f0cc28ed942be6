import type { Command } from 'commander'
import { z } from 'zod'
import { staffNameSchema } from '#shared/contracts/staff.ts'
import { ensureState } from '../../control/state/ensure-state.ts'
import type { Database } from '../../database/open-database.ts'
import { readPrison } from '../../database/read-prison.ts'
import { invitationUrl } from '../../staff/invitation-url.ts'
import { inviteStaff } from '../../staff/invitations.ts'
import { listStaff } from '../../staff/staff-list.ts'
import { foundPrison, type PrisonWish, prisonNameSchema, timeZoneSchema } from '../found-prison.ts'
import { print } from '../print.ts'
import { loadServerKeys } from '../server-keys.ts'
import { readServerOptions } from '../server-options.ts'
import { withNewDatabase } from '../with-database.ts'

/** Of `guichet server`, what concerns the first start too. */
const serverSchema = z.object({
  data: z.string(),
  host: z.string(),
  port: z.coerce.number({ error: 'not a number' }).int().min(0).max(65_534),
  staffPort: z.coerce.number({ error: 'not a number' }).int().min(0).max(65_535).optional(),
  staffHost: z.string(),
})
const ownSchema = z.strictObject({
  prison: prisonNameSchema.optional(),
  timeZone: timeZoneSchema,
  page: z.url({ protocol: /^https$/, error: 'not an address: one is https://guichet.prison.example:7444' }).optional(),
})

/**
 * `guichet server init`: everything up to the link by which the first warden makes their passkey.
 *
 * Running it again changes nothing that is there; while nobody has used the link it gives another, and the first is void.
 */
export function addServerInit(server: Command): void {
  server
    .command('init')
    .description('set up the data folder, the database and the prison, and print the link for the first warden')
    .configureHelp({ showGlobalOptions: true })
    .argument('<warden>', 'what records will call the first warden')
    .option('--prison <name>', 'what the prison is called; needed where the database holds none yet')
    .option('--time-zone <zone>', 'the clock on its wall', Intl.DateTimeFormat().resolvedOptions().timeZone)
    .option('--page <url>', 'where the wardens’ page is; left out, where the server puts it')
    .action(async (warden: string, raw: unknown) => {
      const { data, host, ...staff } = serverSchema.parse(server.opts())
      const { prison: name, timeZone, page } = ownSchema.parse(raw)
      const origin = new URL(page ?? usualPage(server, staff)).origin
      const first = staffNameSchema.parse(warden)
      const options = readServerOptions({ data })
      await withNewDatabase(options, async database => {
        const { stateKeys } = await loadServerKeys(options.dataFolder, host, staff.staffHost)
        await sayFounded(database, { name, timeZone })
        await ensureState({ database, keys: stateKeys, clock: () => new Date() })
        await inviteFirst(database, { first, origin, data })
      })
    })
}

function usualPage(
  server: Command,
  { port, staffPort, staffHost }: Omit<z.output<typeof serverSchema>, 'data' | 'host'>,
): string {
  const at = staffPort ?? (port === 0 ? 0 : port + 1)
  if (at === 0) return server.error('error: where a free port is taken, say where the page is with --page')
  return `https://${staffHost}:${at}`
}

async function sayFounded(database: Database, wish: PrisonWish): Promise<void> {
  if (await foundPrison(database, wish)) {
    print(`The prison is there: ${wish.name}, on the clock of ${wish.timeZone}.`)
    return
  }
  const { names, timeZone } = await readPrison(database)
  print(`The prison that was there stays: ${names.en}, on the clock of ${timeZone}.`)
}

interface FirstWarden {
  readonly first: string
  readonly origin: string
  readonly data: string
}

async function inviteFirst(database: Database, { first, origin, data }: FirstWarden): Promise<void> {
  const now = new Date()
  const { staff } = await listStaff(database, now)
  if (staff.length > 0) {
    print(`There is a warden already: ${staff.map(({ name }) => name).join(', ')}. Nothing was changed for them.`)
    print(`Invite another on the wardens’ page, or with: guichet staff invite NAME --page ${origin} --data ${data}`)
    return
  }
  const { token } = await inviteStaff(database, { name: first, invitedBy: null }, now)
  print(invitationUrl(origin, token))
  print(`Works once, within 24 hours, while the server runs. Whoever opens it becomes the first warden, ${first}.`)
}
