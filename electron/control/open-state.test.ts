import { everythingOpen } from '#shared/contracts/closure.ts'
import { services } from '#shared/directive/services.ts'
import { describe, expect, test } from 'vitest'
import { amara, bilal, otherTerminalId, terminalId } from '../testing/sample-operations.ts'
import { canteenClosed, closingOf, webClosed } from '../testing/sample-closings.ts'
import { evaluateOpenState, evaluateWebClosings, nextLookMs, type Standing } from './open-state.ts'

const nowMs = Date.parse('2026-11-22T10:00:00.000Z')
const later = (ms: number) => new Date(nowMs + ms).toISOString()
const noContact = { reason: 'no-contact', line: null, until: null }
const incident = { reason: 'incident', line: null, until: null }

function standing(closings = [webClosed()].slice(1), changes: Partial<Standing> = {}): Standing {
  return {
    document: { closings, maintenance: null },
    lease: { web: 'fresh', local: 'fresh', nextEndMs: 1000 },
    isLost: false,
    place: { terminalId, wingId: 'A', inmateId: amara.inmateId },
    now: { earliestMs: nowMs, latestMs: nowMs },
    ...changes,
  }
}

describe('what is open', () => {
  test('is everything with fresh leases and nothing ordered', () => {
    expect(evaluateOpenState(standing())).toEqual(everythingOpen)
    expect(evaluateOpenState(standing([], { document: undefined }))).toEqual(everythingOpen)
  })

  test('is everything but the web without a web lease', () => {
    const state = evaluateOpenState(standing([], { lease: { web: 'ended', local: 'fresh', nextEndMs: 1 } }))
    expect(state).toEqual({ ...everythingOpen, web: noContact })
  })

  test.each([
    ['the local lease has ended', { lease: { web: 'fresh', local: 'ended', nextEndMs: 1 } }],
    ['what was ordered is lost', { isLost: true, document: undefined }],
  ] as const)('is nothing once %s', (_name, changes) => {
    const state = evaluateOpenState(standing([], changes))
    for (const service of services) expect(state[service]).toEqual(noContact)
  })

  test('a warden’s reason is told rather than that there is no contact, and then not until when', () => {
    const closing = canteenClosed({ until: later(1000), line: 'Stock-taking' })
    const lease = { web: 'ended', local: 'ended', nextEndMs: null } as const
    expect(evaluateOpenState(standing([closing])).canteen).toMatchObject({ until: later(1000), line: 'Stock-taking' })
    expect(evaluateOpenState(standing([closing], { lease })).canteen).toMatchObject({ reason: 'incident', until: null })
  })

  test('medical requests go on when the platform is closed', () => {
    const state = evaluateOpenState(standing([closingOf({ kind: 'service', service: 'platform' })]))
    expect(state).toMatchObject({ platform: incident, web: incident, canteen: incident, medical: null })
  })

  test.each([
    ['this terminal', { kind: 'terminal', terminalId }, true],
    ['another terminal', { kind: 'terminal', terminalId: otherTerminalId }, false],
    ['this wing', { kind: 'wing', wingId: 'A' }, true],
    ['another wing', { kind: 'wing', wingId: 'B' }, false],
    ['this person', { kind: 'inmate', inmateId: amara.inmateId }, true],
    ['another person', { kind: 'inmate', inmateId: bilal.inmateId }, false],
  ] as const)('a closing for %s holds here, or does not', (_name, scope, isClosed) => {
    expect(evaluateOpenState(standing([webClosed({ scope })])).web !== null).toBe(isClosed)
  })

  test('one site is closed without the web', () => {
    const at = standing([
      closingOf({ kind: 'site', siteId: 'jobs' }),
      closingOf({ kind: 'rule', siteId: 'library', ruleId: 'library-search' }),
    ])
    expect(evaluateOpenState(at)).toEqual({ ...everythingOpen, sites: { jobs: incident } })
    expect(evaluateWebClosings(at)).toEqual({
      closedSites: new Set(['jobs']),
      closedRules: new Set(['library-search']),
    })
  })

  test('a plan is told until its time is over, what has begun until a warden ends it', () => {
    const plan = { id: webClosed().id, phase: 'planned', from: later(0), until: later(1000), line: null } as const
    const told = (phase: 'planned' | 'begun', ms: number) =>
      evaluateOpenState(
        standing([], {
          document: { closings: [], maintenance: { ...plan, phase } },
          now: { earliestMs: nowMs + ms, latestMs: nowMs + ms },
        }),
      ).maintenance
    expect(told('planned', 999)).toMatchObject({ phase: 'planned', until: later(1000) })
    expect(told('planned', 1000)).toBeNull()
    expect(told('begun', 5000)).toMatchObject({ phase: 'begun' })
  })
})

describe('the next look', () => {
  test('is at the first beginning, end, or end of a lease', () => {
    const lease = { web: 'fresh', local: 'fresh', nextEndMs: 5000 } as const
    expect(nextLookMs(standing([], { lease }))).toBe(5000)
    expect(nextLookMs(standing([webClosed({ from: later(3000) })], { lease }))).toBe(3000)
    expect(nextLookMs(standing([webClosed({ until: later(2000) })], { lease }))).toBe(2000)
    expect(nextLookMs(standing([], { lease: { web: 'ended', local: 'ended', nextEndMs: null } }))).toBeUndefined()
  })

  test('sees both ends of what the time may be', () => {
    const now = { earliestMs: nowMs - 500, latestMs: nowMs }
    expect(nextLookMs(standing([webClosed({ until: later(0) })], { now }))).toBe(500)
    expect(nextLookMs(standing([webClosed({ from: later(100) })], { now }))).toBe(100)
  })
})
