import type { Command } from 'commander'
import { resolve } from 'node:path'
import { z } from 'zod'
import { languageSchema } from '#shared/contracts/language.ts'
import { readPrison } from '../../database/read-prison.ts'
import { currentMedicalKey } from '../../medical/service-key.ts'
import { currentRecoveryKey } from '../../recovery/recovery-key.ts'
import { print } from '../print.ts'
import { loadServerKeys } from '../prison-server.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'
import { writeKioskFolder } from '../write-kiosk-folder.ts'

const optionsSchema = z.strictObject({
  data: z.string(),
  out: z.string(),
  server: z.url({ protocol: /^https$/ }),
  language: languageSchema,
})

/** `guichet enrol NAME`: gives a terminal a key of its own and writes the folder it starts from. */
export function addEnrolCommand(program: Command): void {
  withServerOptions(program.command('enrol').description('enrol a terminal and write its configuration'))
    .argument('<name>', 'the terminal’s name, as on its door: A-07')
    .requiredOption('--out <folder>', 'where to write kiosk.json and the terminal’s key')
    .option('--server <url>', 'where the terminal reaches the prison server', 'https://127.0.0.1:7443')
    .option('--language <language>', 'the language it starts in: fr, nl, de or en', 'fr')
    .action(async (name: string, raw: unknown) => {
      const { data, out, server, language } = optionsSchema.parse(raw)
      const options = readServerOptions({ data })
      const { tls, webAuthority, receiptKey, stateKeys } = await loadServerKeys(
        options.dataFolder,
        new URL(server).hostname,
      )
      const path = await withDatabase(options, async database =>
        writeKioskFolder(database, name, resolve(out), {
          serverUrl: server,
          authorityPem: tls.authorityPem,
          webAuthorityPem: webAuthority.certificatePem,
          receiptKey,
          stateKeys,
          medicalKey: await currentMedicalKey(database),
          recoveryKey: await currentRecoveryKey(database),
          prison: await readPrison(database),
          language,
        }),
      )
      print(`Terminal ${name} is enrolled. It starts from ${path}`)
    })
}
