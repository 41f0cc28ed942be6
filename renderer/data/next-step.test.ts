import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Activity, firstState, type LoopEvent, type LoopState, nextStep } from './next-step.ts'

const half = () => 0.5
const doing = (activity: Activity['do'], changes: Partial<LoopState> = {}): LoopState => ({
  line: 'connected',
  activity: activity === 'wait' ? pause : { do: activity },
  failures: 0,
  isWoken: false,
  ...changes,
})
const pause: Activity = { do: 'wait', ms: 5000, because: 'pause', next: 'push' }
const after = (state: LoopState, ...events: readonly LoopEvent[]) =>
  events.reduce((before, event) => nextStep(before, event, half), state)

test('a round pushes, pulls and pauses', () => {
  const pulled = after(doing('push'), { type: 'pushed', hasMore: true }, { type: 'pushed', hasMore: false })
  expect(pulled.activity).toEqual({ do: 'pull' })
  const paused = after(pulled, { type: 'pulled', hasMore: true }, { type: 'pulled', hasMore: false })
  expect(paused.activity).toEqual({ do: 'wait', ms: 5000, because: 'pause', next: 'push' })
})

test('a new entry cuts the pause short', () => {
  expect(after(doing('wait'), { type: 'woken' }).activity).toEqual({ do: 'push' })
})

test('an entry added while it pulls is pushed before the next pause', () => {
  const state = after(doing('pull'), { type: 'woken' }, { type: 'pulled', hasMore: false })
  expect(state.activity).toEqual({ do: 'push' })
})

test('an entry added while it pulls is pushed although the pull fails on this side', () => {
  expect(after(doing('pull'), { type: 'woken' }, { type: 'failed' }).activity).toEqual({ do: 'push' })
})

test.each([
  ['the server asked to wait', { type: 'busy', retryAfterMs: 30_000 }],
  ['the server does not know the terminal', { type: 'refused' }],
  ['there is no line', { type: 'unreachable' }],
] as const)('a new entry does not hurry it while %s', (_why, event) => {
  const waiting = after(doing('push'), event)
  expect(after(waiting, { type: 'woken' }).activity).toBe(waiting.activity)
})

test('without a line it probes, and pushes within a second of the answer', () => {
  const lost = after(doing('pull'), { type: 'unreachable' })
  expect(lost).toMatchObject({ line: 'no-connection', activity: { because: 'no-line', next: 'probe' } })
  const back = after(lost, { type: 'waited' }, { type: 'probed' })
  expect(back).toMatchObject({ line: 'connected', activity: { because: 'return', next: 'push' } })
  expect(back.activity.do === 'wait' && back.activity.ms).toBeLessThan(1000)
})

test('where probes are answered and pushes are not, the waits between pushes grow', () => {
  const longest = () => 0.999
  const fail = (state: LoopState) =>
    (['unreachable', 'waited', 'probed'] as const).reduce((before, type) => nextStep(before, { type }, longest), state)
  const waits = [1, 2, 3, 4, 5].reduce<{ state: LoopState; ms: number[] }>(
    ({ state, ms }) => {
      const next = fail({ ...state, activity: { do: 'push' } })
      return { state: next, ms: [...ms, next.activity.do === 'wait' ? next.activity.ms : 0] }
    },
    { state: doing('push'), ms: [] },
  ).ms
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.at(-1)).toBeGreaterThan(10_000)
})

test('Retry-After is honoured, and jitter only adds to it', () => {
  const { activity } = after(doing('push'), { type: 'busy', retryAfterMs: 30_000 })
  expect(activity.do === 'wait' && activity.ms).toBeGreaterThanOrEqual(30_000)
})

test('an answer ends a row of failures', () => {
  const state = after(doing('push'), { type: 'busy', retryAfterMs: null }, { type: 'waited' })
  expect(state.failures).toBe(1)
  expect(after(state, { type: 'pushed', hasMore: false }).failures).toBe(0)
})

const anyEvent: fc.Arbitrary<LoopEvent> = fc.oneof(
  fc.constantFrom<LoopEvent>(
    { type: 'woken' },
    { type: 'waited' },
    { type: 'nothing-to-push' },
    { type: 'probed' },
    { type: 'unreachable' },
    { type: 'refused' },
    { type: 'failed' },
  ),
  fc.record({ type: fc.constantFrom('pushed' as const, 'pulled' as const), hasMore: fc.boolean() }),
  fc.record({ type: fc.constant('busy' as const), retryAfterMs: fc.option(fc.nat(120_000)) }),
)
const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** Every state on the way through `happenings`, each with what led to it. */
function walk(happenings: readonly (readonly [LoopEvent, number])[]) {
  let state = firstState(half)
  return happenings.map(([event, roll]) => {
    const before = state
    state = nextStep(before, event, () => roll)
    return { before, event, state, hasBegun: state.activity !== before.activity }
  })
}
const happenings = fc.array(fc.tuple(anyEvent, dice), { maxLength: 40 })

test('no wake-up is lost: from one until the next push begins, the loop never takes its pause', () => {
  fc.assert(
    fc.property(happenings, all => {
      let isOwed = false
      const forgotten = walk(all).filter(({ event, state, hasBegun }) => {
        if (event.type === 'woken') isOwed = true
        if (hasBegun && state.activity.do === 'push') isOwed = false
        return isOwed && state.activity.do === 'wait' && state.activity.because === 'pause'
      })
      expect(forgotten).toEqual([])
    }),
  )
})

test('no wait but one the server asked for is longer than a little over a minute', () => {
  fc.assert(
    fc.property(happenings, all => {
      const tooLong = walk(all).filter(
        ({ state: { activity } }) => activity.do === 'wait' && activity.because !== 'asked-to' && activity.ms > 70_000,
      )
      expect(tooLong).toEqual([])
    }),
  )
})
