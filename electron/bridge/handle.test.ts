import { defineChannel, type Surface } from '#shared/contracts/channel.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Permit } from './call-pace.ts'
import { handle } from './handle.ts'

type Listener = (event: IpcMainInvokeEvent, raw: unknown) => unknown
type Frame = { readonly origin: string; readonly parent: object | null } | null

const atOnce: Permit = { effect: 'go', inMs: 0 }
const kioskFrame: Frame = { origin: 'guichet://kiosk', parent: null }

function registered(
  run: (input: { text: string }) => Promise<{ length: number }>,
  surfaces: readonly Surface[] = ['kiosk'],
  permit: Permit = atOnce,
) {
  const channel = defineChannel({
    name: 'test:measure',
    surfaces,
    input: z.strictObject({ text: z.string() }),
    output: z.strictObject({ length: z.int() }),
  })
  const listeners = new Map<string, Listener>()
  const report = vi.fn<(channel: string, error: unknown) => void>()
  const ipcMain: Pick<IpcMain, 'handle'> = {
    handle: (name, listener) => {
      listeners.set(name, listener)
    },
  }
  const pause = vi.fn<(timeMs: number) => Promise<void>>(() => Promise.resolve())
  handle({ ipcMain, report, pause, pace: { take: () => permit } }, channel, run)
  const call = (frame: Frame, raw: unknown) =>
    listeners.get('test:measure')?.({ senderFrame: frame } as unknown as IpcMainInvokeEvent, raw)
  return { call, report, pause }
}

const measure = async ({ text }: { text: string }) => ({ length: text.length })
const refused = { ok: false, error: { code: 'IPC_SENDER_REFUSED', retryable: false } }
const invalid = { ok: false, error: { code: 'IPC_INPUT_INVALID', retryable: false } }
const internal = { ok: false, error: { code: 'INTERNAL', retryable: false } }

test('accepts the top frame of the kiosk', async () => {
  expect(await registered(measure).call(kioskFrame, { text: 'abc' })).toEqual({ ok: true, value: { length: 3 } })
})

test.each<[string, Frame]>([
  ['an iframe of a trusted page', { origin: 'guichet://kiosk', parent: {} }],
  ['an origin that is not listed', { origin: 'https://www.vdab.be', parent: null }],
  ['an origin that only begins like the kiosk’s', { origin: 'guichet://kiosk.evil', parent: null }],
  ['an opaque origin', { origin: 'null', parent: null }],
  ['no origin', { origin: '', parent: null }],
  ['a frame that is already gone', null],
])('refuses %s', async (_name, frame) => {
  const run = vi.fn<typeof measure>(measure)
  const { call, report } = registered(run)
  expect(await call(frame, { text: 'abc' })).toEqual(refused)
  expect(run).not.toHaveBeenCalled()
  expect(report).toHaveBeenCalledOnce()
})

test('refuses a surface the channel does not list', async () => {
  expect(await registered(measure, []).call(kioskFrame, { text: 'abc' })).toEqual(refused)
})

test.each([
  ['an unknown key', { text: 'abc', more: 1 }],
  ['a missing key', {}],
  ['a value of another type', { text: 7 }],
  ['nothing', undefined],
])('refuses %s in the input', async (_name, raw) => {
  const run = vi.fn<typeof measure>(measure)
  expect(await registered(run).call(kioskFrame, raw)).toEqual(invalid)
  expect(run).not.toHaveBeenCalled()
})

test('hands on the code of a foreseen error', async () => {
  const { call } = registered(() => Promise.reject(new GuichetError('JOURNAL_FULL', 'no room')))
  expect(await call(kioskFrame, { text: '' })).toEqual({ ok: false, error: { code: 'JOURNAL_FULL', retryable: true } })
})

test('hides the message of an unforeseen error and reports it', async () => {
  const error = new Error('/var/lib/guichet/secret')
  const { call, report } = registered(() => Promise.reject(error))
  expect(await call(kioskFrame, { text: '' })).toEqual(internal)
  expect(report).toHaveBeenCalledWith('test:measure', error)
})

test('lets no answer out that is not the contract’s', async () => {
  const leak = { length: 1, pinVerifier: '$argon2id$' }
  expect(await registered(async () => leak).call(kioskFrame, { text: '' })).toEqual(internal)
})

test('lets a call wait that comes too fast', async () => {
  const { call, pause } = registered(measure, ['kiosk'], { effect: 'go', inMs: 70 })
  expect(await call(kioskFrame, { text: 'abc' })).toEqual({ ok: true, value: { length: 3 } })
  expect(pause).toHaveBeenCalledExactlyOnceWith(70)
})

test.each([true, false])('refuses one that is too many, and reports it only where that is news: %s', async isNews => {
  const run = vi.fn<typeof measure>(measure)
  const { call, report } = registered(run, ['kiosk'], { effect: 'refuse', isNews })
  const tooMany = { ok: false, error: { code: 'IPC_TOO_MANY', retryable: true } }
  expect(await call(kioskFrame, { text: 'abc' })).toEqual(tooMany)
  expect(run).not.toHaveBeenCalled()
  expect(report).toHaveBeenCalledTimes(isNews ? 1 : 0)
})

test.each(['__proto__', 'constructor', 'prototype', 'toString'])('refuses the key %s in the input', async key => {
  const run = vi.fn<typeof measure>(measure)
  const raw: unknown = JSON.parse(`{ "text": "abc", "${key}": { "text": "abc" } }`)
  expect(await registered(run).call(kioskFrame, raw)).toEqual(invalid)
  expect(run).not.toHaveBeenCalled()
})
