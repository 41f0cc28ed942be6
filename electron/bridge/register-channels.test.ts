import { channels } from '#shared/contracts/bridge.ts'
import type { IpcMain } from 'electron'
import { expect, test } from 'vitest'
import type { HandlePorts } from './handle.ts'
import { registerChannels, registerRefusals, type ChannelHandlers } from './register-channels.ts'

type Listener = (event: unknown, raw: unknown) => unknown

function ports() {
  const listeners = new Map<string, Listener>()
  const ipcMain = { handle: (name: string, listener: Listener) => listeners.set(name, listener) }
  const given: HandlePorts = { ipcMain: ipcMain as unknown as Pick<IpcMain, 'handle'>, report: () => undefined }
  const call = (name: string, raw: unknown) =>
    listeners.get(name)?.({ senderFrame: { origin: 'guichet://kiosk', parent: null } }, raw)
  return { listeners, given, call }
}

test('every channel of the contract is registered, each with the handler of its name', async () => {
  const { listeners, given, call } = ports()
  const handlers = Object.fromEntries(
    channels.map(({ name }) => [name, () => Promise.reject(new Error(name))]),
  ) as unknown as ChannelHandlers
  registerChannels(given, { ...handlers, 'session:end': async () => ({}) })
  expect([...listeners.keys()].toSorted()).toEqual(channels.map(({ name }) => name).toSorted())
  expect(await call('session:end', { reason: 'idle' })).toEqual({ ok: true, value: {} })
})

test('a terminal that is not set up answers every channel with the reason', async () => {
  const { listeners, given, call } = ports()
  registerRefusals(given, 'JOURNAL_UNAVAILABLE')
  expect(listeners.size).toBe(channels.length)
  expect(await call('terminal:describe', {})).toEqual({
    ok: false,
    error: { code: 'JOURNAL_UNAVAILABLE', retryable: true },
  })
})
