import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultBudgetLimits } from '#shared/policy/budget.ts'
import { listRefusals } from './refusals/list-refusals.ts'
import { listReviews } from './reviews/list-reviews.ts'
import { type AGateway, reasonOf, startGateway } from './testing/a-gateway.ts'

let at: AGateway
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const today = () => new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  at = await startGateway()
})
beforeEach(async () => {
  at.site.forget()
  await at.own.database.deleteFrom('web_reviews').execute()
})
afterAll(() => at.close())

const write = (path: string, body: string) =>
  at.ask(`POST ${path}`, { headers: { ...form, 'Content-Length': String(Buffer.byteLength(body)) }, body })

test('what is searched for is counted, and when all is spent nothing more goes out', async () => {
  await at.own.database.deleteFrom('web_addresses').execute()
  await at.own.database.deleteFrom('web_budgets').execute()
  const page = await at.ask('GET /')
  expect(page.status).toBe(200)
  const inmate_id = at.prison.inmateIds[0]
  await at.ask('GET /jobs/a?q=cook')
  const spent = await at.own.database.selectFrom('web_budgets').selectAll().where('inmate_id', '=', inmate_id).execute()
  expect(spent).toMatchObject([{ site_id: 'good', query_characters: 4 }])
  await at.own.database.updateTable('web_budgets').set({ query_characters: defaultBudgetLimits.query }).execute()
  try {
    const refused = await at.ask('GET /jobs/a?q=baker')
    expect([refused.status, reasonOf(refused), refused.body]).toEqual([403, 'budget-spent', 'W-1-39'])
    expect((await at.ask('GET /jobs/a?q=cook')).status).toBe(200)
    expect((await at.ask('GET /jobs/a?q=baker', { on: await at.secured('good.test', 1) })).status).toBe(200)
  } finally {
    await at.own.database.deleteFrom('web_addresses').execute()
    await at.own.database.deleteFrom('web_budgets').execute()
  }
})

test('what a person may write freely is kept word for word for review, and in no log', async () => {
  expect((await write('/message', 'q=dear+council+member')).status).toBe(200)
  expect(await listReviews(at.own.database, today())).toMatchObject([
    {
      inmateId: at.prison.inmateIds[0],
      siteId: 'good',
      ruleId: 'good-message',
      method: 'POST',
      host: 'good.test',
      path: '/message',
      fields: [{ name: 'q', value: 'dear council member' }],
    },
  ])
  expect(JSON.stringify(at.gateway.log)).not.toContain('council')
})

test('what is refused is not kept, and neither is a term', async () => {
  expect((await write('/message', 'q=a&to=b')).status).toBe(403)
  expect((await write('/search', 'q=cook')).status).toBe(200)
  expect(await listReviews(at.own.database, today())).toEqual([])
})

test('what cannot be kept does not go out', async () => {
  await at.own.database.schema.alterTable('web_reviews').renameTo('web_reviews_away').execute()
  try {
    expect(reasonOf(await write('/message', 'q=hello'))).toBe('gate-failed')
    expect(at.site.received).toEqual([])
  } finally {
    await at.own.database.schema.alterTable('web_reviews_away').renameTo('web_reviews').execute()
  }
})

test('what the gateway refuses is in the table within moments, without its query', async () => {
  await at.ask('GET /contact/form?q=geheim')
  const ours = async () => (await listRefusals(at.own.database, today())).find(({ path }) => path === '/contact/form')
  await expect.poll(ours, { timeout: 5000 }).toMatchObject({
    gate: 'gateway',
    reason: 'path-not-listed',
    siteId: 'good',
    host: at.authority,
    method: 'GET',
    type: 'mainFrame',
    count: 1,
  })
  expect(JSON.stringify(await listRefusals(at.own.database, today()))).not.toContain('geheim')
})
