import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import { aPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { CHALLENGE_LIFE_MS } from './challenges.ts'
import { INVITATION_LIFE_MS, inviteStaff } from './invitations.ts'
import { TRIES_PER_ADDRESS, TRIES_SPAN_MS } from './limit-tries.ts'
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from './sessions.ts'
import { removeStaff } from './staff-list.ts'
import { cookieOf, createTestStaff, TEST_ORIGIN, type TestStaff } from './testing/test-staff.ts'
import { type AnswerWishes, VirtualAuthenticator } from './testing/virtual-authenticator.ts'

let own: TestDatabase
let staff: TestStaff
let people = 0

beforeAll(async () => {
  own = await createTestDatabase()
  await aPrison(own.database)
})
beforeEach(() => {
  staff = createTestStaff(own.database)
})
afterAll(() => own.drop())

const aName = () => `Warden ${(people += 1)}`
const post = (url: string, payload?: object) => staff.send({ method: 'POST', url, ...(payload && { payload }) })
const later = (ms: number) => {
  staff.now = new Date(staff.now.getTime() + ms)
}
const invite = async (name = aName()) => (await inviteStaff(own.database, { name, invitedBy: null }, staff.now)).token
const whoIs = (cookie: string) => staff.send({ url: staffRoutes.session, cookie })

async function signUp(token: string, wishes: AnswerWishes = {}) {
  const asked = await post(staffRoutes.signUpChallenge, { token })
  const response = new VirtualAuthenticator(TEST_ORIGIN).register(asked.json<{ options: unknown }>().options, wishes)
  return post(staffRoutes.signUp, { token, response })
}

async function signIn(key: VirtualAuthenticator, wishes: AnswerWishes = {}) {
  const asked = await post(staffRoutes.signInChallenge)
  return post(staffRoutes.signIn, { response: key.authenticate(asked.json<{ options: unknown }>().options, wishes) })
}

test('a link makes a warden, whose passkey lets them in again', async () => {
  const name = aName()
  const { cookie, key } = await staff.join(name)
  expect((await whoIs(cookie)).json()).toMatchObject({ staff: { name, role: 'warden' } })
  const again = await signIn(key)
  expect(again.statusCode).toBe(200)
  expect((await whoIs(cookieOf(again.headers['set-cookie']))).statusCode).toBe(200)
})

test('asks for a resident key that verifies its person, and for no attestation', async () => {
  const { options } = (await post(staffRoutes.signUpChallenge, { token: await invite() })).json<{
    options: Record<string, unknown>
  }>()
  expect(options).toMatchObject({
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    rp: { id: 'localhost' },
  })
})

test('the cookie is kept from scripts, other sites and plain connections', async () => {
  const answer = await signUp(await invite())
  expect(answer.headers['set-cookie']).toMatch(
    /^__Host-guichet-staff=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  )
})

test('a link works once, for the first of two at the same time', async () => {
  const token = await invite()
  const answers = await Promise.all([signUp(token), signUp(token)])
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 410])
  expect((await post(staffRoutes.signUpChallenge, { token })).json()).toMatchObject({
    code: 'STAFF_INVITATION_REFUSED',
  })
})

test('a link ends after a day', async () => {
  const token = await invite()
  later(INVITATION_LIFE_MS)
  expect((await post(staffRoutes.signUpChallenge, { token })).statusCode).toBe(410)
})

test('a second link of the same name ends the first', async () => {
  const name = aName()
  const first = await invite(name)
  await invite(name)
  expect((await post(staffRoutes.signUpChallenge, { token: first })).statusCode).toBe(410)
})

test('a link for somebody who is a warden already adds a passkey: the same person, by either', async () => {
  const name = aName()
  const [first, second] = [await staff.join(name), await staff.join(name)]
  const who = async (cookie: string) => (await whoIs(cookie)).json<{ staff: { id: string } }>().staff.id
  const answers = [await signIn(first.key), await signIn(second.key)]
  const ids = await Promise.all(answers.map(answer => who(cookieOf(answer.headers['set-cookie']))))
  expect(ids).toEqual([await who(first.cookie), await who(first.cookie)])
  await removeStaff(own.database, name, staff.now)
  for (const key of [first.key, second.key]) expect((await signIn(key)).statusCode).toBe(401)
})

test('the database holds no token that lets anybody in', async () => {
  const token = await invite()
  const { cookie } = await staff.join(aName())
  const rows = await Promise.all([
    own.database.selectFrom('staff_invitations').selectAll().execute(),
    own.database.selectFrom('staff_sessions').selectAll().execute(),
  ])
  const stored = JSON.stringify(rows, (_key, value: unknown) => value)
  expect(stored).not.toContain(token)
  expect(stored).not.toContain(cookie.split('=')[1])
})

