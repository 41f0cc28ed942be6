import type { PageEvent } from '#shared/contracts/bridge.ts'
import type { Person } from '#shared/contracts/person.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Closings } from '#shared/policy/closings.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import type { ChannelHandlers } from './bridge/register-channels.ts'
import type { DayBudgets } from './budgets/day-budgets.ts'
import type { RefusalReport } from './gate/refusal-report.ts'
import type { WebView, WebViewOptions } from './gate/web-view-options.ts'
import type { Log } from './log/log.ts'
import { createInTurn } from './sequence/in-turn.ts'
import type { WayOut } from './way-out/way-out.ts'
import { listSites } from './web-sites.ts'

export type WebHandlers = Pick<ChannelHandlers, Extract<keyof ChannelHandlers, `web:${string}`>>

/** The web on this terminal: at most one visit, to one site, of the person who is signed in. */
export interface WebGate {
  readonly handlers: WebHandlers
  /** To be called when the policy, or what is closed, has changed: the visit ends where its site or page is granted no more. */
  readonly policyChanged: () => void
  /** The session ended: so does the visit, if there is one. */
  readonly close: () => void
}

export type OpenWebView = (options: Omit<WebViewOptions, 'window'>) => WebView

export interface WebGateParts {
  /** Loads what a visit needs: nothing of it is needed before the first. */
  readonly loadView: () => Promise<OpenWebView>
  /** What was copied does not outlive a session. */
  readonly forgetCopies: () => void
  readonly policy: () => WebPolicy | undefined
  /** What is closed for the visit's person on this terminal, asked at every decision. Who changes it calls `policyChanged`. */
  readonly closings: () => Closings
  /** Whether the web as a whole is open for who is signed in. */
  readonly isWebOpen: () => boolean
  readonly person: () => Person | undefined
  /** What the visit's pages come through; open for as long as there is one. */
  readonly wayOut: WayOut
  /** Whose certificates sites are shown under. */
  readonly authorityPem: string
  /** The server's time. */
  readonly nowMs: () => number
  readonly report: RefusalReport
  readonly budgets: DayBudgets
  /** The prison's day; `undefined` where none is known. */
  readonly today: () => string | undefined
  readonly tellPage: (event: PageEvent) => void
  readonly log: Log
}

/** Puts visits behind the bridge. No policy: no sites. Nobody signed in: no visit. */
export function createWebGate(parts: WebGateParts): WebGate {
  const visit = createVisitKeeper(parts)
  const inTurn = createInTurn()
  return {
    handlers: {
      'web:sites': async () => ({ sites: listSites(parts.policy(), parts.today()) }),
      'web:open': ({ siteId, bounds }) => {
        const visitor = parts.person()
        return inTurn(async () => {
          await visit.open(visitor, siteId, bounds)
          return {}
        })
      },
      'web:place': async ({ bounds, visible }) => {
        visit.current()?.place(bounds, visible)
        return {}
      },
      'web:go': async ({ to }) => {
        visit.current()?.go(to)
        return {}
      },
      'web:close': () =>
        inTurn(async () => {
          await visit.current()?.close()
          return {}
        }),
    },
    policyChanged: () => {
      if (parts.isWebOpen()) visit.current()?.policyChanged(parts.policy())
      else void visit.current()?.close()
    },
    close: () => {
      parts.forgetCopies()
      void visit.current()?.close()
    },
  }
}

interface VisitKeeper {
  readonly current: () => WebView | undefined
  readonly open: (visitor: Person | undefined, siteId: string, bounds: WebViewOptions['bounds']) => Promise<void>
}

function createVisitKeeper(parts: WebGateParts): VisitKeeper {
  const { loadView, policy, person, wayOut, budgets, closings, isWebOpen } = parts
  let current: WebView | undefined
  const open: VisitKeeper['open'] = async (visitor, siteId, bounds) => {
    const openView = await loadView()
    await current?.close()
    // Looked at after everything that waits: who asked may have been signed out meanwhile, and the policy withdrawn.
    if (visitor === undefined || person() !== visitor) throw new GuichetError('SESSION_MISSING', 'nobody is signed in')
    const granted = policy()
    const isListed = granted?.sites.some(({ id }) => id === siteId) === true
    if (!isListed) throw new GuichetError('WEB_SITE_UNKNOWN', 'the policy has no such site')
    const isClosed = !isWebOpen() || closings().closedSites?.has(siteId) === true
    if (isClosed) throw new GuichetError('SERVICE_CLOSED', 'a warden has closed this')
    wayOut.open(visitor.inmateId)
    const budget = budgets.open(visitor.inmateId, siteId)
    const shut = (): void => {
      wayOut.close()
      budget.close()
      current = undefined
    }
    const visit = { policy: granted, siteId, bounds, budget, languages: `${visitor.language},en` }
    try {
      current = openView({ ...visit, ...surroundings(parts, shut) })
    } catch (error) {
      // Without a visit nobody would close it, not even the end of the session.
      shut()
      throw error
    }
  }
  return { current: () => current, open }
}

type Surroundings = Omit<Parameters<OpenWebView>[0], 'policy' | 'siteId' | 'bounds' | 'budget' | 'languages'>

/** What is the same for every visit, but for what it leaves to be shut. */
function surroundings(
  { authorityPem, closings, nowMs, today, report, log, tellPage }: WebGateParts,
  shut: () => void,
): Surroundings {
  return {
    circumstances: () => ({ ...closings(), today: today() }),
    authorityPem,
    nowMs,
    onCounted: report.add,
    onRefused: ({ code }) => {
      log.info('web', code)
    },
    onState: state => {
      tellPage({ event: 'web-state', ...state })
    },
    onClosed: () => {
      shut()
      report.visitEnded()
      tellPage({ event: 'web-closed' })
    },
  }
}
