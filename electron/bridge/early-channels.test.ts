import { channels } from '#shared/contracts/bridge.ts'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { expect, test } from 'vitest'
import { openEarlyChannels } from './early-channels.ts'

type Listener = Parameters<IpcMain['handle']>[1]

function opened() {
  const listeners = new Map<string, Listener>()
  const early = openEarlyChannels({ handle: (name, listener) => void listeners.set(name, listener) })
  const event = { senderFrame: null } as unknown as IpcMainInvokeEvent
  const call = (name: string, raw: unknown): unknown => listeners.get(name)?.(event, raw)
  return { listeners, early, call, event }
}

test('names every channel of the contract', () => {
  expect([...opened().listeners.keys()].toSorted()).toEqual(channels.map(({ name }) => name).toSorted())
})

test('what is asked before the listener is there waits for it', async () => {
  const { early, call, event } = opened()
  const asked = call('session:people', { a: 1 })
  early.handle('session:people', (...given) => ({ given }))
  expect(await asked).toEqual({ given: [event, { a: 1 }] })
  expect(await call('session:people', 2)).toEqual({ given: [event, 2] })
})

test('a channel that is not in the contract cannot be registered', () => {
  const { early } = opened()
  expect(() => {
    early.handle('shell:run', () => undefined)
  }).toThrow('no such channel')
})
