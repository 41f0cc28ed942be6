import { expect, test } from 'vitest'
import { type Closing, closingSchema, type Scope, type Target } from './closing.ts'
import { evaluateClosing } from './evaluate-closing.ts'
import type { Service } from './services.ts'
import { atMinute, INMATES, TERMINALS } from './testing/arbitraries.ts'

const [here, elsewhere] = TERMINALS
const [somebody, another] = INMATES
const service = (name: Service): Target => ({ kind: 'service', service: name })
const everyone: Scope = { kind: 'everyone' }
const place = { terminalId: here, wingId: 'A', inmateId: somebody }
const at = (minute: number) => ({ earliestMs: minute * 60_000, latestMs: minute * 60_000 })

let count = 0
function closes(
  target: Target,
  scope: Scope = everyone,
  from: number | null = null,
  until: number | null = null,
): Closing {
  count += 1
  return closingSchema.parse({
    id: `0199c2a0-0000-7000-8000-${String(count).padStart(12, '0')}`,
    target,
    scope,
    reason: 'incident',
    line: null,
    from: from === null ? null : atMinute(from),
    until: until === null ? null : atMinute(until),
  })
}

test.each<[string, Scope, 'open' | 'closed']>([
  ['the own wing', { kind: 'wing', wingId: 'A' }, 'closed'],
  ['another wing', { kind: 'wing', wingId: 'B' }, 'open'],
  ['this terminal', { kind: 'terminal', terminalId: here }, 'closed'],
  ['another terminal', { kind: 'terminal', terminalId: elsewhere }, 'open'],
  ['who is signed in', { kind: 'inmate', inmateId: somebody }, 'closed'],
  ['somebody else', { kind: 'inmate', inmateId: another }, 'open'],
])('what is closed for %s', (_name, scope, effect) => {
  expect(evaluateClosing([closes(service('web'), scope)], place, service('web'), at(0)).effect).toBe(effect)
})

test('a person’s closing holds for nobody while nobody is signed in', () => {
  const theirs = closes(service('web'), { kind: 'inmate', inmateId: somebody })
  const nobody = { terminalId: place.terminalId, wingId: 'A' }
  expect(evaluateClosing([theirs], nobody, service('web'), at(0)).effect).toBe('open')
})

test.each([
  ['before it begins', 9, 'open'],
  ['when it begins', 10, 'closed'],
  ['just before it ends', 19, 'closed'],
  ['when it ends', 20, 'open'],
])('from 10 to 20: %s', (_name, minute, effect) => {
  const one = closes(service('canteen'), everyone, 10, 20)
  expect(evaluateClosing([one], place, service('canteen'), at(minute)).effect).toBe(effect)
})

test('a terminal that cannot prove the time keeps it closed', () => {
  const one = closes(service('canteen'), everyone, 10, 20)
  const unsure = { earliestMs: 0, latestMs: 100 * 60_000 }
  expect(evaluateClosing([one], place, service('canteen'), unsure).effect).toBe('closed')
})

test('the narrowest closing is named, with the end of the longest', () => {
  const platform = closes(service('platform'), everyone, null, 50)
  const web = closes(service('web'), { kind: 'wing', wingId: 'A' }, null, 30)
  const site = closes({ kind: 'site', siteId: 'jobs' }, everyone, null, 20)
  const asked = { kind: 'site', siteId: 'jobs' } as const
  expect(evaluateClosing([platform, web, site], place, asked, at(0))).toEqual({
    effect: 'closed',
    closing: site,
    untilMs: 50 * 60_000,
  })
  expect(evaluateClosing([platform, web], place, asked, at(0))).toMatchObject({ closing: web })
})

test('of two alike the one ordered last is named', () => {
  const first = closes(service('web'))
  const last = closes(service('web'))
  expect(evaluateClosing([last, first], place, service('web'), at(0))).toMatchObject({ closing: last })
})

test.each(['web', 'canteen', 'requests', 'complaints', 'notices', 'platform'] as const)(
  'the platform’s closing closes %s',
  name => {
    expect(evaluateClosing([closes(service('platform'))], place, service(name), at(0)).effect).toBe('closed')
  },
)
