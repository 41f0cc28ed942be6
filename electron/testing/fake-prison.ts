import { operationSchema } from '#shared/contracts/operation.ts'
import { pushRequestSchema, type Change } from '#shared/contracts/sync.ts'
import { argon2id } from 'hash-wasm'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import { amara } from './sample-operations.ts'
import { createReceiptSigner } from './sign-receipt.ts'
import { createStateSigner } from './sign-state.ts'
import { attachControl, type FakeControl } from './fake-control.ts'
import { createThrowAwayAuthority, startThrowAwayServer } from './throw-away-server.ts'

/** A prison server that knows one person, applies every operation and remembers what it was asked. */
export interface FakePrison {
  readonly server: KioskConfiguration['server']
  readonly asked: string[]
  readonly received: unknown[]
  changes: Change[]
  readonly control: FakeControl
  readonly close: () => Promise<void>
}

export const AMARAS_PIN = '2580'

export async function startFakePrison(): Promise<FakePrison> {
  const authority = await createThrowAwayAuthority()
  const signer = createReceiptSigner()
  const stateSigner = createStateSigner()
  const pinVerifier = await cheapVerifier()
  const prison = { asked: [] as string[], received: [] as unknown[], changes: [] as Change[] }
  prison.changes = [{ entity: 'person', key: amara.inmateId, value: { ...amara, pinVerifier } }]
  const answer = (path: string, body: string): unknown => {
    if (path === '/terminal/v1/push') {
      const { operations } = pushRequestSchema.parse(JSON.parse(body))
      prison.received.push(...operations)
      const applied = operations.map(value => operationSchema.parse(value))
      return {
        verdicts: applied.map(operation => ({
          status: 'applied',
          operationId: operation.id,
          receipt: signer.sign(operation),
        })),
      }
    }
    return { cursor: 'YQ', more: false, changes: prison.changes }
  }
  const listener: RequestListener = (request, response) => {
    prison.asked.push(`${String(request.method)} ${String(request.url)}`)
    void readBody(request).then(body => response.end(JSON.stringify(answer(request.url ?? '', body))))
  }
  const { url, server, close } = await startThrowAwayServer(await authority.issue(), listener)
  const control = attachControl(server, stateSigner)
  return Object.assign(prison, {
    control,
    close: () => {
      control.cut()
      return close()
    },
    server: {
      url,
      authorityPem: authority.certificatePem,
      receiptKeys: signer.pinned,
      stateSigners: [stateSigner.signer],
    },
  })
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function cheapVerifier(): Promise<string> {
  return argon2id({
    password: AMARAS_PIN,
    salt: new Uint8Array(16),
    memorySize: 64,
    iterations: 1,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  })
}
