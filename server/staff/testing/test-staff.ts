import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import type { Database } from '../../database/open-database.ts'
import { TEST_NOW } from '../../testing/a-prison.ts'
import { inviteStaff } from '../invitations.ts'
import { createStaffApp } from '../staff-app.ts'
import { createTestControl, type TestControl } from './test-control.ts'
import { VirtualAuthenticator } from './virtual-authenticator.ts'

export const TEST_ORIGIN = 'https://localhost:7444'

export interface StaffRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly payload?: object
  readonly cookie?: string | undefined
  /** Added to those of the page; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** The wardens' listener on a database, with the clock in the test's hand. */
export interface TestStaff {
  readonly app: FastifyInstance
  readonly control: TestControl
  now: Date
  readonly send: (request: StaffRequest) => Promise<LightMyRequestResponse>
  /** Invites somebody, signs them up and answers their cookie and their key. */
  readonly join: (
    name: string,
    invitedBy?: string,
  ) => Promise<{ readonly cookie: string; readonly key: VirtualAuthenticator }>
  readonly close: () => Promise<void>
}

export function createTestStaff(database: Database): TestStaff {
  const clock = () => staff.now
  const control = createTestControl(clock)
  const page = new Map([
    ['index.html', { type: 'text/html; charset=utf-8', content: Buffer.from('<!doctype html>') }],
    ['assets/main-abc.js', { type: 'text/javascript; charset=utf-8', content: Buffer.from('1') }],
  ])
  const app = createStaffApp({
    database,
    control,
    relyingParty: { host: 'localhost', origin: TEST_ORIGIN },
    page,
    clock,
  })
  const staff: TestStaff = {
    app,
    control,
    now: TEST_NOW,
    send: ({ method = 'GET', url, payload, cookie, headers = {} }) => {
      const all = { host: 'localhost:7444', 'sec-fetch-site': 'same-origin', origin: TEST_ORIGIN, cookie, ...headers }
      const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
      return app.inject({ method, url, headers: sent, ...(payload !== undefined && { payload }) })
    },
    join: async (name, invitedBy) => {
      const { token } = await inviteStaff(database, { name, invitedBy: invitedBy ?? null }, staff.now)
      const asked = await staff.send({ method: 'POST', url: staffRoutes.signUpChallenge, payload: { token } })
      const key = new VirtualAuthenticator(TEST_ORIGIN)
      const response = key.register(asked.json<{ options: unknown }>().options)
      const answer = await staff.send({ method: 'POST', url: staffRoutes.signUp, payload: { token, response } })
      if (answer.statusCode !== 200) throw new Error(`signing up answered ${answer.statusCode}: ${answer.body}`)
      return { cookie: cookieOf(answer.headers['set-cookie']), key }
    },
    close: () => app.close(),
  }
  return staff
}

/** The pair a browser would send back. */
export function cookieOf(header: string | readonly string[] | undefined): string {
  return String(header).split(';')[0] ?? ''
}
