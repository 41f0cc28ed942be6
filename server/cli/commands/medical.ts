import type { Command } from 'commander'
import { resolve } from 'node:path'
import { z } from 'zod'
import { readSealingKeyFile } from '../../keys/sealing-key-file.ts'
import { type OpenedRequest, openRequests } from '../../medical/open-requests.ts'
import { registerMedicalKey } from '../../medical/service-key.ts'
import { makeKeyFile } from '../make-key-file.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const keygenSchema = z.strictObject({ data: z.string(), out: z.string() })
const readSchema = z.strictObject({ data: z.string(), key: z.string(), json: z.literal(true).optional() })

/** `guichet medical`: the medical service's key, and what only that key opens. */
export function addMedicalCommand(program: Command): void {
  const medical = program.command('medical').description('the medical service’s key, and its requests')
  withServerOptions(
    medical.command('keygen').description('make the service’s key pair; the server keeps the public half'),
  )
    .requiredOption('--out <file>', 'the private key file, to be kept by the service’s staff alone')
    .action(async (raw: unknown) => {
      const { data, out } = keygenSchema.parse(raw)
      await makeKeyFile(resolve(out), pair =>
        withDatabase(readServerOptions({ data }), database => registerMedicalKey(database, pair)),
      )
      print(
        `The private key is in ${resolve(out)}. Keep it away from the server: whoever has it reads every medical request.`,
      )
    })
  withServerOptions(medical.command('read').description('open the medical requests with the service’s private key'))
    .requiredOption('--key <file>', 'the private key file')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, key, json } = readSchema.parse(raw)
      const { openingKey } = await readSealingKeyFile(resolve(key))
      const requests = await withDatabase(readServerOptions({ data }), database => openRequests(database, openingKey))
      if (json === true) printJson(requests)
      else for (const request of requests) print(inWords(request))
      if (json !== true && requests.length === 0) print('No medical request yet.')
    })
}

function inWords({ id, state, receivedAt, dueAt, inmate, content }: OpenedRequest): string {
  const who = `${inmate.givenName} ${inmate.familyName}, no. ${inmate.number}, cell ${inmate.cellId ?? 'none'}`
  const head = `${id}  ${state}  received ${receivedAt}  due ${dueAt}\n  ${who}`
  if (content === null) return `${head}\n  This key does not open it.\n`
  const { service, sinceWhen, howBad, text } = content
  return `${head}\n  ${service}, since: ${sinceWhen}, how bad: ${howBad} of 5\n  ${text.replaceAll('\n', '\n  ')}\n`
}
