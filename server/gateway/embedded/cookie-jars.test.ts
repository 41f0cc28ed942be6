import { v4 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'
import { createCookieJars, JAR_IDLE_MS, type LeftOut, MOST_JARS } from './cookie-jars.ts'

const HOST = 'good.test'
const somebody = (): TunnelIdentity => ({
  terminalId: terminalIdSchema.parse(uuid()),
  inmateId: inmateIdSchema.parse(uuid()),
})

function jars() {
  const leftOut: LeftOut[] = []
  let nowMs = 0
  const all = createCookieJars(
    () => new Date(nowMs),
    (_identity, one) => leftOut.push(one),
  )
  const sent = (identity: TunnelIdentity, cookie: string) => all.withGiven(identity, HOST, { accept: '*/*', cookie })
  return { ...all, sent, leftOut, pass: (ms: number) => (nowMs += ms) }
}

test('what a site gave a person goes on for that person at that terminal alone', () => {
  const { remember, sent, leftOut } = jars()
  const [one, other] = [somebody(), somebody()]
  remember(one, HOST, ['sid=1'])
  expect(sent(one, 'sid=1; note=words')).toEqual({ accept: '*/*', cookie: 'sid=1' })
  expect(sent({ ...one, inmateId: other.inmateId }, 'sid=1')).toEqual({ accept: '*/*' })
  expect(sent({ ...one, terminalId: other.terminalId }, 'sid=1')).toEqual({ accept: '*/*' })
  expect(leftOut).toEqual([1, 1, 1].map(count => ({ host: HOST, count })))
})

test('a request without cookies goes on as it is', () => {
  const { withGiven, leftOut } = jars()
  const headers = { accept: '*/*' }
  expect(withGiven(somebody(), HOST, headers)).toBe(headers)
  expect(leftOut).toEqual([])
})

test('a jar lasts while it is used, and no longer than it may lie', () => {
  const { remember, sent, pass } = jars()
  const one = somebody()
  remember(one, HOST, ['sid=1'])
  for (let visit = 0; visit < 3; visit += 1) {
    pass(JAR_IDLE_MS - 1)
    expect(sent(one, 'sid=1')).toMatchObject({ cookie: 'sid=1' })
  }
  pass(JAR_IDLE_MS)
  expect(sent(one, 'sid=1')).toEqual({ accept: '*/*' })
})

test('of too many jars the one that has lain longest is forgotten', () => {
  const { remember, sent } = jars()
  const [first, second] = [somebody(), somebody()]
  remember(first, HOST, ['sid=1'])
  remember(second, HOST, ['sid=1'])
  sent(first, 'sid=1')
  for (let more = 0; more < MOST_JARS - 1; more += 1) remember(somebody(), HOST, ['sid=1'])
  expect(sent(first, 'sid=1')).toMatchObject({ cookie: 'sid=1' })
  expect(sent(second, 'sid=1')).toEqual({ accept: '*/*' })
})
