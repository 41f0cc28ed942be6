import { useLiveView, usePersonal } from './kiosk-context.tsx'
import type { RequestView } from './request-view.ts'

/** The signed-in inmate's requests, those that need them first, then newest first. `undefined` while loading. */
export function useRequests(): readonly RequestView[] | undefined {
  return useLiveView(usePersonal()?.requests)
}

/** One of them; null when there is none with that id. */
export function useRequest(id: string): RequestView | null | undefined {
  const requests = useRequests()
  return requests === undefined ? undefined : (requests.find(request => request.id === id) ?? null)
}
