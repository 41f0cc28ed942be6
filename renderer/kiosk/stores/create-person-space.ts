import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import { keepCartDraft, readCartDraft } from '#renderer/data/cart-drafts.ts'
import type { GuichetDatabase } from '#renderer/data/database.ts'
import type { Outbox } from '#renderer/data/outbox.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { Person } from '#shared/contracts/person.ts'
import { createStore, type StoreApi } from 'zustand'
import { type CartKeeper, type CartState, createCartKeeper } from './cart-store.ts'
import type { PersonalViews, PublicViews } from './kiosk.ts'
import { createMedicalDraftKeeper, type MedicalDraftKeeper, type MedicalDraftState } from './medical-draft-store.ts'
import { putAwayReplaced } from './parked.ts'
import { openPersonalViews } from './personal-views.ts'
import { readRecordedIds } from './recorded-ids.ts'

export interface PersonSpacePorts {
  readonly db: GuichetDatabase
  readonly bridge: BridgeClient
  readonly outbox: () => Promise<Outbox>
  readonly shared: PublicViews
  readonly mintId: () => OperationId
}

/** All that is one inmate's on this page: made at sign-in, empty again at sign-out. */
export interface PersonSpace {
  readonly stores: {
    readonly personal: StoreApi<PersonalViews | null>
    readonly cart: StoreApi<CartState>
    readonly medicalDraft: StoreApi<MedicalDraftState>
  }
  readonly cart: CartKeeper
  readonly medicalDraft: MedicalDraftKeeper
  readonly signedIn: (person: Person) => Promise<void>
  readonly signedOut: () => void
}

export function createPersonSpace(ports: PersonSpacePorts): PersonSpace {
  const { db, bridge, mintId } = ports
  const personal = createStore<PersonalViews | null>(() => null)
  const cart = createCartKeeper({ mintId, keep: async draft => keepCartDraft(db, draft) })
  const medicalDraft = createMedicalDraftKeeper({ bridge, mintId })
  let close = (): void => undefined

  const signedOut = () => {
    personal.setState(null, true)
    cart.signedOut()
    medicalDraft.signedOut()
    close()
  }

  return {
    stores: { personal, cart: cart.store, medicalDraft: medicalDraft.store },
    cart,
    medicalDraft,
    signedOut,
    signedIn: async person => {
      const { inmateId } = person
      signedOut()
      const outbox = await ports.outbox()
      const isRecorded = await readRecordedIds(db, outbox, inmateId)
      const draft = await readCartDraft(db, inmateId)
      // Confirmed, and the power went before the cart was emptied.
      const isConfirmed = draft?.review !== undefined && draft.review !== null && isRecorded(draft.review.operationId)
      await medicalDraft.signedIn(isRecorded)
      await putAwayReplaced({ bridge, outbox }, inmateId, isRecorded)
      cart.signedIn(inmateId, isConfirmed ? undefined : draft)
      const opened = openPersonalViews(person, { db, outbox, shared: ports.shared })
      close = opened.close
      personal.setState(opened.views, true)
    },
  }
}