test.each<[string, AnswerWishes]>([
  ['made at another origin', { origin: 'https://localhost:9999' }],
  ['made for another name', { host: 'prison.example' }],
  ['of somebody the key did not check', { isVerified: false }],
  ['to a challenge nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
])('refuses a passkey %s', async (_name, wishes) => {
  expect((await signUp(await invite(), wishes)).json()).toEqual({ code: 'STAFF_REFUSED', retryable: false })
  const { key } = await staff.join(aName())
  expect((await signIn(key, wishes)).json()).toEqual({ code: 'STAFF_REFUSED', retryable: false })
})

test('refuses a key whose counter does not rise: it was copied', async () => {
  const { key } = await staff.join(aName())
  expect((await signIn(key, { counter: 50 })).statusCode).toBe(200)
  expect((await signIn(key, { counter: 50 })).statusCode).toBe(401)
})

test('refuses an answer that was given before', async () => {
  const { key } = await staff.join(aName())
  const { options } = (await post(staffRoutes.signInChallenge)).json<{ options: unknown }>()
  const response = key.authenticate(options, { counter: 0 })
  const first = await post(staffRoutes.signIn, { response })
  const second = await post(staffRoutes.signIn, { response })
  expect([first.statusCode, second.statusCode]).toContain(401)
  expect(second.statusCode).toBe(401)
})

test('refuses an answer that comes too late', async () => {
  const { key } = await staff.join(aName())
  const { options } = (await post(staffRoutes.signInChallenge)).json<{ options: unknown }>()
  later(CHALLENGE_LIFE_MS)
  expect((await post(staffRoutes.signIn, { response: key.authenticate(options) })).statusCode).toBe(401)
})

test.each([[{}], [{ id: 'x' }], [{ id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {} }]])(
  'refuses what is no answer of a key: %j',
  async response => {
    expect((await post(staffRoutes.signIn, { response })).json()).toMatchObject({ code: 'STAFF_REFUSED' })
  },
)

test('a session ends when nobody does anything, also while its page looks on', async () => {
  const { cookie } = await staff.join(aName())
  later(SESSION_IDLE_MS - 1000)
  expect((await whoIs(cookie)).statusCode).toBe(200)
  later(1000)
  expect((await whoIs(cookie)).json()).toEqual({ code: 'SESSION_MISSING', retryable: false })
})

test('whoever does something stays in, twelve hours at most', async () => {
  const { cookie } = await staff.join(aName())
  const use = () => staff.send({ method: 'POST', url: staffRoutes.sessionUse, cookie })
  const begun = staff.now.getTime()
  while (staff.now.getTime() - begun < SESSION_LIFE_MS - SESSION_IDLE_MS) {
    later(SESSION_IDLE_MS / 2)
    expect((await use()).statusCode).toBe(200)
  }
  staff.now = new Date(begun + SESSION_LIFE_MS)
  expect((await use()).statusCode).toBe(401)
})

test('signing out ends the session, not only the cookie', async () => {
  const { cookie } = await staff.join(aName())
  const out = await staff.send({ method: 'DELETE', url: staffRoutes.session, cookie })
  expect(out.headers['set-cookie']).toContain('Max-Age=0')
  expect((await whoIs(cookie)).statusCode).toBe(401)
})

test('whoever is removed is out at once and cannot come back by their key', async () => {
  const name = aName()
  const { cookie, key } = await staff.join(name)
  await removeStaff(own.database, name, staff.now)
  expect((await whoIs(cookie)).statusCode).toBe(401)
  expect((await signIn(key)).statusCode).toBe(401)
})

test('trying too often is refused, and works again a minute later', async () => {
  for (let tries = 0; tries < TRIES_PER_ADDRESS; tries += 1) await post(staffRoutes.signInChallenge)
  expect((await post(staffRoutes.signInChallenge)).json()).toEqual({ code: 'STAFF_TRIES_SPENT', retryable: true })
  later(TRIES_SPAN_MS)
  expect((await post(staffRoutes.signInChallenge)).statusCode).toBe(200)
})

test('coming in is in the audit record, without a secret', async () => {
  const name = aName()
  await staff.join(name)
  const rows = await own.database.selectFrom('audit_records').select(['action', 'subject']).orderBy('seq').execute()
  expect(rows.slice(-2).map(({ action }) => action)).toEqual(['staff-invited', 'staff-key-added'])
  expect(rows.at(-2)?.subject).toMatchObject({ name })
})
