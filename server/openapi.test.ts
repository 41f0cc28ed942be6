import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { createApp } from './app.ts'
import { openDatabase } from './database/open-database.ts'
import { testTrust } from './testing/test-trust.ts'

const schemaSchema = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() })
const contentSchema = z.object({ content: z.object({ 'application/json': z.object({ schema: schemaSchema }) }) })
const documentSchema = z.object({
  openapi: z.string().startsWith('3.'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        requestBody: contentSchema.optional(),
        parameters: z
          .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
          .optional(),
        responses: z.record(z.string(), z.unknown()),
        security: z.array(z.record(z.string(), z.unknown())).optional(),
      }),
    ),
  ),
})

async function describe() {
  const database = openDatabase({ connectionString: 'postgres://nobody@127.0.0.1:1/none' }, { max: 1 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const app = createApp({
    database,
    keys: { receiptKeyId: 'test-receipts', receiptPrivateKey: privateKey },
    clock: () => new Date(),
    enrolment: testTrust,
    updatesFolder: '/nowhere',
  })
  const response = await app.inject({ url: '/openapi.json' })
  await app.close()
  await database.destroy()
  return { text: response.body, document: documentSchema.parse(response.json()) }
}

test('the server describes every route it has, and itself it leaves out', async () => {
  const { document } = await describe()
  // Both are changes of protocol, which OpenAPI has no words for.
  const { gateway: _gateway, control: _control, ...routes } = terminalRoutes
  expect(Object.keys(document.paths).toSorted()).toEqual(['/health', ...Object.values(routes)].toSorted())
})

test('a push is described with the fields of its body and of its answer', async () => {
  const { document } = await describe()
  const push = document.paths[terminalRoutes.push]?.['post']
  expect(Object.keys(push?.requestBody?.content['application/json'].schema.properties ?? {})).toEqual([
    'sentAt',
    'operations',
  ])
  const answer = contentSchema.parse(push?.responses['200']).content['application/json'].schema
  expect(JSON.stringify(answer)).toContain('"duplicate"')
  expect(JSON.stringify(answer)).toContain('"ORDER_PRICE_ROSE"')
  expect(JSON.stringify(contentSchema.parse(push?.responses['4XX']))).toContain('retryable')
})

test('a pull is described with its parameter and everything a terminal may get', async () => {
  const { document } = await describe()
  const pull = document.paths[terminalRoutes.pull]?.['get']
  expect(pull?.parameters).toMatchObject([{ name: 'cursor', in: 'query', required: false }])
  const answer = JSON.stringify(contentSchema.parse(pull?.responses['200']))
  for (const word of ['account-entry', 'pinVerifier', 'unitPriceCents', 'lateUntil']) expect(answer).toContain(word)
})

test('terminal routes are described as asking for a token, but for those of who has none yet', async () => {
  const { document } = await describe()
  const { enrolment, enrolmentLook, ...proven } = terminalRoutes
  for (const path of [enrolment, enrolmentLook]) expect(document.paths[path]?.['post']?.security).toBeUndefined()
  for (const path of Object.values(proven)) {
    for (const route of Object.values(document.paths[path] ?? {}))
      expect(route.security).toEqual([{ terminalToken: [] }])
  }
})

test('a report of refusals is described with what it may carry', async () => {
  const { document } = await describe()
  const report = document.paths[terminalRoutes.refusals]?.['post']
  expect(report?.requestBody?.content['application/json'].schema.properties).toHaveProperty('refusals')
  expect(report?.security).toEqual([{ terminalToken: [] }])
})

test('enrolment is described with what is sent and everything a new terminal learns', async () => {
  const { document } = await describe()
  const enrolment = document.paths[terminalRoutes.enrolment]?.['post']
  const sent = enrolment?.requestBody?.content['application/json'].schema.properties ?? {}
  expect(Object.keys(sent)).toEqual(['code', 'publicKey'])
  const answer = JSON.stringify(contentSchema.parse(enrolment?.responses['200']))
  for (const word of ['serverTime', 'stateSigners', 'receiptKeys', 'wingId']) expect(answer).toContain(word)
  expect(answer).not.toContain('privateKeyFile')
})
