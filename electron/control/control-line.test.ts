import { HEARTBEAT_MS, SILENCE_MS } from '#shared/contracts/control.ts'
import { describe, expect, test } from 'vitest'
import { openSimulatedChannel, WEB_LEASE_MS } from '../testing/simulated-channel.ts'

const nonce = (dial: number) => String(dial).padStart(22, 'n')
const grant = { type: 'lease', grant: 'a.b.c' } as const
const order = { type: 'state', document: 'd.e.f' } as const

async function connected() {
  const channel = openSimulatedChannel()
  channel.line.start()
  await channel.time.pass(1000)
  return channel
}

/** Lets time pass on a connection that is alive: the server pings. */
async function alive({ time, last }: ReturnType<typeof openSimulatedChannel>, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += HEARTBEAT_MS) {
    await time.pass(HEARTBEAT_MS)
    last().events.heard()
  }
}

describe('a channel that stands', () => {
  test('says what the terminal holds, and asks for a lease', async () => {
    const { last } = await connected()
    expect(last().said).toEqual([
      { type: 'hello', version: 3, keyIds: ['state-key-1'] },
      { type: 'renew', version: 3, nonce: nonce(1) },
    ])
  })

  test('acknowledges what was obeyed, and asks anew for the lease that will not come', async () => {
    const { last, time } = await connected()
    last().tell(order)
    await time.pass(0)
    expect(last().said.slice(2)).toEqual([
      { type: 'obeyed', version: 4 },
      { type: 'renew', version: 4, nonce: nonce(1) },
    ])
  })

  test('asks for no other lease where it has one', async () => {
    const { last, time } = await connected()
    last().tell(grant)
    await time.pass(0)
    last().tell(order)
    await time.pass(0)
    expect(last().said.slice(2)).toEqual([{ type: 'obeyed', version: 4 }])
  })

  test('asks again when half of it is gone, and once', async () => {
    const channel = await connected()
    channel.last().tell(grant)
    await alive(channel, WEB_LEASE_MS / 2 - HEARTBEAT_MS)
    expect(channel.last().said).toHaveLength(2)
    await alive(channel, HEARTBEAT_MS)
    expect(channel.last().said.slice(2)).toEqual([{ type: 'renew', version: 3, nonce: nonce(1) }])
  })

  test('asks every 15 s for a lease that does not come', async () => {
    const channel = await connected()
    await alive(channel, 60_000)
    expect(channel.last().said.filter(({ type }) => type === 'renew').length).toBe(5)
  })

  test('answers why it does not obey, and goes on', async () => {
    const { last, time, state, events } = await connected()
    state.refusal = 'stale'
    last().tell(order)
    last().events.message('{"type":"reboot"}')
    last().events.message('not even JSON')
    await time.pass(0)
    const reasons = last().said.flatMap(said => (said.type === 'refused' ? [said.reason] : []))
    expect(reasons.toSorted()).toEqual(['message-malformed', 'message-malformed', 'stale'])
    expect(events).toContain('stale')
    expect(last().isEnded).toBe(false)
  })

  test('takes no lease that nobody asked for', async () => {
    const { last, time } = await connected()
    last().tell(grant)
    await time.pass(0)
    last().tell(grant)
    await time.pass(0)
    expect(last().said.at(-1)).toEqual({ type: 'refused', reason: 'lease-unasked' })
  })

  test('shows the document it holds to a server that lost it', async () => {
    const { last, time } = await connected()
    last().tell({ type: 'show' })
    await time.pass(0)
    expect(last().said.at(-1)).toEqual({ type: 'held', document: 'a.b.c' })
  })

  test('holds one timer', async () => {
    const channel = await connected()
    channel.last().tell(grant)
    await alive(channel, 600_000)
    expect(channel.time.timers()).toBe(1)
  })
})

