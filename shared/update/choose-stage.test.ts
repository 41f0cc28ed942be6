import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseStage, type Stage } from './choose-stage.ts'

const everyone: Stage = { scope: { kind: 'everyone' }, version: '0.2.0', attempt: 1, isPaused: false }
const wing: Stage = { ...everyone, scope: { kind: 'wing', wing: 'A' }, version: '0.3.0' }
const terminal: Stage = { ...everyone, scope: { kind: 'terminal', terminal: 'A-07' }, version: '0.4.0' }
const paused = (stage: Stage): Stage => ({ ...stage, isPaused: true })
const here = { id: 'A-07', wing: 'A' }

test.each([
  ['nothing is staged', [], undefined],
  ['everyone’s', [everyone], everyone],
  ['its wing’s before everyone’s', [everyone, wing], wing],
  ['its own before its wing’s', [everyone, terminal, wing], terminal],
  ['none while its own is paused', [everyone, wing, paused(terminal)], undefined],
  ['its own though its wing is paused', [paused(wing), terminal], terminal],
  ['none of another wing', [{ ...wing, scope: { kind: 'wing', wing: 'B' } } satisfies Stage], undefined],
  [
    'none of another terminal',
    [{ ...terminal, scope: { kind: 'terminal', terminal: 'A-08' } } satisfies Stage],
    undefined,
  ],
])('a terminal gets %s', (_what, stages: readonly Stage[], expected) => {
  expect(chooseStage(stages, here)).toEqual(expected)
})

test('the order of the stages makes no difference', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([everyone, wing, terminal]), stages => {
      expect(chooseStage(stages, here)).toEqual(chooseStage(stages.toReversed(), here))
    }),
  )
})
