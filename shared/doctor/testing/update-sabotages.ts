import type { UpdateFacts } from '../update-facts.ts'

/** What can go wrong with updates: which check, how, what it has to say, and the facts that are otherwise. */
export const brokenUpdates: readonly {
  readonly check: string
  readonly state: 'fail' | 'warn'
  readonly how: string
  readonly update: Partial<UpdateFacts>
}[] = [
  {
    check: 'update.last',
    state: 'warn',
    how: 'its trial failed',
    update: { failed: { version: '0.3.0', how: 'went-back', why: 'not healthy after 3 starts' } },
  },
  {
    check: 'update.last',
    state: 'warn',
    how: 'the server was away during its trial',
    update: { failed: { version: '0.3.0', how: 'put-off', why: 'no answer from the server in start 1 of 3' } },
  },
  {
    check: 'update.last',
    state: 'fail',
    how: 'another key signed it',
    update: { failed: { version: '0.3.0', how: 'refused', why: 'not signed by the release key' } },
  },
  {
    check: 'update.waiting',
    state: 'warn',
    how: 'it is offered for weeks and not fetched',
    update: { offered: { version: '0.3.0', since: '2026-02-10T10:00:00.000Z', isInstalled: false } },
  },
  {
    check: 'update.waiting',
    state: 'warn',
    how: 'it is installed, and the quiet moment does not come',
    update: { offered: { version: '0.3.0', since: '2026-02-20T10:00:00.000Z', isInstalled: true } },
  },
]
