import { useRequests } from '../stores/use-requests.ts'
import { RequestDetail } from './request-detail.tsx'
import { RequestGone } from './request-gone.tsx'
import { RequestList } from './request-list.tsx'

/** Everything a person asked for, and where each stands. `requestId` opens that one at once. */
export function RequestsScreen({ requestId }: { readonly requestId?: string | undefined }) {
  const requests = useRequests()
  if (requestId === undefined || requests === undefined) return <RequestList requests={requests} />
  const request = requests.find(({ id }) => id === requestId)
  return request === undefined ? <RequestGone /> : <RequestDetail key={request.id} request={request} />
}
