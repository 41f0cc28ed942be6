import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { navigationRefusal } from './judge-navigation.ts'
import { closeVisit, load, openPage, type OpenVisit, showPage } from './open-visit.ts'
import { createRefusals } from './refusals.ts'
import { prepareVisit } from './visit.ts'
import { createWebState } from './web-state.ts'
import type { WebView, WebViewOptions, WebViewParts } from './web-view-options.ts'

/**
 * Opens a visit to one site. Throws `WEB_SITE_UNKNOWN` where the policy has no such site.
 *
 *  - The page lives in a session of its own, in memory, that ends with the visit.
 *  - Nothing is loaded before every guard is in place.
 *  - While a refusal or a failure is told, the view is hidden: what is told stands in its place.
 *  - A page that crashed, closed itself or hangs is made anew, with a new session.
 *
 * Held by `web-view.test.ts`.
 */
export function createWebView(parts: WebViewParts, options: WebViewOptions): WebView {
  const visit = prepareVisit(options.policy, options.siteId, options.circumstances)
  if (visit === undefined) throw new GuichetError('WEB_SITE_UNKNOWN', 'the policy has no such site')
  const budget = { usedPercent: options.budget.usedPercent(options.siteId) }
  const state = createWebState({ siteId: options.siteId, budget }, next => {
    showPage(open)
    options.onState(next)
  })
  const open: OpenVisit = {
    parts,
    options,
    state,
    refusals: createRefusals(() => open.visit, options.onCounted),
    visit,
    pane: undefined,
    fence: undefined,
    bounds: options.bounds,
    isVisible: true,
    rebuilds: 0,
    closing: undefined,
  }
  openPage(open)
  return {
    place: (bounds, isVisible) => {
      Object.assign(open, { bounds, isVisible })
      showPage(open)
    },
    go: to => {
      go(open, to)
    },
    policyChanged: policy => {
      obey(open, policy)
    },
    close: () => closeVisit(open),
    refusalCounts: open.refusals.counts,
  }
}

function go({ pane, state, visit }: OpenVisit, to: 'back' | 'start'): void {
  if (pane === undefined) return
  const { navigationHistory } = pane.view.webContents
  const isBackToPage = to === 'back' && !state.isPageShown() && state.hasPageBehind()
  state.cleared()
  if (isBackToPage) return
  if (to === 'back' && navigationHistory.canGoBack()) navigationHistory.goBack()
  else void load(pane, visit.site.start)
}

function obey(open: OpenVisit, policy: WebPolicy | undefined): void {
  const { siteId, circumstances } = open.options
  const visit = policy && prepareVisit(policy, siteId, circumstances)
  const url = open.pane?.view.webContents.getURL() ?? ''
  open.visit = visit ?? open.visit
  const isGranted = visit !== undefined && (url === '' || navigationRefusal(visit, url, true) === undefined)
  if (!isGranted) void closeVisit(open)
}
