import { FakeBridge } from '#renderer/data/testing/fake-bridge.ts'
import { type Closure, everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, test } from 'vitest'
import { createOpenStateKeeper } from './open-state-store.ts'

const closure: Closure = { reason: 'incident', line: null, until: null }
const closed: OpenState = { ...everythingOpen, canteen: closure }

function keeper() {
  const main = new FakeBridge()
  const { store, pageEvent, signedOut } = createOpenStateKeeper(main)
  main.onEvent(pageEvent)
  return { main, signedOut, known: () => store.getState().known, refresh: store.getState().refresh }
}

test('knows nothing before the main process has said what is open', async () => {
  const { known, refresh } = keeper()
  expect(known()).toBeUndefined()
  await refresh()
  expect(known()).toEqual(everythingOpen)
})

test('follows what a warden does', () => {
  const { main, known } = keeper()
  main.changeOpenState(closed)
  expect(known()).toEqual(closed)
  main.changeOpenState(everythingOpen)
  expect(known()).toEqual(everythingOpen)
})

test('keeps what was known while there is no answer', async () => {
  const { main, known, refresh } = keeper()
  main.changeOpenState(closed)
  main.overrides = {
    'terminal:open-state': () => {
      throw new GuichetError('INTERNAL', 'no answer')
    },
  }
  await refresh()
  expect(known()).toEqual(closed)
})

test('an answer that was under way does not undo what was told meanwhile', async () => {
  const { main, known, refresh } = keeper()
  main.overrides = {
    'terminal:open-state': async () => {
      main.changeOpenState(closed)
      return everythingOpen
    },
  }
  await refresh()
  expect(known()).toEqual(closed)
})

test('forgets at sign-out what was closed for one person', () => {
  const { main, known, signedOut } = keeper()
  main.changeOpenState(closed)
  signedOut()
  expect(known()).toBeUndefined()
})
