import { useMemo } from 'react'
import type { AccountView } from './account-view.ts'
import { evaluateAccount } from './evaluate-account.ts'
import { useLiveView, usePersonal } from './kiosk-context.tsx'

/** The signed-in inmate's account: `undefined` while loading, null when the prison has not sent one. */
export function useAccount(): AccountView | null | undefined {
  const personal = usePersonal()
  const account = useLiveView(personal?.account)
  const entries = useLiveView(personal?.accountEntries)
  const requests = useLiveView(personal?.requests)
  return useMemo(() => {
    if (account === undefined || entries === undefined || requests === undefined) return undefined
    return account === null ? null : evaluateAccount(account, entries, requests)
  }, [account, entries, requests])
}
