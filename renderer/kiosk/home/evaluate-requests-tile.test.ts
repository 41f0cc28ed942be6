import { expect, test } from 'vitest'
import type { RequestView } from '../stores/request-view.ts'
import { evaluateRequestsTile } from './evaluate-requests-tile.ts'

const request = (state: RequestView['state'], needsYou = false) => ({ state, needsYou })

test.each([
  ['says that nothing is open', [request('delivered'), request('withdrawn')], { says: 'none', count: 0 }],
  ['counts what goes its way', [request('recorded'), request('in-hand')], { says: 'underway', count: 2 }],
  ['puts answers before that', [request('answered'), request('received')], { says: 'answers', count: 1 }],
  [
    'puts what needs the person first',
    [request('needs-you', true), request('answered'), request('received')],
    { says: 'needYou', count: 1 },
  ],
] as const)('%s', (_name, requests, words) => {
  expect(evaluateRequestsTile(requests)).toEqual(words)
})
