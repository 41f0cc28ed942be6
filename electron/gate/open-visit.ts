import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { Grant } from '#shared/policy/evaluate-request.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import type { Bounds } from '#shared/contracts/bridge.ts'
import type { Session } from 'electron'
import type { WindowFence } from '../popups/fence-window.ts'
import { dropOwner } from './drop-owner.ts'
import { guardContents } from './guard-contents.ts'
import { guardDialogs } from './guard-dialogs.ts'
import { guardSession } from './guard-session.ts'
import { navigationRefusal } from './judge-navigation.ts'
import { createRequestJudge, type RequestJudge } from './judge-request.ts'
import type { Pane } from './open-pane.ts'
import { permissionsPolicy } from '#shared/policy/page-policy.ts'
import type { Refusals } from './refusals.ts'
import { createCertificateVerifier } from './site-certificate.ts'
import type { Visit } from './visit.ts'
import type { WebStateKeeper } from './web-state.ts'
import type { WebViewOptions, WebViewParts } from './web-view-options.ts'

/** A page that falls over more often than this in one visit is not opened again. */
const MAX_REBUILDS = 3

/** What the gateway says where nothing was refused, but nobody answered. */
const unreachable: ReadonlySet<DenyReason> = new Set<DenyReason>(['name-unknown', 'site-unreachable'])

/** A visit as it now stands. The pane is replaced when its page is lost. */
export interface OpenVisit {
  readonly parts: WebViewParts
  readonly options: WebViewOptions
  readonly state: WebStateKeeper
  readonly refusals: Refusals
  fence: WindowFence | undefined
  visit: Visit
  pane: Pane | undefined
  bounds: Bounds
  isVisible: boolean
  rebuilds: number
  closing: Promise<void> | undefined
}

/** Makes the visit's page, and loads it when every guard is in place. */
export function openPage(open: OpenVisit): void {
  const { parts, options, state } = open
  const judge = createRequestJudge(
    request => open.visit.decide(request),
    { contentsId: () => open.pane?.view.webContents.id, start: () => open.visit.site.start },
    (grant, request) => spend(open, grant, request),
  )
  // Its page has to go where the fence is gone: nothing would keep a list of choices from lying over the kiosk's bar.
  open.fence ??= parts.fencePopups(open.bounds, () => void closeVisit(open))
  const pane = parts.openPane(session => {
    guardPaneSession(open, session, judge)
  })
  const { webContents } = pane.view
  open.pane = pane
  guardContents(webContents, {
    navigationRefusal: (url, isMainFrame) => navigationRefusal(open.visit, url, isMainFrame),
    evaluateKey: parts.evaluateKey,
    onRefusedPage: refusePage(open),
    onRefusedPart: open.refusals.part,
    onSameWindow: url => void load(pane, url),
    onLeaving: judge.leaving,
  })
  const lost = watch(open, pane)
  guardDialogs(webContents, { onRefusedPart: open.refusals.part, onUnguarded: lost })
  state.follow(webContents)
  options.window.contentView.addChildView(pane.view)
  if (!dropOwner(webContents)) {
    void closeVisit(open)
    return
  }
  showPage(open)
  void load(pane, open.visit.site.start)
}

function guardPaneSession(open: OpenVisit, session: Session, judge: RequestJudge): void {
  open.parts.denyPermissions(session)
  guardSession(session, {
    judge,
    verifyCertificate: createCertificateVerifier(open.options.authorityPem, open.options.nowMs),
    headers: () => ({ contentSecurityPolicy: open.visit.pagePolicy, permissionsPolicy }),
    languages: open.options.languages,
    onRefusedPage: refusePage(open),
    onRefusedPart: open.refusals.part,
  })
}

function spend({ visit, options, state }: OpenVisit, grant: Grant, request: PolicyRequest): boolean {
  const { carried, address } = visit.weigh(grant, request)
  const fits = options.budget.spend(grant.siteId, carried, address)
  state.used(options.budget.usedPercent(visit.site.id))
  return fits
}

function refusePage({ refusals, state, options }: OpenVisit): (...refused: Parameters<Refusals['page']>) => void {
  return (url, reason, request) => {
    if (unreachable.has(reason)) {
      state.failed()
      return
    }
    const refusal = refusals.page(url, reason, request)
    state.refused(refusal)
    options.onRefused(refusal)
  }
}

/** What becomes of a load is told by events; the promise says nothing more. */
export async function load({ view }: Pane, url: string): Promise<void> {
  await view.webContents.loadURL(url).catch(() => undefined)
}

/** Puts the view where it belongs. While something is told instead of the page, it is hidden. */
export function showPage({ pane, bounds, isVisible, state, fence }: OpenVisit): void {
  fence?.place(bounds)
  pane?.view.setBounds(bounds)
  pane?.view.setVisible(isVisible && state.isPageShown())
}

/** Answers what is to be done when the page cannot stay. */
function watch(open: OpenVisit, pane: Pane): () => void {
  const { webContents } = pane.view
  const lost = (): void => {
    if (open.pane !== pane) return
    open.rebuilds += 1
    if (open.rebuilds > MAX_REBUILDS) {
      void closeVisit(open)
      return
    }
    takeOut(open)
    void open.parts.closePane(pane)
    openPage(open)
  }
  webContents.on('render-process-gone', lost)
  webContents.on('destroyed', lost)
  webContents.on('unresponsive', () => {
    // Nothing can be asked of a page that hangs: its process ends, which leads to the lines above.
    webContents.forcefullyCrashRenderer()
  })
  return lost
}

function takeOut(open: OpenVisit): void {
  if (open.pane !== undefined) open.options.window.contentView.removeChildView(open.pane.view)
  open.pane = undefined
}

/** Ends a visit once; a second call waits for the first. */
export function closeVisit(open: OpenVisit): Promise<void> {
  if (open.closing !== undefined) return open.closing
  open.fence?.close()
  const { pane } = open
  takeOut(open)
  open.closing = pane === undefined ? Promise.resolve() : open.parts.closePane(pane)
  open.options.onClosed()
  return open.closing
}
