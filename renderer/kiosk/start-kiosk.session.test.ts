import { createBrowserStorage } from '#renderer/data/testing/fresh-database.ts'
import { aPerson } from '#renderer/data/testing/sample-rows.ts'
import { expect, test } from 'vitest'
import { aPrison, startOn } from './stores/testing/started-kiosk.ts'

test('locks after three minutes without an act, and says why', async () => {
  const { kiosk, signIn, clock } = startOn(aPrison(), createBrowserStorage().open())
  await signIn()
  clock.advance(181_000)
  await expect.poll(() => kiosk.session.getState()).toMatchObject({ person: null, lastEnd: 'idle' })
})

test('a session the terminal ended is over on the page', async () => {
  const main = aPrison()
  const { kiosk, signIn } = startOn(main, createBrowserStorage().open())
  await signIn()
  main.tell({ event: 'session-ended', at: '2026-03-02T10:00:00.000Z' })
  expect(kiosk.session.getState()).toMatchObject({ person: null, lastEnd: 'ended-by-terminal' })
})

test('somebody who may no longer sign in here is signed out', async () => {
  const main = aPrison()
  const { kiosk, signIn, tick } = startOn(main, createBrowserStorage().open())
  await signIn()
  main.people = [aPerson(2)]
  await tick()
  await expect.poll(() => kiosk.session.getState().person).toBeNull()
})

test('speaks the terminal’s language, then the person’s, until they choose another', async () => {
  const { kiosk, signIn } = startOn(aPrison(), createBrowserStorage().open())
  await expect.poll(() => kiosk.session.getState().language).toBe('fr')
  await signIn()
  expect(kiosk.session.getState().language).toBe('nl')
  kiosk.session.getState().chooseLanguage('de')
  expect(kiosk.session.getState().language).toBe('de')
  await kiosk.session.getState().signOut()
  expect(kiosk.session.getState().language).toBe('fr')
})

test('a wrong PIN says until when none is taken', async () => {
  const { kiosk, clock } = startOn(aPrison(), createBrowserStorage().open())
  const { signIn } = kiosk.session.getState()
  const waitUntilMs = clock.now() + 2000
  expect(await signIn({ number: '9999', pin: '0000' })).toEqual({ status: 'refused', waitUntilMs })
  expect(kiosk.session.getState()).toMatchObject({ person: null, waitUntilMs })
})

test('a notice once read stays read, for that person', async () => {
  const { kiosk, signIn } = startOn(aPrison(), createBrowserStorage().open())
  await signIn(1)
  kiosk.markNoticeRead('visits' as Parameters<typeof kiosk.markNoticeRead>[0])
  await expect.poll(() => kiosk.personal.getState()?.noticesRead.getSnapshot()).toEqual(new Set(['visits']))
  await kiosk.session.getState().signOut()
  await signIn(2)
  await expect.poll(() => kiosk.personal.getState()?.noticesRead.getSnapshot()).toEqual(new Set())
})
