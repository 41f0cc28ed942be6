import { once } from 'node:events'
import { v4 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPrison } from '../../testing/a-prison.ts'
import { createTestTerminal } from '../../testing/test-terminal.ts'
import { type AGateway, startGateway } from '../testing/a-gateway.ts'
import type { KnockWish } from '../testing/test-gateway.ts'

const TUNNELS = 5
let at: AGateway

beforeAll(async () => {
  at = await startGateway({
    door: { tunnelsPerTerminal: TUNNELS, checkEveryMs: 50 },
    limits: { idleTimeoutMs: 600 },
  })
})
afterAll(() => at.close())

type Spoilt = Omit<KnockWish, 'prison'>
const spoilt: Readonly<Record<string, () => Spoilt>> = {
  'no token': () => ({ headers: { Authorization: undefined } }),
  'a token that is none': () => ({ headers: { Authorization: 'Bearer a.b.c' } }),
  'an unknown terminal': () => ({ terminal: createTestTerminal('nowhere') }),
  'no inmate': () => ({ headers: { 'guichet-inmate': undefined } }),
  'an inmate that is no id': () => ({ inmateId: "' or 1=1 --" }),
  'an inmate nobody knows': () => ({ inmateId: uuid() }),
  'an inmate of another cell': () => ({ inmateId: at.prison.inmateIds[2] }),
  'an inmate said twice': () => ({ inmateId: `${at.prison.inmateIds[0]}, ${at.prison.inmateIds[1]}` }),
}

test.each(Object.entries(spoilt))('%s is refused, with the very same answer', async (_name, wish) => {
  const { answer, socket } = await at.gateway.knock({ prison: at.prison, ...wish() })
  expect([answer.status, answer.body, [...answer.headers.keys()].toSorted()]).toEqual([
    401,
    '',
    ['connection', 'content-length', 'date'],
  ])
  await once(socket.resume(), 'close')
})

test.each([
  ['another path', { path: '/terminal/v1/pull' }],
  ['a query', { path: '/terminal/v1/gateway?x' }],
  ['another protocol', { headers: { Upgrade: 'websocket' } }],
  ['HTTP/2', { headers: { Upgrade: 'h2c' } }],
])('%s is not found', async (_name, wish: Spoilt) => {
  expect((await at.gateway.knock({ prison: at.prison, ...wish })).answer.status).toBe(404)
})

test('a terminal has so many tunnels and no more, and a closed one makes room', async () => {
  const prison = await aPrison(at.own.database)
  const sockets = await Promise.all(Array.from({ length: TUNNELS }, () => at.gateway.tunnel(prison)))
  expect((await at.gateway.knock({ prison })).answer.status).toBe(503)
  sockets[0]?.destroy()
  await expect.poll(async () => (await at.gateway.knock({ prison })).answer.status).toBe(101)
  for (const socket of sockets) socket.destroy()
})

test('the tunnels of a revoked terminal end, and those of the next one stay', async () => {
  const prison = await aPrison(at.own.database)
  const [revoked, stays] = prison.terminals
  const one = await at.gateway.knock({ prison, terminal: revoked })
  const other = await at.gateway.knock({ prison, terminal: stays, inmateId: prison.inmateIds[2] })
  const ended = once(one.socket.resume(), 'close')
  await at.own.database.updateTable('terminals').set({ revoked_at: new Date() }).where('id', '=', revoked.id).execute()
  await ended
  expect(other.socket.destroyed).toBe(false)
  other.socket.destroy()
})

test('the tunnels of an inmate who moved out end', async () => {
  const prison = await aPrison(at.own.database)
  const { socket } = await at.gateway.knock({ prison })
  const ended = once(socket.resume(), 'close')
  await at.own.database
    .updateTable('cell_stays')
    .set({ until: new Date() })
    .where('inmate_id', '=', prison.inmateIds[0])
    .execute()
  await ended
  expect((await at.gateway.knock({ prison, inmateId: prison.inmateIds[1] })).answer.status).toBe(101)
})

test('a tunnel on which nothing moves ends, and one in use does not', async () => {
  const prison = await aPrison(at.own.database)
  const still = await at.gateway.knock({ prison })
  const used = await at.secured()
  still.socket.resume()
  const ask = async (): Promise<boolean> => {
    expect((await at.ask('GET /jobs/1', { on: used })).status).toBe(200)
    return still.socket.destroyed
  }
  await expect.poll(ask, { interval: 20, timeout: 5000 }).toBe(true)
  expect(used.destroyed).toBe(false)
})

test('a server that stops ends its tunnels', async () => {
  const other = await startGateway()
  const tunnel = await other.gateway.tunnel(other.prison)
  const ended = once(tunnel.resume(), 'close')
  await other.close()
  await ended
  expect(tunnel.destroyed).toBe(true)
})
