import { asBridge } from '#renderer/data/testing/as-bridge.ts'
import type { GuichetDatabase } from '#renderer/data/database.ts'
import { FakeBridge } from '#renderer/data/testing/fake-bridge.ts'
import { HeldClock } from '#renderer/data/testing/held-clock.ts'
import { coffee, inmateId, operationId, windowId } from '#renderer/data/testing/sample-operations.ts'
import { anAccount, aPerson, aProduct, aRequest, aWindow } from '#renderer/data/testing/sample-rows.ts'
import type { PageChange } from '#shared/contracts/sync.ts'
import { expect, onTestFinished } from 'vitest'
import { startEntrance } from '../../start-entrance.ts'
import { startKiosk } from '../../start-kiosk.ts'

const feed: PageChange[] = [
  { entity: 'product', key: coffee, value: aProduct() },
  { entity: 'window', key: windowId, value: aWindow() },
  { entity: 'account', key: inmateId(1), value: anAccount() },
  { entity: 'account', key: inmateId(2), value: anAccount(inmateId(2), { availableCents: 100 }) },
  { entity: 'request', key: operationId(90), value: aRequest(90, { inmateId: inmateId(2) }) },
]

/** Two people in the cell, one product, an open window, and a request of the second person. */
export function aPrison(): FakeBridge {
  const main = new FakeBridge()
  main.people = [aPerson(1), aPerson(2)]
  main.feed = [...feed]
  return main
}

/** A kiosk over that prison and this browser storage, with hands on it. Stopped when the test is over. */
export function startOn(main: FakeBridge, db: GuichetDatabase, firstId = 1) {
  const clock = new HeldClock()
  let minted = firstId - 1
  const entrance = startEntrance(
    asBridge(main),
    { clock, onInput: () => () => undefined, whenPainted: run => run() },
    { kiosk: async () => started, places: async () => () => null },
  )
  const mintId = () => operationId((minted += 1))
  const started = startKiosk(entrance, { db, random: () => 0.5, mintId })
  const kiosk = { ...started.kiosk, stop: entrance.stop }
  onTestFinished(async () => kiosk.stop())
  const requests = () => kiosk.personal.getState()?.requests.getSnapshot()
  const signIn = async (n = 1) => {
    const { signIn: trySignIn } = kiosk.session.getState()
    await trySignIn({ number: `100${n}`, pin: '1234' })
    await expect.poll(requests).toBeDefined()
  }
  const tick = async () => {
    await expect.poll(() => clock.nextMs()).not.toBeNull()
    clock.advance(6000)
  }
  /** Puts a coffee into the cart and opens its review. */
  const review = () => {
    kiosk.cart.getState().quantityChanged(coffee, 1)
    kiosk.cart.getState().reviewOpened(windowId, [{ productId: coffee, quantity: 1, seenUnitPriceCents: 300 }])
  }
  return { kiosk, clock, requests, signIn, tick, review }
}
