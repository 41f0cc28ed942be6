import { describe, expect, test } from 'vitest'
import { must } from '#shared/errors/must.ts'
import { createSamplePrison, type SamplePrison } from '../sample-prison.ts'
import type { SampleOrder } from './request.ts'

const TODAY_BEGINS = '2026-05-13T22:00:00.000Z'
const sample = createSamplePrison({ today: '2026-05-14' })

function ordersOf({ requests }: SamplePrison): readonly SampleOrder[] {
  return requests.filter(request => request.kind === 'canteen')
}

/** The balances an inmate saw, one after each transaction. */
function balancesOf({ transactions }: SamplePrison, inmateId: string): readonly number[] {
  let balanceCents = 0
  return transactions
    .filter(transaction => transaction.inmateId === inmateId)
    .map(({ amountCents }) => {
      balanceCents += amountCents
      return balanceCents
    })
}

function lastBalances(prison: SamplePrison): readonly number[] {
  return prison.inmates.map(({ id }) => must(balancesOf(prison, id).at(-1), 'a balance'))
}

describe.each(['2026-01-01', '2026-02-28', '2026-03-30', '2026-05-14', '2026-10-26', '2027-08-05'])('on %s', today => {
  const prison = createSamplePrison({ today })

  test('no balance was ever below zero', () => {
    const lowest = prison.inmates.flatMap(({ id }) => balancesOf(prison, id)).reduce((a, b) => Math.min(a, b))
    expect(lowest).toBeGreaterThanOrEqual(0)
  })

  test('most people have 20 to 120 euros, some nothing and some next to nothing', () => {
    const balances = lastBalances(prison)
    const usual = balances.filter(cents => cents >= 2_000 && cents <= 12_000)

    expect(usual.length).toBeGreaterThanOrEqual(36)
    expect(balances.filter(cents => cents === 0).length).toBeGreaterThanOrEqual(3)
    expect(balances.some(cents => cents > 0 && cents < 200)).toBe(true)
  })
})

test('the history goes back several months and stops before today', () => {
  const days = sample.transactions.map(({ at }) => at).toSorted()

  expect(must(days.at(0), 'a first day') < '2026-01-31').toBe(true)
  expect(must(days.at(-1), 'a last day') < TODAY_BEGINS).toBe(true)
})

test('every account opens with what it held and has its transactions in the order of time', () => {
  for (const { id } of sample.inmates) {
    const own = sample.transactions.filter(({ inmateId }) => inmateId === id)

    expect(own.map(({ kind }) => kind).indexOf('opening')).toBe(0)
    expect(own.filter(({ kind }) => kind === 'opening')).toHaveLength(1)
    expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted())
  }
})

test('each delivered order is paid for once, at its delivery, and nothing else is paid to the canteen', () => {
  const payments = sample.transactions.filter(({ kind }) => kind === 'canteen')
  const expected = ordersOf(sample).map(({ id, inmateId, history, totalCents }) => ({
    requestId: id,
    inmateId,
    at: history.find(({ state }) => state === 'delivered')?.at,
    amountCents: -totalCents,
  }))

  expect(payments).toHaveLength(expected.length)
  for (const order of expected) {
    expect(payments.filter(({ requestId }) => requestId === order.requestId)).toMatchObject([order])
  }
})

test('orders keep their window, the prices and the limits', () => {
  for (const { windowId, recordedAt, history, lines, totalCents } of ordersOf(sample)) {
    const window = must(
      sample.orderWindows.find(({ id }) => id === windowId),
      'the window of the order',
    )
    expect(window.opensAt <= recordedAt && recordedAt < window.closesAt).toBe(true)
    expect(must(history[0], 'a first step').at <= window.lateUntil).toBe(true)
    expect(history.at(-1)).toMatchObject({
      state: 'delivered',
      at: expect.stringContaining(window.deliveryDay) as string,
    })
    expect(totalCents).toBeLessThanOrEqual(window.maxTotalCents)
    expect(lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0)).toBe(totalCents)
    for (const { productId, names, quantity, unitPriceCents } of lines) {
      const product = must(
        sample.products.find(({ id }) => id === productId),
        'the product of the line',
      )
      expect({ names, unitPriceCents }).toEqual({ names: product.names, unitPriceCents: product.priceCents })
      expect(quantity).toBeLessThanOrEqual(product.maxPerOrder)
    }
    expect(new Set(lines.map(({ productId }) => productId)).size).toBe(lines.length)
  }
})

test('steps follow one another, and a request is closed before today', () => {
  for (const { recordedAt, history } of sample.requests) {
    const times = [recordedAt, ...history.map(({ at }) => at)]
    expect(times).toEqual(times.toSorted())
    expect(must(times.at(-1), 'a last step') < TODAY_BEGINS).toBe(true)
  }
})

test('a person has one order in a window at most', () => {
  const places = ordersOf(sample).map(({ inmateId, windowId }) => `${inmateId} ${windowId}`)
  expect(new Set(places).size).toBe(places.length)
})

test('medical requests are few and each was answered', () => {
  const medical = sample.requests.filter(({ kind }) => kind === 'medical')

  expect(medical.length).toBeGreaterThanOrEqual(10)
  expect(medical.length).toBeLessThanOrEqual(60)
  for (const { history } of medical)
    expect(history.map(({ state }) => state)).toEqual(['received', 'in-hand', 'answered'])
})
