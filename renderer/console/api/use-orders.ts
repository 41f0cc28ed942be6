import type { OrderView } from '#shared/contracts/staff.ts'
import { useEffect, useState } from 'react'
import { type ApiFailure, codeOf } from './api-error.ts'
import { useConsole } from './console-context.tsx'

export interface KnownOrders {
  readonly orders: readonly OrderView[] | undefined
  readonly failure: ApiFailure | undefined
}

interface Read extends KnownOrders {
  /** Of which state they are: an answer that was overtaken is dropped. */
  readonly at: string
}

/** The latest orders, read again with the state. While they cannot be, the last known stay. */
export function useOrders(): KnownOrders {
  const { api, state } = useConsole()
  const [read, setRead] = useState<Read>({ at: '', orders: undefined, failure: undefined })
  const { at } = state
  useEffect(() => {
    const keep = (next: Partial<KnownOrders>) =>
      setRead(last => (last.at > at ? last : { ...last, failure: undefined, ...next, at }))
    api.orders().then(
      ({ orders }) => keep({ orders }),
      (error: unknown) => keep({ failure: codeOf(error) }),
    )
  }, [api, at])
  return read
}
