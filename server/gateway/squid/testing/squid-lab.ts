import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import { type Closings, noClosings } from '#shared/policy/closings.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { createAuthority, type Identity } from '../../../keys/authority.ts'
import type { TunnelIdentity } from '../../gateway-engine.ts'
import { createGate } from '../../policy/gate.ts'
import { prepare } from '../../policy/policy-source.ts'
import type { GatewayRefusal } from '../../refusals/gateway-refusal.ts'
import { type RawAnswer, readAnswer } from '../../testing/raw-answer.ts'
import { connectIn, requestText, secureIn } from '../../testing/test-gateway.ts'
import { createThrowAwayInternet, type ThrowAwaySite } from '../../testing/throw-away-site.ts'
import { listedAddresses } from '../listed-addresses.ts'
import { createSquidEngine } from '../squid-engine.ts'
import { policyOfLab } from './policy-of-lab.ts'
import { startTestSquid, type TestSquid } from './test-squid.ts'

export const identity: TunnelIdentity = {
  terminalId: terminalIdSchema.parse('0190a5e0-0000-7000-8000-000000000001'),
  inmateId: inmateIdSchema.parse('0190a5e0-0000-7000-8000-000000000002'),
}

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** A connection that is open already. */
  readonly on?: TLSSocket
}

/** A real Squid, the engine before it, and two sites behind it. */
export interface SquidLab {
  readonly site: ThrowAwaySite
  readonly plain: ThrowAwaySite
  readonly squid: TestSquid
  readonly webAuthority: Identity
  readonly refusals: readonly GatewayRefusal[]
  readonly bugs: readonly unknown[]
  policy: WebPolicy
  closings: Closings
  /** What the engine is told of whether anything has changed, and has it look. */
  readonly change: () => Promise<void>
  /** What was before is forgotten, and the sites answer as they do at first. */
  readonly begin: () => void
  readonly tunnel: () => Promise<Socket>
  /** A tunnel with a CONNECT and TLS in it. */
  readonly secured: (name?: string, port?: number) => Promise<TLSSocket>
  readonly ask: (line: string, asked?: Asked) => Promise<RawAnswer>
  readonly close: () => Promise<void>
}

export async function startSquidLab(): Promise<SquidLab> {
  const webAuthority = await createAuthority('Test, web', new Date())
  const internet = await createThrowAwayInternet()
  const site = await internet.site(['good.test'])
  const plain = await internet.site('plain')
  const refusals: GatewayRefusal[] = []
  const bugs: unknown[] = []
  const names = await writeNames(internet.authority)
  const squid = await startTestSquid({
    webAuthority,
    settings: { ...names.files, listedAddresses: listedAddresses(policyOfLab(site.port, plain.port)) },
    answer: {
      gate: createGate({
        policies: { current: async () => inForce() },
        closings: { closingsFor: async () => lab.closings },
        reportBug: error => void bugs.push(error),
      }),
      report: (_identity, refusal) => void refusals.push(refusal),
      reportBug: error => void bugs.push(error),
    },
  })
  const door = await openDoor(squid.port)
  const lab: SquidLab = {
    site,
    plain,
    squid,
    webAuthority,
    refusals,
    bugs,
    policy: policyOfLab(site.port, plain.port),
    closings: noClosings,
    change: door.change,
    begin: () => {
      lab.policy = policyOfLab(site.port, plain.port)
      lab.closings = noClosings
      refusals.length = 0
      bugs.length = 0
      for (const each of [site, plain]) each.forget()
    },
    tunnel: door.tunnel,
    secured: async (name = 'good.test', port = site.port) => {
      const socket = await door.tunnel()
      const { status } = await connectIn(socket, `${name}:${port}`)
      if (status !== 200) throw new Error(`no connection: ${status}`)
      return secureIn(socket, name, webAuthority)
    },
    ask: async (line, { headers = {}, body = '', on } = {}) => {
      const socket = on ?? (await lab.secured())
      const length = body === '' ? {} : { 'Content-Length': String(body.length) }
      const usual = { Host: `good.test:${site.port}`, 'Guichet-Type': 'mainFrame', ...length }
      socket.write(requestText(`${line} HTTP/1.1`, { ...usual, ...headers }, body))
      return readAnswer(socket)
    },
    close: async () => {
      door.close()
      await squid.stop()
      await internet.close()
      await names.remove()
    },
  }
  const inForce = () => ({ ...prepare(lab.policy), circumstances: { today: DAY } })
  return lab
}

const DAY = '2026-01-01'

/** Names of this machine alone, and who vouches for them. */
async function writeNames(authority: Identity) {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-squid-names-'))
  const hostsFile = join(folder, 'hosts')
  const authoritiesFile = join(folder, 'sites.pem')
  await writeFile(hostsFile, '127.0.0.1 good.test other.test plain.test stranger.test\n127.0.0.2 inside.test\n')
  await writeFile(authoritiesFile, authority.certificatePem)
  return { files: { hostsFile, authoritiesFile }, remove: () => rm(folder, { recursive: true }) }
}

/** Where a terminal's connection comes in, already proven. */
async function openDoor(port: number) {
  let changes = 0
  const engine = createSquidEngine({ host: '127.0.0.1', port }, async () => String(changes))
  const door = createServer(socket => {
    engine.accept(socket, identity)
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    change: (): Promise<void> => {
      changes += 1
      return engine.judgeAgain()
    },
    tunnel: async (): Promise<Socket> => {
      const socket = connect(address.port, '127.0.0.1')
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      return socket
    },
    close: () => {
      door.close()
      void engine.close()
    },
  }
}

/** What a refusal says: its status, its reason and the code a person reads out. */
export function summary({ status, headers, body }: RawAnswer): readonly unknown[] {
  return [status, headers.get('guichet-refused')?.[0], body]
}
