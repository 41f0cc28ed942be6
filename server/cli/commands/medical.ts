import type { Command } from 'commander'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createSealingKeyPair } from '#shared/sealing/sealing-key-pair.ts'
import type { Database } from '../../database/open-database.ts'
import { writeFileDurably } from '../../keys/write-file-durably.ts'
import { type OpenedRequest, openRequests } from '../../medical/open-requests.ts'
import { readServiceKey, registerMedicalKey } from '../../medical/service-key-file.ts'
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
      await makeServiceKey(resolve(out), register => withDatabase(readServerOptions({ data }), register))
      print(
        `The private key is in ${resolve(out)}. Keep it away from the server: whoever has it reads every medical request.`,
      )
    })
  withServerOptions(medical.command('read').description('open the medical requests with the service’s private key'))
    .requiredOption('--key <file>', 'the private key file')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, key, json } = readSchema.parse(raw)
      const { openingKey } = await readServiceKey(resolve(key))
      const requests = await withDatabase(readServerOptions({ data }), database => openRequests(database, openingKey))
      if (json === true) printJson(requests)
      else for (const request of requests) print(inWords(request))
      if (json !== true && requests.length === 0) print('No medical request yet.')
    })
}

type Register = (database: Database) => Promise<void>

/** Makes a key pair; the private half goes to `path`, which must not exist, and is written before the public half counts. */
export async function makeServiceKey(path: string, withRegistry: (register: Register) => Promise<void>): Promise<void> {
  // A key written over cannot open what was sealed to it, ever.
  if (existsSync(path))
    throw new GuichetError('CONFIGURATION_INVALID', `${path} exists already. A key file is never written over.`)
  const pair = await createSealingKeyPair()
  await writeFileDurably(path, `${JSON.stringify(pair, null, 2)}\n`)
  await withRegistry(database => registerMedicalKey(database, pair))
}

function inWords({ id, state, receivedAt, dueAt, inmate, content }: OpenedRequest): string {
  const who = `${inmate.givenName} ${inmate.familyName}, no. ${inmate.number}, cell ${inmate.cellId ?? 'none'}`
  const head = `${id}  ${state}  received ${receivedAt}  due ${dueAt}\n  ${who}`
  if (content === null) return `${head}\n  This key does not open it.\n`
  const { service, sinceWhen, howBad, text } = content
  return `${head}\n  ${service}, since: ${sinceWhen}, how bad: ${howBad} of 5\n  ${text.replaceAll('\n', '\n  ')}\n`
}
