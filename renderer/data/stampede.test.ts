import { expect, test } from 'vitest'
import { type Dice, firstState, type LoopEvent, type LoopState, nextStep } from './next-step.ts'

/** mulberry32: small, seeded, so that the thousand terminals are the same in every run. */
function createDice(seed: number): Dice {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const TERMINALS = 1000
const BACK_AT_MS = 120_000
const END_MS = 180_000
const SLICE_MS = 100

interface Terminal {
  state: LoopState
  atMs: number
  readonly dice: Dice
}
type Answer = (activity: 'push' | 'pull' | 'probe', atMs: number) => LoopEvent

/** Runs a thousand terminals, all connected when the line breaks, and answers when each asked what of the server. */
function simulate(answer: Answer): { readonly atMs: number; readonly activity: string }[] {
  const asked: { atMs: number; activity: string }[] = []
  const terminals = Array.from({ length: TERMINALS }, (_, seed): Terminal => {
    const dice = createDice(seed + 1)
    return { state: firstState(dice), atMs: 0, dice }
  })
  for (const terminal of terminals) {
    while (terminal.atMs < END_MS) {
      const { activity } = terminal.state
      if (activity.do === 'wait') terminal.atMs += activity.ms
      else asked.push({ atMs: terminal.atMs, activity: activity.do })
      const event: LoopEvent = activity.do === 'wait' ? { type: 'waited' } : answer(activity.do, terminal.atMs)
      terminal.state = nextStep(terminal.state, event, terminal.dice)
      // A question takes a little, so that a terminal never asks twice in the same moment.
      if (activity.do !== 'wait') terminal.atMs += 1
    }
  }
  return asked
}

const busiestSlice = (times: readonly number[]) => {
  const slices = new Map<number, number>()
  for (const atMs of times) slices.set(Math.floor(atMs / SLICE_MS), (slices.get(Math.floor(atMs / SLICE_MS)) ?? 0) + 1)
  return Math.max(...slices.values())
}

const answered: Record<'push' | 'pull' | 'probe', LoopEvent> = {
  push: { type: 'pushed', hasMore: false },
  pull: { type: 'pulled', hasMore: false },
  probe: { type: 'probed' },
}

test('a thousand terminals whose line comes back spread over seconds, and all are back within five', () => {
  const asked = simulate((activity, atMs) => (atMs < BACK_AT_MS ? { type: 'unreachable' } : answered[activity]))
  const pushes = asked.filter(({ activity, atMs }) => activity === 'push' && atMs >= BACK_AT_MS)
  expect(busiestSlice(pushes.map(({ atMs }) => atMs))).toBeLessThan(TERMINALS / 15)

  const firstPushes = pushes.filter(({ atMs }) => atMs < BACK_AT_MS + 5000 + 1000)
  expect(firstPushes.length).toBeGreaterThanOrEqual(TERMINALS)
})

test('a thousand terminals told to come back in ten seconds do not come back in the same tenth of one', () => {
  const asked = simulate((activity, atMs) =>
    atMs < BACK_AT_MS ? { type: 'busy', retryAfterMs: 10_000 } : answered[activity],
  )
  const returning = asked.filter(({ atMs }) => atMs >= 60_000 && atMs < BACK_AT_MS).map(({ atMs }) => atMs)
  expect(busiestSlice(returning)).toBeLessThan(TERMINALS / 25)
})

test('a thousand terminals at rest ask at most a little more often than once in four seconds each', () => {
  const asked = simulate(activity => answered[activity])
  const pulls = asked.filter(({ activity, atMs }) => activity === 'pull' && atMs > 60_000).map(({ atMs }) => atMs)
  expect(busiestSlice(pulls)).toBeLessThan(TERMINALS / 20)
  expect(pulls.length / TERMINALS / ((END_MS - 60_000) / 1000)).toBeLessThan(0.25)
})

test('a thousand terminals that a maintenance sent away are back within three seconds of its end, spread out', () => {
  const terminals = Array.from({ length: TERMINALS }, (_, seed) => createDice(seed + 1))
  const waits = terminals.map(dice => {
    let state = firstState(dice)
    for (let times = 0; times < 5; times += 1) {
      state = nextStep(state, { type: 'waited' }, dice)
      state = nextStep(state, { type: 'busy', retryAfterMs: 5000 }, dice)
    }
    const { activity, failures } = nextStep(state, { type: 'server-opened' }, dice)
    expect(failures).toBe(0)
    return activity.do === 'wait' && activity.next === 'push' ? activity.ms : Infinity
  })
  expect(Math.max(...waits)).toBeLessThan(3000)
  expect(busiestSlice(waits)).toBeLessThan(TERMINALS / 10)
})

test('the end of a maintenance does not disturb what is under way', () => {
  const pushing = nextStep(firstState(createDice(1)), { type: 'waited' }, createDice(1))
  expect(nextStep(pushing, { type: 'server-opened' }, createDice(1)).activity).toBe(pushing.activity)
})
