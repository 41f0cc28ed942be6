import { channels } from '#shared/contracts/bridge.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { IpcMain } from 'electron'
import { expect, test } from 'vitest'
import type { HandlePorts } from './handle.ts'
import { registerChannels, type ChannelHandlers, type EnrolmentHandlers } from './register-channels.ts'

type Listener = (event: unknown, raw: unknown) => unknown

function ports() {
  const listeners = new Map<string, Listener>()
  const ipcMain = { handle: (name: string, listener: Listener) => listeners.set(name, listener) }
  const given: HandlePorts = {
    ipcMain: ipcMain as unknown as Pick<IpcMain, 'handle'>,
    report: () => undefined,
    pace: { take: () => ({ effect: 'go', inMs: 0 }) },
    pause: () => Promise.resolve(),
  }
  const call = (name: string, raw: unknown) =>
    listeners.get(name)?.({ senderFrame: { origin: 'guichet://kiosk', parent: null } }, raw)
  return { listeners, given, call }
}

test('every channel of the contract is registered, each with the handler of its name', async () => {
  const { listeners, given, call } = ports()
  const handlers = Object.fromEntries(
    channels.map(({ name }) => [name, () => Promise.reject(new Error(name))]),
  ) as unknown as ChannelHandlers
  const enrolment = Promise.resolve({ 'enrolment:take-in': async () => ({}) } as unknown as EnrolmentHandlers)
  registerChannels(given, Promise.resolve({ ...handlers, 'session:end': async () => ({}) }), enrolment)
  expect([...listeners.keys()].toSorted()).toEqual(channels.map(({ name }) => name).toSorted())
  expect(await call('session:end', { reason: 'idle' })).toEqual({ ok: true, value: {} })
  expect(await call('enrolment:take-in', {})).toEqual({ ok: true, value: {} })
})

test('a terminal that is not set up answers every channel with the reason', async () => {
  const { listeners, given, call } = ports()
  const over = Promise.reject(new GuichetError('ENROLMENT_OVER', 'it has a configuration'))
  registerChannels(given, Promise.reject(new GuichetError('JOURNAL_UNAVAILABLE', 'no journal')), over)
  expect(listeners.size).toBe(channels.length)
  expect(await call('terminal:describe', {})).toEqual({
    ok: false,
    error: { code: 'JOURNAL_UNAVAILABLE', retryable: true },
  })
  expect(await call('enrolment:begin', {})).toEqual({ ok: false, error: { code: 'ENROLMENT_OVER', retryable: false } })
})

test('a page that asks before the parts are there waits for them', async () => {
  const { given, call } = ports()
  const { promise, resolve } = withResolvers<ChannelHandlers>()
  registerChannels(given, promise, withResolvers<EnrolmentHandlers>().promise)
  const answer = call('session:end', { reason: 'idle' })
  resolve({ 'session:end': async () => ({}) } as unknown as ChannelHandlers)
  expect(await answer).toEqual({ ok: true, value: {} })
})

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>(keep => {
    resolve = keep
  })
  return { promise, resolve }
}
