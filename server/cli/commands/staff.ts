import type { Command } from 'commander'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { staffNameSchema, staffRoleSchema } from '#shared/contracts/staff.ts'
import { invitationUrl } from '../../staff/invitation-url.ts'
import { type Invited, inviteStaff } from '../../staff/invitations.ts'
import { listStaff, removeStaff } from '../../staff/staff-list.ts'
import { print, printJson } from '../print.ts'
import { loadServerKeys } from '../server-keys.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const inviteSchema = z.strictObject({
  data: z.string(),
  page: z.url({ protocol: /^https$/, error: 'not an address: one is https://guichet.prison.example:7444' }),
  role: staffRoleSchema,
})
const listSchema = z.strictObject({ data: z.string(), json: z.literal(true).optional() })
const removeSchema = z.strictObject({ data: z.string() })
const certificateSchema = z.strictObject({ data: z.string(), out: z.string() })

const whatItDoes: Readonly<Record<Invited, (name: string) => string>> = {
  new: () => 'becomes a warden',
  here: name => `adds a passkey to those of ${name}, who is a warden already and whose other passkeys stay good`,
  removed: name => `becomes ${name} again, who was removed and has no passkey left`,
}

/** `guichet staff`: who may close and open things. */
export function addStaffCommand(program: Command): void {
  const staff = program.command('staff').description('the wardens: who may close and open things')
  addInvite(staff)
  addList(staff)
  addRemove(staff)
  addCertificate(staff)
}

function addInvite(staff: Command): void {
  withServerOptions(
    staff
      .command('invite')
      .description('print a one-time link by which somebody becomes a warden, or a warden adds a passkey'),
  )
    .argument('<name>', 'how records will call them')
    .option('--role <role>', 'warden, so far the only one', 'warden')
    .option('--page <url>', 'where the wardens’ page is', 'https://localhost:7444')
    .action(async (name: string, raw: unknown) => {
      const { data, page } = inviteSchema.parse(raw)
      const wish = { name: staffNameSchema.parse(name), invitedBy: null }
      const { token, invited } = await withDatabase(readServerOptions({ data }), database =>
        inviteStaff(database, wish, new Date()),
      )
      print(invitationUrl(new URL(page).origin, token))
      print(`Works once, within 24 hours. Whoever opens it ${whatItDoes[invited](wish.name)}: give it to nobody else.`)
      if (invited === 'here') print(`If a key of theirs is in other hands, first: guichet staff remove "${wish.name}"`)
    })
}

function addList(staff: Command): void {
  withServerOptions(staff.command('list').description('who is a warden, and who is invited'))
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json } = listSchema.parse(raw)
      const list = await withDatabase(readServerOptions({ data }), database => listStaff(database, new Date()))
      if (json === true) {
        printJson(list)
        return
      }
      for (const { name, role } of list.staff) print(`${name}  ${role}`)
      for (const { name, expiresAt } of list.invited) print(`${name}  invited, until ${expiresAt}`)
      if (list.staff.length + list.invited.length === 0)
        print('Nobody yet. Invite the first: guichet staff invite NAME')
    })
}

function addRemove(staff: Command): void {
  withServerOptions(staff.command('remove').description('take all of somebody’s passkeys and sessions, at once'))
    .argument('<name>', 'as in the list')
    .action(async (name: string, raw: unknown) => {
      const { data } = removeSchema.parse(raw)
      await withDatabase(readServerOptions({ data }), database => removeStaff(database, name, new Date()))
      print(`${name} is out. What they ordered stays in the records.`)
    })
}

function addCertificate(staff: Command): void {
  withServerOptions(
    staff.command('certificate').description('write the authority that wardens’ browsers have to be told to trust'),
  )
    .requiredOption('--out <file>', 'where to; it is public')
    .action(async (raw: unknown) => {
      const { data, out } = certificateSchema.parse(raw)
      const { tls } = await loadServerKeys(readServerOptions({ data }).dataFolder, 'localhost')
      await writeFile(resolve(out), tls.authorityPem)
      print(`The certificate is in ${resolve(out)}. Without it browsers warn, and use no passkey.`)
    })
}
