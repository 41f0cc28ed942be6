import type { BuildStamp } from '#shared/contracts/build-stamp.ts'
import type { ServiceFacts, ServiceLogLine } from '#shared/contracts/service-channels.ts'
import { type Finding, sortFindings } from '#shared/doctor/finding.ts'
import { judgeTerminal } from '#shared/doctor/judge-terminal.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { performance } from 'node:perf_hooks'
import type { ConnectedControl } from './connect-control.ts'
import type { ConnectDoctorParts } from './connect-doctor.ts'
import type { Kiosk } from './create-kiosk.ts'
import { createInTurn } from './sequence/in-turn.ts'
import { mergeServiceCopies, type ServiceFile } from './service/service-file.ts'
import { createServiceGate, type ServiceGate } from './service/service-gate.ts'
import { ServiceScreen } from './service/service-screen.ts'

export interface ConnectServiceParts extends ConnectDoctorParts {
  readonly kiosk: Kiosk
  readonly control: Pick<ConnectedControl, 'lease'>
  readonly recentLog: () => readonly ServiceLogLine[]
  readonly restart: () => void
  readonly onShut: () => void
}

/** Puts the service screen's parts together. Nothing of them is read or asked before a code has opened it. */
export function connectService(parts: ConnectServiceParts): ServiceScreen {
  const { kiosk, restart, onShut } = parts
  return new ServiceScreen({
    gate: openGate(kiosk),
    isSignedIn: () => kiosk.session.person() !== undefined,
    readFacts: () => readFacts(parts),
    examine: () => examine(parts),
    restart,
    onShut,
    monotonicMs: () => performance.now(),
    later: (run, delayMs) => {
      const timer = setTimeout(run, delayMs)
      return () => {
        clearTimeout(timer)
      }
    },
    inTurn: createInTurn(),
    log: kiosk.log,
  })
}

function openGate({ identity, storage, log }: Kiosk): ServiceGate | undefined {
  const secret = identity.configuration.service?.secret
  if (secret === undefined) return undefined
  const copies = storage.service
  const write = async (file: ServiceFile) => {
    for (const copy of copies) await copy.file.write(file)
  }
  if (copies.some(({ wasBroken }) => wasBroken)) {
    log.error('service', new GuichetError('BODY_INVALID', 'what was kept of used codes could not be read'))
    // At once: the next start finds no file where the broken one was, and would take it for a new terminal.
    void write(mergeServiceCopies(copies, secret)).catch((error: unknown) => {
      log.error('service', error)
    })
  }
  return createServiceGate({
    secret,
    copies,
    write,
    loadCodeAt: async own => (await import('#shared/service/hotp.ts')).createCodeAt(own),
    now: () => new Date(),
    monotonicMs: () => performance.now(),
  })
}

function readFacts({ kiosk, control, version, stamp, recentLog }: ConnectServiceParts): ServiceFacts {
  const { terminal, server } = kiosk.identity.configuration
  const { web, local, nextEndMs } = control.lease()
  const { journal } = kiosk.storage
  return {
    terminalName: terminal.name,
    version: stamp?.release ?? version,
    build: stamp === undefined ? null : describeBuild(stamp),
    server: new URL(server.url).host,
    lease: { web, local, nextEndMs: nextEndMs === null ? null : Math.ceil(nextEndMs) },
    journal: {
      waiting: journal.entries().filter(({ verdict }) => verdict === null).length,
      damaged: journal.damaged(),
    },
    log: [...recentLog()],
  }
}

function describeBuild({ commit, builtAt, isDevelopment }: BuildStamp): ServiceFacts['build'] {
  return { commit, builtAt, isDevelopment }
}

async function examine(parts: ConnectServiceParts): Promise<readonly Finding[]> {
  const { configurationFile, dataFolder, version, stamp, compareFiles } = parts
  const { examineTerminal } = await import('./examine-terminal.ts')
  const checkFiles = async () => ({ files: await compareFiles(), filesAgeMs: 0 })
  return sortFindings(
    judgeTerminal(await examineTerminal({ configurationFile, dataFolder, version, stamp, checkFiles })),
  )
}
