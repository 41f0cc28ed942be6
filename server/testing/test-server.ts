import type { FastifyInstance } from 'fastify'
import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { receiptSchema, type Receipt } from '#shared/contracts/receipt.ts'
import { type Change, type PullResponse, pullResponseSchema, pushResponseSchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import { type AppPorts, createApp } from '../app.ts'
import type { Database } from '../database/open-database.ts'
import type { ReceiptKeys } from '../receipts/sign-receipt.ts'
import { TEST_NOW, type TestPrison } from './a-prison.ts'
import { type TestTerminal, tokenOf } from './test-terminal.ts'
import { untilSettled } from './until-settled.ts'

/** An app on a database, with the clock in the test's hand. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly keys: ReceiptKeys
  now: Date
  readonly tokenFor: (prison: TestPrison, terminal: TestTerminal) => string
  readonly push: (prison: TestPrison, operations: readonly unknown[], from?: PushFrom) => Promise<Verdict[]>
  /** One page. */
  readonly pull: (prison: TestPrison, cursor?: string, terminal?: 0 | 1) => Promise<PullResponse>
  /** Every page from `cursor` on, once what was written before is there to be pulled. */
  readonly pullAll: (prison: TestPrison, cursor?: string, terminal?: 0 | 1) => Promise<Pulled>
  /** Checks the signature; throws when it is not this server's. */
  readonly readReceipt: (jws: string) => Receipt
  readonly close: () => Promise<void>
}

export interface Pulled {
  readonly cursor: string
  readonly changes: readonly Change[]
}

export interface PushFrom {
  readonly terminal?: 0 | 1
  readonly sentAt?: Date
}

export function createTestServer(
  database: Database,
  more: Pick<AppPorts, 'control' | 'https' | 'enrolment' | 'updatesFolder'> = {},
): TestServer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const keys = { receiptKeyId: 'test-receipts', receiptPrivateKey: privateKey }
  const app = createApp({ database, keys, clock: () => server.now, ...more })
  const server: TestServer = {
    app,
    keys,
    now: TEST_NOW,
    tokenFor: (prison, terminal) => tokenOf(terminal, prison.id, server.now),
    push: async (prison, operations, { terminal = 0, sentAt = server.now } = {}) => {
      const response = await app.inject({
        method: 'POST',
        url: terminalRoutes.push,
        headers: { authorization: `Bearer ${server.tokenFor(prison, prison.terminals[terminal])}` },
        payload: { sentAt: sentAt.toISOString(), operations },
      })
      if (response.statusCode !== 200) throw new Error(`push answered ${response.statusCode}: ${response.body}`)
      return pushResponseSchema.parse(response.json()).verdicts
    },
    pull: async (prison, cursor, terminal = 0) => {
      const response = await app.inject({
        url: terminalRoutes.pull,
        query: cursor === undefined ? {} : { cursor },
        headers: { authorization: `Bearer ${server.tokenFor(prison, prison.terminals[terminal])}` },
      })
      if (response.statusCode !== 200) throw new Error(`pull answered ${response.statusCode}: ${response.body}`)
      return pullResponseSchema.parse(response.json())
    },
    pullAll: async (prison, cursor, terminal = 0) => {
      await untilSettled(database)
      const changes: Change[] = []
      for (let from = cursor; ;) {
        const page = await server.pull(prison, from, terminal)
        changes.push(...page.changes)
        if (!page.more) return { cursor: page.cursor, changes }
        from = page.cursor
      }
    },
    readReceipt: jws => readReceipt(jws, publicKey),
    close: () => app.close(),
  }
  return server
}

function readReceipt(jws: string, publicKey: KeyObject): Receipt {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const isSigned = verify(null, Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))
  if (!isSigned) throw new Error('the receipt is not signed by this server')
  return receiptSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
}