describe('a channel that falls', () => {
  test('is given up when nothing is heard, though it never ends by itself', async () => {
    const { time, connections, last, events } = await connected()
    last().tell(grant)
    await time.pass(SILENCE_MS - 1001)
    expect(last().isEnded).toBe(false)
    await time.pass(1001)
    expect(connections[0]?.isEnded).toBe(true)
    expect(events).toContain('lost')
    await time.pass(4000)
    expect(connections).toHaveLength(2)
  })

  test('what is told of a connection that was given up is heard no more', async () => {
    const { time, connections, received, last } = await connected()
    await time.pass(SILENCE_MS + 4000)
    connections[0]?.tell(order)
    connections[0]?.events.closed()
    await time.pass(0)
    expect(received).toEqual([])
    expect(last().isEnded).toBe(false)
  })

  test('that flaps every two seconds for an hour is had again each time within 8 s, with one timer', async () => {
    const { time, connections, events, faults } = await connected()
    const endMs = time.uptimeMs() + 3_600_000
    const gaps: number[] = []
    while (time.uptimeMs() < endMs) {
      const count = connections.length
      await time.pass(2000)
      connections.at(-1)?.events.closed()
      const lostAtMs = time.uptimeMs()
      while (connections.length === count) await time.pass(100)
      gaps.push(time.uptimeMs() - lostAtMs)
      expect(time.timers()).toBe(1)
    }
    expect(Math.max(...gaps)).toBeLessThanOrEqual(8000)
    expect(connections.length).toBeLessThan(1000)
    expect(new Set(events)).toEqual(new Set(['connected', 'lost']))
    expect(faults).toEqual([])
  })

  test('an order comes through a line that flaps', async () => {
    const { time, last, received, connections } = await connected()
    for (let flap = 0; flap < 20; flap += 1) {
      last().events.closed()
      const count = connections.length
      while (connections.length === count) await time.pass(100)
    }
    last().tell(order)
    await time.pass(0)
    expect(received).toEqual(['d.e.f'])
    expect(last().said.at(-2)).toMatchObject({ type: 'obeyed' })
  })

  test('with the server gone for a day it tries at most every 30 s, and is back within that', async () => {
    const { time, state, last, dials, connections } = await connected()
    state.answer = { status: 'unreachable', retryAfterMs: null }
    last().events.closed()
    await time.pass(24 * 3_600_000)
    const gaps = dials.slice(2).map((at, index) => at - (dials[index + 1] ?? at))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000)
    expect(dials.length).toBeGreaterThan(2000)
    state.answer = undefined
    await time.pass(30_000)
    expect(connections).toHaveLength(2)
  })

  test('is back within a second once the line is, and hurries once', async () => {
    const { time, state, line, last, dials, connections } = await connected()
    state.answer = { status: 'unreachable', retryAfterMs: null }
    last().events.closed()
    await time.pass(3_600_000)
    const count = dials.length
    line.hurry()
    line.hurry()
    await time.pass(1000)
    expect(dials).toHaveLength(count + 1)
    expect(time.timers()).toBe(1)
    state.answer = undefined
    line.hurry()
    await time.pass(1000)
    expect(connections).toHaveLength(2)
    line.hurry()
    await time.pass(2000)
    expect(connections).toHaveLength(2)
  })

  test('hurries past nothing that the server asked for', async () => {
    const { time, state, line, last, dials } = await connected()
    state.answer = { status: 'unreachable', retryAfterMs: 120_000 }
    last().events.closed()
    await time.pass(4000)
    const count = dials.length
    line.hurry()
    await time.pass(100_000)
    expect(dials).toHaveLength(count)
  })

  test('waits as long as the server asks', async () => {
    const { time, state, last, dials } = await connected()
    state.answer = { status: 'unreachable', retryAfterMs: 120_000 }
    last().events.closed()
    await time.pass(4000)
    const count = dials.length
    await time.pass(119_000)
    expect(dials).toHaveLength(count)
  })

  test('a thousand that lose the server together do not come back together', async () => {
    const backs = Array.from({ length: 1000 }, (_, index) => {
      const channel = openSimulatedChannel(() => ((index * 7919) % 1000) / 1000)
      channel.line.start()
      return channel
    })
    await Promise.all(backs.map(({ time }) => time.pass(1000)))
    const lostAtMs = backs.map(({ time, last }) => {
      last().events.closed()
      return time.uptimeMs()
    })
    await Promise.all(backs.map(({ time }) => time.pass(4000)))
    const seconds = backs.map(({ dials }, index) => Math.floor(((dials[1] ?? 0) - (lostAtMs[index] ?? 0)) / 500))
    const perHalfSecond = Array.from({ length: 8 }, (_, slot) => seconds.filter(second => second === slot).length)
    expect(Math.max(...perHalfSecond)).toBeLessThan(150)
  })

  test('a terminal that is refused goes on asking', async () => {
    const { time, state, last, events, connections } = await connected()
    state.answer = { status: 'refused' }
    last().events.closed()
    await time.pass(60_000)
    expect(events).toContain('refused')
    state.answer = undefined
    await time.pass(30_000)
    expect(connections).toHaveLength(2)
  })

  test('once stopped nothing is left of it', async () => {
    const { time, line, last, dials } = await connected()
    line.stop()
    expect(last().isEnded).toBe(true)
    last().events.closed()
    await time.pass(3_600_000)
    expect(time.timers()).toBe(0)
    expect(dials).toHaveLength(1)
  })
})
