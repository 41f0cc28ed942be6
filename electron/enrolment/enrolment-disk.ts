import { type KioskConfiguration, kioskConfigurationSchema } from '#shared/contracts/configuration.ts'
import { type EnrolmentCode, enrolmentCodeSchema, serverHintSchema } from '#shared/contracts/enrolment.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { keepTerminalKey, makeTerminalKey, PRIVATE_KEY_FILE } from './terminal-key.ts'

/** What was sent and perhaps not answered. It is gone when the configuration is there. */
const underWaySchema = serverHintSchema.extend({ code: enrolmentCodeSchema })
export type UnderWay = z.output<typeof underWaySchema>

/** Where an enrolment is kept, so that a power cut at any moment loses nothing. Every call throws `DATA_FOLDER_UNUSABLE`. */
export interface EnrolmentDisk {
  /** Writes and deletes a file: who would find out at the end that nothing can be kept has used up a code. */
  readonly tryOut: () => Promise<void>
  /** Of the key that goes with `code`: the same one as long as its enrolment is under way, a new one else. */
  readonly publicKey: (code: EnrolmentCode) => Promise<string>
  readonly readUnderWay: () => Promise<UnderWay | undefined>
  readonly writeUnderWay: (underWay: UnderWay) => Promise<void>
  readonly forgetUnderWay: () => Promise<void>
  /** The last step: from then on this terminal is enrolled. */
  readonly writeConfiguration: (configuration: EnrolledConfiguration) => Promise<void>
}

/** As the server answers it: it does not know where the key lies. */
export type EnrolledConfiguration = Omit<KioskConfiguration, 'terminal'> & {
  readonly terminal: Omit<KioskConfiguration['terminal'], 'privateKeyFile'>
}

type ReplaceFile = (file: string, text: string) => Promise<void>

/** Keeps everything beside `configurationFile`. */
export function createEnrolmentDisk(configurationFile: string, replaceFile: ReplaceFile): EnrolmentDisk {
  const beside = (name: string) => path.join(path.dirname(configurationFile), name)
  const underWayFile = beside('enrolment-under-way.json')
  const replace: ReplaceFile = (file, text) => onDisk(() => replaceFile(file, text))
  return {
    tryOut: async () => {
      const trial = beside('enrolment-trial')
      await replace(trial, '')
      await onDisk(() => rm(trial))
    },
    publicKey: code =>
      onDisk(async () => {
        const isUnderWay = (await readUnderWay(underWayFile))?.code === code
        return (isUnderWay ? keepTerminalKey : makeTerminalKey)(beside(PRIVATE_KEY_FILE), replaceFile)
      }),
    readUnderWay: () => readUnderWay(underWayFile),
    writeUnderWay: underWay => replace(underWayFile, JSON.stringify(underWay)),
    forgetUnderWay: () => onDisk(() => rm(underWayFile, { force: true })),
    writeConfiguration: configuration => {
      const terminal = { ...configuration.terminal, privateKeyFile: PRIVATE_KEY_FILE }
      const whole = kioskConfigurationSchema.parse({ ...configuration, terminal })
      return replace(configurationFile, `${JSON.stringify(whole, null, 2)}\n`)
    },
  }
}

/** One that cannot be read is as good as none: the code is typed again. */
async function readUnderWay(file: string): Promise<UnderWay | undefined> {
  try {
    return underWaySchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

async function onDisk<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch (cause) {
    throw new GuichetError('DATA_FOLDER_UNUSABLE', 'nothing can be kept beside the configuration', { cause })
  }
}
