import type { Bounds } from '#shared/contracts/bridge.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { Circumstances } from '#shared/policy/rule-match.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import type { Input, Session, WebContentsView } from 'electron'
import type { VisitBudget } from '../budgets/day-budgets.ts'
import type { FenceBounds } from '../popups/fence-window.ts'
import type { Pane } from './open-pane.ts'
import type { CountedRefusal } from './refusal-report.ts'
import type { Refusal } from './refusals.ts'
import type { WebState } from './web-state.ts'

/** What the gate is handed: Electron's part, and the guards that hold for every page of the kiosk. */
export interface WebViewParts {
  readonly openPane: (guard: (session: Session) => void) => Pane
  readonly closePane: (pane: Pane) => Promise<void>
  readonly denyPermissions: (session: Session) => void
  readonly evaluateKey: (input: Input) => { readonly effect: 'pass' | 'ignore' }
  /** Keeps what Chromium opens for a page, lists of choices and the like, in the page's place. */
  readonly fencePopups: FenceBounds
}

/** Where views are put: a window's content, or a part of it. */
export interface HostView {
  addChildView(view: WebContentsView): void
  removeChildView(view: WebContentsView): void
}

export interface WebViewOptions {
  readonly window: { readonly contentView: HostView }
  readonly policy: WebPolicy
  readonly siteId: string
  readonly bounds: Bounds
  /** The prison's day and what a warden has closed, asked at every decision. */
  readonly circumstances: () => Circumstances
  /** As in `Accept-Language`. */
  readonly languages: string
  /** Whose certificates sites are shown under: the gateway's, and nobody else's. PEM. */
  readonly authorityPem: string
  /** The time certificates are held against. */
  readonly nowMs: () => number
  /** What the visit's person carried to sites today, and may still. */
  readonly budget: Pick<VisitBudget, 'spend' | 'usedPercent'>
  readonly onRefused: (refusal: Refusal) => void
  /** Everything that is refused, pages and their parts, for the report. */
  readonly onCounted: (refusal: CountedRefusal) => void
  readonly onState: (state: WebState) => void
  /** The visit is over: by `close`, by the policy, or because its page fell over too often. Told once. */
  readonly onClosed: () => void
}

export interface WebView {
  readonly place: (bounds: Bounds, isVisible: boolean) => void
  readonly go: (to: 'back' | 'start') => void
  /** Obeys another policy, or other circumstances, at once: closes when the site or the page shown is no longer granted. */
  readonly policyChanged: (policy: WebPolicy | undefined) => void
  /** Resolves when everything the visit left behind is forgotten. Safe to call twice. */
  readonly close: () => Promise<void>
  /** How many requests of this visit were refused, by reason. */
  readonly refusalCounts: () => ReadonlyMap<DenyReason, number>
}
