import type { RequestView } from '../stores/request-view.ts'

export interface RequestsTileWords {
  readonly says: 'needYou' | 'answers' | 'underway' | 'none'
  readonly count: number
}

const over: ReadonlySet<RequestView['state']> = new Set(['delivered', 'answered', 'withdrawn', 'cancelled'])

/** Chooses the one line for all requests: the person's turn first, then answers, then what goes its way. */
export function evaluateRequestsTile(requests: readonly Pick<RequestView, 'state' | 'needsYou'>[]): RequestsTileWords {
  const needYou = requests.filter(request => request.needsYou).length
  if (needYou > 0) return { says: 'needYou', count: needYou }
  const answers = requests.filter(({ state }) => state === 'answered').length
  if (answers > 0) return { says: 'answers', count: answers }
  const underway = requests.filter(({ state }) => !over.has(state)).length
  return underway > 0 ? { says: 'underway', count: underway } : { says: 'none', count: 0 }
}
