import type { BuildStamp } from '#shared/contracts/build-stamp.ts'
import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import { machineFactsSchema, type MachineFacts } from '#shared/doctor/machine-facts.ts'
import type { Reached, ReachOutcome, TerminalFacts } from '#shared/doctor/terminal-facts.ts'
import { access, constants, readFile, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { getuid } from 'node:process'
import { type Door, doorOf, forbiddenDoors, isThisMachine, nameOf } from './reach.ts'
import { readFuses } from './read-fuses.ts'
import { readKept } from './read-kept.ts'
import { processTable, readRenderers } from './read-renderers.ts'

export interface CollectParts {
  readonly now: () => Date
  /** The program this process runs. */
  readonly program: string
  readonly version: string
  readonly electron: string
  /** What it was packaged with; `undefined`: it runs from a checkout. */
  readonly stamp: BuildStamp | undefined
  /** Whether the program's own files are as they were shipped. Asked where there is a stamp. */
  readonly checkFiles: () => Promise<FilesCheck>
  readonly configurationFile: string
  readonly dataFolder: string
  readonly machineFactsFile: string
  /** `undefined`: it cannot be used, or is not there. */
  readonly configuration: KioskConfiguration | undefined
  readonly control: () => Promise<TerminalFacts['control']>
  readonly journal: () => Promise<TerminalFacts['journal']>
  readonly askServer: AskProbe
  /** Asked where there is a stamp. */
  readonly update: (running: string) => Promise<TerminalFacts['update']>
  readonly knock: (door: Door, timeoutMs: number) => Promise<ReachOutcome>
  readonly askForNames: (timeoutMs: number) => Promise<readonly Reached[]>
}

/** What came of comparing the program's files with what was shipped, and how long ago that was. */
export interface FilesCheck {
  readonly files: 'whole' | 'changed'
  readonly filesAgeMs: number
}

/** Asks the server whether it is there, knows this terminal, and what time it is. Never throws. */
export type AskProbe = () => Promise<{
  readonly outcome: ReachOutcome
  readonly isKnown: boolean | null
  readonly clockOffsetMs: number | null
}>

/** How long anything on the network may take. All are asked at once, so that the whole takes little more. */
const REACH_TIMEOUT_MS = 1200

/** Looks at everything, changes nothing, and never throws: what cannot be seen is told as such. */
export async function collectFacts(parts: CollectParts): Promise<TerminalFacts> {
  const { now, configuration, configurationFile } = parts
  const [program, sandbox, isThere, key, control, journal, disk, reach, machine, update] = await Promise.all([
    readProgram(parts),
    readSandbox(parts),
    isReadable(configurationFile),
    readKey(parts),
    parts.control(),
    parts.journal(),
    readDisk(parts.dataFolder),
    readReach(parts),
    readMachine(parts.machineFactsFile),
    parts.stamp === undefined ? null : parts.update(parts.stamp.release),
  ])
  const { clockOffsetMs, ...reached } = reach
  return {
    version: 1,
    at: now().toISOString(),
    program,
    sandbox,
    configuration: configuration !== undefined ? 'usable' : isThere ? 'unusable' : 'missing',
    terminal: configuration === undefined ? null : { id: configuration.terminal.id, name: configuration.terminal.name },
    key,
    control,
    journal,
    disk,
    clockOffsetMs,
    reach: reached,
    update,
    machine,
  }
}

async function readProgram(parts: CollectParts): Promise<TerminalFacts['program']> {
  const { program, version, electron, stamp } = parts
  const isPackaged = stamp !== undefined
  return {
    version: stamp?.release ?? version,
    electron,
    isPackaged,
    isDevelopment: stamp?.isDevelopment ?? true,
    builtAt: stamp?.builtAt ?? null,
    fuses: isPackaged ? await readFuses(program) : null,
    ...(isPackaged ? await parts.checkFiles() : { files: 'unknown', filesAgeMs: null }),
  }
}

async function readSandbox({ program }: CollectParts): Promise<TerminalFacts['sandbox']> {
  const limit = await readFile('/proc/sys/user/max_user_namespaces', 'utf8').catch(() => undefined)
  const renderers = await readRenderers(program, processTable).catch(() => [])
  return { userNamespaces: limit === undefined ? null : Math.max(0, Number.parseInt(limit, 10) || 0), renderers }
}

const isReadable = (file: string): Promise<boolean> =>
  access(file, constants.F_OK).then(
    () => true,
    () => false,
  )

async function readKey({ configuration, configurationFile }: CollectParts): Promise<TerminalFacts['key']> {
  const name = configuration?.terminal.privateKeyFile ?? 'terminal-key.pem'
  const found = await stat(path.resolve(path.dirname(configurationFile), name)).catch(() => undefined)
  return found === undefined ? null : { mode: found.mode & 0o777, isOwn: found.uid === getuid?.() }
}

async function readDisk(folder: string): Promise<TerminalFacts['disk']> {
  try {
    const { bavail, bsize } = await statfs(folder)
    const isWritable = await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    )
    return { freeBytes: bavail * bsize, isWritable }
  } catch {
    // There is no such folder: that is what is found.
    return null
  }
}

async function readReach(parts: CollectParts): Promise<TerminalFacts['reach'] & Pick<TerminalFacts, 'clockOffsetMs'>> {
  const { configuration, knock } = parts
  if (configuration === undefined) {
    return { server: null, isKnown: null, gateway: null, forbidden: [], names: [], clockOffsetMs: null }
  }
  const server = doorOf(configuration.server.url)
  const gateway = doorOf(configuration.gateway.url)
  const reached = async (door: Door) => ({ address: nameOf(door), outcome: await knock(door, REACH_TIMEOUT_MS) })
  const [asked, throughGateway, forbidden, names] = await Promise.all([
    parts.askServer(),
    reached(gateway),
    Promise.all(forbiddenDoors(server, gateway).map(reached)),
    isThisMachine(server.host) ? [] : parts.askForNames(REACH_TIMEOUT_MS),
  ])
  const { outcome, isKnown, clockOffsetMs } = asked
  return {
    server: { address: nameOf(server), outcome },
    isKnown,
    gateway: throughGateway,
    forbidden,
    names: [...names],
    clockOffsetMs,
  }
}

async function readMachine(file: string): Promise<MachineFacts | null> {
  const kept = await readKept(file, machineFactsSchema)
  return kept.status === 'kept' ? kept.value : null
}
