import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { type DialogDebugger, guardDialogs } from './guard-dialogs.ts'

/** A debugger that remembers what it was asked. `failing`: a command it cannot carry out. */
function guarded(failing?: string) {
  const events = new EventEmitter()
  const sent: string[] = []
  const told: string[] = []
  const own = {
    attach: () => {
      if (failing === 'attach') throw new Error('somebody else is attached')
    },
    sendCommand: async (method: string, params: { enabled?: boolean }, sessionId?: string) => {
      sent.push(`${sessionId ?? 'page'} ${method}`)
      if (method === failing) throw new Error('not possible')
      return params
    },
    on: events.on.bind(events),
  }
  guardDialogs(
    { debugger: own as unknown as DialogDebugger },
    {
      onRefusedPart: reason => told.push(reason),
      onUnguarded: () => told.push('unguarded'),
    },
  )
  const say = async (method: string, params: unknown) => {
    events.emit('message', {}, method, params)
    await settled()
  }
  return { sent, told, say, emit: events.emit.bind(events) }
}

const settled = () =>
  new Promise<void>(resolve => {
    setImmediate(resolve)
  })
const guardOf = (session: string) => [
  `${session} Page.enable`,
  `${session} Page.setInterceptFileChooserDialog`,
  `${session} Target.setAutoAttach`,
]
const child = (type: string) => ({ sessionId: 'child', targetInfo: { type } })

test('answers the choosers of the page, and asks to be told of frames, at once', () => {
  expect(guarded().sent).toEqual(guardOf('page'))
})

test('counts a chooser that was answered', async () => {
  const { say, told } = guarded()
  await say('Page.fileChooserOpened', {})
  await say('Page.frameNavigated', {})
  expect(told).toEqual(['dialog-not-allowed'])
})

test('a frame of another process runs when it is guarded, not before', async () => {
  const { say, sent } = guarded()
  await say('Target.attachedToTarget', child('iframe'))
  expect(sent.slice(3)).toEqual([...guardOf('child'), 'child Runtime.runIfWaitingForDebugger'])
})

test('a frame that cannot be guarded never runs', async () => {
  const { say, sent } = guarded('Page.setInterceptFileChooserDialog')
  await say('Target.attachedToTarget', child('iframe'))
  expect(sent).not.toContain('child Runtime.runIfWaitingForDebugger')
})

test.each(['worker', 'service_worker'])('a %s has no dialogs and runs', async type => {
  const { say, sent } = guarded()
  await say('Target.attachedToTarget', child(type))
  expect(sent.slice(3)).toEqual(['child Runtime.runIfWaitingForDebugger'])
})

test.each([null, {}, { sessionId: 4 }, 'child'])('a frame nobody can name waits for ever: %j', async params => {
  const { say, sent } = guarded()
  await say('Target.attachedToTarget', params)
  expect(sent).toHaveLength(3)
})

test.each(['attach', 'Page.enable', 'Page.setInterceptFileChooserDialog', 'Target.setAutoAttach'])(
  'a page that cannot be guarded has to go: %s',
  async failing => {
    const { told } = guarded(failing)
    await settled()
    expect(told).toEqual(['unguarded'])
  },
)

test('a page whose guard is taken away has to go', () => {
  const { emit, told } = guarded()
  emit('detach', {}, 'target closed')
  expect(told).toEqual(['unguarded'])
})
