import { useMemo } from 'react'
import type { CatalogueView } from './catalogue-view.ts'
import { evaluateCatalogue } from './evaluate-catalogue.ts'
import { useKiosk, useLiveView, usePersonal } from './kiosk-context.tsx'
import { useNow } from './use-now.ts'

const CLOCK_MS = 10_000

/** What the signed-in inmate may order now; `undefined` while loading. Windows open and close by the clock. */
export function useCatalogue(): CatalogueView | undefined {
  const { shared } = useKiosk()
  const personal = usePersonal()
  const categories = useLiveView(shared.categories)
  const products = useLiveView(shared.products)
  const windows = useLiveView(shared.windows)
  const requests = useLiveView(personal?.requests)
  const account = useLiveView(personal?.account)
  const nowMs = useNow(CLOCK_MS)
  return useMemo(() => {
    if (categories === undefined || products === undefined || windows === undefined) return undefined
    if (requests === undefined || account === undefined) return undefined
    return evaluateCatalogue({ categories, products, windows, requests, account, nowMs })
  }, [categories, products, windows, requests, account, nowMs])
}
