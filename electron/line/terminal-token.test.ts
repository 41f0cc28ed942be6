import { terminalTokenClaimsSchema, terminalTokenHeaderSchema } from '#shared/contracts/terminal-token.ts'
import { jwtVerify } from 'jose'
import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { prisonId, terminalId } from '../testing/sample-operations.ts'
import { createTerminalTokens } from './terminal-token.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const nowMs = Date.parse('2026-11-22T10:00:00.900Z')

function tokens() {
  const clocks = { nowMs, monotonicMs: 0 }
  const source = createTerminalTokens({
    terminalId,
    prisonId,
    privateKey,
    nowMs: () => clocks.nowMs,
    monotonicMs: () => clocks.monotonicMs,
  })
  return { source, clocks }
}

test('makes a token that another library verifies, for this prison, living two minutes', async () => {
  const { token } = tokens().source.current()
  const { payload, protectedHeader } = await jwtVerify(token, publicKey, {
    algorithms: ['EdDSA'],
    audience: `guichet:${prisonId}`,
    currentDate: new Date(nowMs),
  })
  expect(terminalTokenHeaderSchema.parse(protectedHeader)).toEqual({ alg: 'EdDSA', kid: terminalId })
  const { sub, iat, exp } = terminalTokenClaimsSchema.parse(payload)
  expect({ sub, iat, life: exp - iat }).toEqual({
    sub: terminalId,
    iat: Date.parse('2026-11-22T10:00:00Z') / 1000,
    life: 120,
  })
})

test('keeps a token while it is good, by a clock nobody can set', () => {
  const { source, clocks } = tokens()
  const first = source.current()
  clocks.nowMs += 3_600_000
  clocks.monotonicMs = 89_000
  expect(source.current()).toEqual({ token: first.token, isKept: true })
})

test('makes a new one before the old one ends', () => {
  const { source, clocks } = tokens()
  const first = source.current()
  clocks.nowMs += 91_000
  clocks.monotonicMs = 91_000
  const next = source.current()
  expect(next.isKept).toBe(false)
  expect(next.token).not.toBe(first.token)
})

test('makes a new one when it is told to forget', () => {
  const { source } = tokens()
  expect(source.current().isKept).toBe(false)
  source.forget()
  expect(source.current().isKept).toBe(false)
})
