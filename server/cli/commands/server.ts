import type { Command } from 'commander'
import { isIP } from 'node:net'
import { z } from 'zod'
import { hasStaff } from '../../staff/staff-list.ts'
import { gatewayOptionSchema } from '../gateway-option.ts'
import { complain, print } from '../print.ts'
import { type PrisonServer, startPrisonServer } from '../prison-server.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { staffPage } from '../staff-listener.ts'
import { untilToldToStop } from '../until-told-to-stop.ts'
import { addServerInit } from './server-init.ts'

/** A name, since passkeys are bound to one and browsers know none for an address. */
const staffHostSchema = z
  .string()
  .regex(/^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/)
  .refine(host => isIP(host) === 0, { error: 'passkeys need a name, not an address' })

const optionsSchema = z.strictObject({
  data: z.string(),
  host: z.string(),
  port: z.coerce.number({ error: 'not a number' }).int().min(0).max(65_535),
  gateway: gatewayOptionSchema,
  staffPort: z.coerce.number({ error: 'not a number' }).int().min(0).max(65_535).optional(),
  staffHost: staffHostSchema,
  staffAddress: z.string().optional(),
})

/** `guichet server`: starts, migrates, listens, and prints where. Stops on Ctrl-C or SIGTERM. */
export function addServerCommand(program: Command): void {
  const server = program.command('server').description('start the prison server')
  withServerOptions(server)
    .option('--host <address>', 'the address terminals reach it by', '127.0.0.1')
    .option('--port <port>', 'the port; 0 takes a free one', '7443')
    .option('--staff-port <port>', 'the port of the wardens’ page; left out, the next one')
    .option('--staff-host <name>', 'the name in the address of the wardens’ page', 'localhost')
    .option('--staff-address <address>', 'the address the wardens’ page listens on; left out, that of --host')
    .option('--gateway <engine>', 'what reaches the web: embedded, or squid:127.0.0.1:PORT', 'embedded')
    .action(async (raw: unknown) => {
      const { data, host, port, gateway: squid, ...staff } = optionsSchema.parse(raw)
      const stopping = untilToldToStop()
      const running = await startPrisonServer({
        ...readServerOptions({ data }),
        host,
        port,
        staff: {
          address: staff.staffAddress ?? host,
          port: staff.staffPort ?? (port === 0 ? 0 : port + 1),
          host: staff.staffHost,
        },
        ...(squid !== undefined && { gateway: { squid } }),
      })
      print(`The prison server listens on ${running.url}`)
      print(`It describes itself at ${running.url}/openapi.json`)
      await announceStaff(running, data)
      await stopping
      complain('Stopping …')
      await running.stop()
    })
  addServerInit(server)
}

async function announceStaff({ database, staffOrigin }: PrisonServer, data: string): Promise<void> {
  if (staffOrigin === undefined) return
  print(`The wardens’ page is ${staffPage(staffOrigin)}`)
  if (await hasStaff(database, new Date())) return
  print(`There is no warden yet. Invite the first: guichet server init NAME --page ${staffOrigin} --data ${data}`)
}
