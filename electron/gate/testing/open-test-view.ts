import type { Closings } from '#shared/policy/closings.ts'
import { jobsPolicy } from '#shared/policy/testing/jobs-policy.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import type { WebState } from '../web-state.ts'
import { createWebView } from '../web-view.ts'
import { createFakePane, type FakePane } from './fake-pane.ts'

export const bounds = { x: 0, y: 80, width: 800, height: 500 }

/** Opens a visit in panes that go nowhere, and remembers what becomes of it. */
export function openTestView(policy: WebPolicy = jobsPolicy(), siteId = 'jobs') {
  const panes: FakePane[] = []
  const closed: number[] = []
  const inWindow: unknown[] = []
  const states: WebState[] = []
  const refused: string[] = []
  const log: string[] = []
  const fence: { readonly told: string[]; lose?: () => void } = { told: [] }
  const circumstances: { closings: Closings } = { closings: {} }
  const budget = { usedPercent: 0, fits: true, wishes: [] as unknown[] }
  const view = createWebView(
    {
      openPane: guard => {
        const pane = createFakePane(panes.length + 1)
        guard(pane.pane.session)
        pane.sessionTold.push('view made')
        panes.push(pane)
        return pane.pane
      },
      closePane: async pane => {
        closed.push(pane.view.webContents.id)
      },
      denyPermissions: () => log.push('permissions'),
      evaluateKey: () => ({ effect: 'pass' }),
      fencePopups: (at, onLost) => {
        fence.told.push(`around ${at.y}, ${panes.length} pages`)
        fence.lose = onLost
        return { place: next => fence.told.push(`around ${next.y}`), close: () => fence.told.push('gone') }
      },
    },
    {
      window: {
        contentView: {
          addChildView: child => inWindow.push(child),
          removeChildView: child => inWindow.splice(inWindow.indexOf(child), 1),
        },
      },
      policy,
      siteId,
      bounds,
      circumstances: () => ({ today: '2026-03-01', ...circumstances.closings }),
      languages: 'fr',
      authorityPem: '',
      nowMs: () => 0,
      budget: {
        spend: (...wish) => {
          budget.wishes.push(wish)
          return budget.fits
        },
        usedPercent: () => budget.usedPercent,
      },
      onCounted: () => undefined,
      onRefused: ({ code, address }) => refused.push(`${code} ${address}`),
      onState: state => states.push(state),
      onClosed: () => log.push('closed'),
    },
  )
  const page = () => {
    const pane = panes.at(-1)
    if (pane === undefined) throw new Error('no pane')
    return pane
  }
  const settle = () =>
    new Promise<void>(resolve => {
      setImmediate(resolve)
    })
  return { view, panes, page, closed, inWindow, states, refused, log, budget, circumstances, settle, fence }
}
