import type { Command } from 'commander'
import { z } from 'zod'
import { gatewayOptionSchema } from '../gateway-option.ts'
import { complain, print } from '../print.ts'
import { startPrisonServer } from '../prison-server.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { untilToldToStop } from '../until-told-to-stop.ts'

const optionsSchema = z.strictObject({
  data: z.string(),
  host: z.string(),
  port: z.coerce.number().int().min(0).max(65_535),
  gateway: gatewayOptionSchema,
})

/** `guichet server`: starts, migrates, listens, and prints where. Stops on Ctrl-C or SIGTERM. */
export function addServerCommand(program: Command): void {
  withServerOptions(program.command('server').description('start the prison server'))
    .option('--host <address>', 'the address terminals reach it by', '127.0.0.1')
    .option('--port <port>', 'the port; 0 takes a free one', '7443')
    .option('--gateway <engine>', 'what reaches the web: embedded, or squid:127.0.0.1:PORT', 'embedded')
    .action(async (raw: unknown) => {
      const { data, host, port, gateway: squid } = optionsSchema.parse(raw)
      const stopping = untilToldToStop()
      const server = await startPrisonServer({
        ...readServerOptions({ data }),
        host,
        port,
        ...(squid !== undefined && { gateway: { squid } }),
      })
      print(`The prison server listens on ${server.url}`)
      print(`It describes itself at ${server.url}/openapi.json`)
      await stopping
      complain('Stopping …')
      await server.stop()
    })
}
