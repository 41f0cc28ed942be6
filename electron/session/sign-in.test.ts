import type { RosterEntry } from '#shared/contracts/person.ts'
import { expect, test } from 'vitest'
import { amara, bilal, rosterEntry } from '../testing/sample-operations.ts'
import { createCurrentSession } from './current-session.ts'
import { createSignIn } from './sign-in.ts'
import { createSignInGate } from './sign-in-gate.ts'
import type { VerifyPin } from './verify-pin.ts'

function terminal() {
  const clock = { monotonicMs: 0 }
  const people = new Map<string, RosterEntry>(
    [amara, bilal].map(person => [person.number, rosterEntry(person, person.number)]),
  )
  const verified: (string | undefined)[] = []
  const verifyPin: VerifyPin = async (pin, verifier) => {
    verified.push(verifier)
    return pin === `${String(verifier)}0`
  }
  const session = createCurrentSession(() => undefined)
  const gate = createSignInGate({
    kept: undefined,
    write: async () => undefined,
    now: () => new Date('2026-11-22T10:00:00Z'),
    monotonicMs: () => clock.monotonicMs,
  })
  const roster = { find: (number: string) => people.get(number), people: () => [...people.values()] }
  return { clock, people, verified, session, signIn: createSignIn({ roster, gate, verifyPin, session }) }
}

const right = { number: '4711', pin: '47110' }
const wrong = { number: '4711', pin: '0000' }
const unknown = { number: '999', pin: '0000' }

test('signs in with number and PIN, and shows no verifier', async () => {
  const { signIn, session } = terminal()
  expect(await signIn(right)).toEqual({ status: 'signed-in', person: amara })
  expect(session.person()).toEqual(amara)
})

test('answers an unknown number and a wrong PIN alike, after the same work', async () => {
  const known = terminal()
  const strange = terminal()
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await known.signIn(wrong)).toEqual(await strange.signIn(unknown))
    known.clock.monotonicMs += 300_000
    strange.clock.monotonicMs += 300_000
  }
  expect(known.verified).toHaveLength(5)
  expect(strange.verified).toHaveLength(5)
})

test('says how long to wait after the fourth wrong PIN', async () => {
  const { signIn } = terminal()
  for (let tries = 0; tries < 3; tries += 1) expect(await signIn(wrong)).toEqual({ status: 'refused', waitMs: 0 })
  expect(await signIn(wrong)).toEqual({ status: 'refused', waitMs: 5000 })
})

test('looks at no PIN while this terminal waits, not even a right one', async () => {
  const { signIn, verified, session, clock } = terminal()
  for (let tries = 0; tries < 4; tries += 1) await signIn(wrong)
  expect(await signIn(right)).toEqual({ status: 'waiting', waitMs: 5000 })
  expect(verified).toHaveLength(4)
  expect(session.person()).toBeUndefined()
  clock.monotonicMs += 5000
  expect(await signIn(right)).toMatchObject({ status: 'signed-in' })
})

test('does not sign in who moved away while the PIN was checked', async () => {
  const { people, session } = terminal()
  const signIn = createSignIn({
    roster: { find: number => people.get(number), people: () => [...people.values()] },
    gate: { waitMs: () => 0, tryBegins: async () => undefined, trySucceeded: async () => undefined },
    verifyPin: async () => {
      people.clear()
      return true
    },
    session,
  })
  expect(await signIn(right)).toEqual({ status: 'refused', waitMs: 0 })
  expect(session.person()).toBeUndefined()
})
