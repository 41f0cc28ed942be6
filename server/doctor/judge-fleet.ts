import { type Finding, sortFindings, worstState } from '#shared/doctor/finding.ts'
import { isOlder, releaseVersionSchema } from '#shared/update/release-version.ts'

/** One terminal, as the server knows it. */
export interface FleetTerminal {
  readonly name: string
  readonly isConnected: boolean
  /** On its channel. */
  readonly heardAt: Date | null
  /** What its doctor said last; `undefined` if it never did. */
  readonly report:
    | {
        readonly heardAt: Date
        readonly version: string
        readonly checked: number
        readonly findings: readonly Finding[]
      }
    | undefined
  /** The version that is staged for it, if one is, and since when. */
  readonly staged?: { readonly version: string; readonly at: Date } | undefined
}

/** `ill`: something is wrong. `silent`: not heard, or its doctor is not. `old`: another version. `watch`: look at it some day. */
export type FleetState = 'ill' | 'silent' | 'old' | 'watch' | 'well'

export interface FleetFinding {
  readonly name: string
  readonly state: FleetState
  readonly version: string | null
  readonly reportedAt: string | null
  /** Why, in words, the most important first. Empty where it is well. */
  readonly reasons: readonly string[]
}

/** A report comes each hour: two that did not come are a silence. */
export const REPORT_SILENCE_MS = 2 * 60 * 60 * 1000 + 15 * 60 * 1000
/** Off its channel for so long, somebody should know. */
export const LINE_SILENCE_MS = 15 * 60 * 1000

const order: readonly FleetState[] = ['ill', 'silent', 'old', 'watch', 'well']

/**
 * Judges a prison's terminals: the ill ones first, each with the reason, then those nobody hears, then those of another
 * version. Pure. `current` is the version all should have; left out, the one that is staged for each, else the one that most have.
 */
export function judgeFleet(terminals: readonly FleetTerminal[], now: Date, current?: string): FleetFinding[] {
  const wanted = { current, common: mostCommonVersion(terminals) }
  return terminals
    .map(terminal => judgeOne(terminal, now, oldOf(terminal, now, wanted)))
    .toSorted((left, right) => order.indexOf(left.state) - order.indexOf(right.state) || byName(left.name, right.name))
}

function judgeOne(terminal: FleetTerminal, now: Date, old: readonly string[]): FleetFinding {
  const { name, isConnected, heardAt, report } = terminal
  const findings = sortFindings(report?.findings ?? [])
  const ill = findings.filter(({ state }) => state === 'fail').map(wordsOf)
  const watch = findings.filter(({ state }) => state !== 'fail').map(wordsOf)
  const silence = silenceOf(now, { isConnected, heardAt }, report?.heardAt)
  const state: FleetState =
    worstState(findings) === 'fail'
      ? 'ill'
      : silence.length > 0
        ? 'silent'
        : old.length > 0
          ? 'old'
          : watch.length > 0
            ? 'watch'
            : 'well'
  return {
    name,
    state,
    version: report?.version ?? null,
    reportedAt: report?.heardAt.toISOString() ?? null,
    reasons: [...ill, ...silence, ...old, ...watch],
  }
}

const wordsOf = ({ about, got, check }: Finding) => `${about}: ${got} (${check})`

interface Wanted {
  readonly current: string | undefined
  readonly common: string | undefined
}

/** Why its version is another than it should be: empty where it is not, or where that is not known. */
function oldOf({ report, staged }: FleetTerminal, now: Date, { current, common }: Wanted): readonly string[] {
  if (report === undefined) return []
  const { version } = report
  if (current === undefined && staged !== undefined) {
    const since = inWords(now.getTime() - staged.at.getTime())
    return isBehind(version, staged.version) ? [`version ${version}; ${staged.version} is staged since ${since}`] : []
  }
  const wanted = current ?? common
  return wanted === undefined || version === wanted ? [] : [`version ${version}, not ${wanted}`]
}

function isBehind(version: string, staged: string): boolean {
  const isKnown = [version, staged].every(one => releaseVersionSchema.safeParse(one).success)
  return isKnown ? isOlder(version, staged) : version !== staged
}

function silenceOf(
  now: Date,
  line: Pick<FleetTerminal, 'isConnected' | 'heardAt'>,
  reportedAt: Date | undefined,
): string[] {
  const sinceMs = (at: Date) => now.getTime() - at.getTime()
  const reasons: string[] = []
  if (line.heardAt === null && reportedAt === undefined) return ['never heard']
  if (!line.isConnected && (line.heardAt === null || sinceMs(line.heardAt) > LINE_SILENCE_MS)) {
    reasons.push(line.heardAt === null ? 'never on its channel' : `off the line for ${inWords(sinceMs(line.heardAt))}`)
  }
  if (reportedAt === undefined) reasons.push('its doctor never reported')
  else if (sinceMs(reportedAt) > REPORT_SILENCE_MS)
    reasons.push(`its doctor not heard for ${inWords(sinceMs(reportedAt))}`)
  return reasons
}

function inWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}

function mostCommonVersion(terminals: readonly FleetTerminal[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { report } of terminals) if (report) counts.set(report.version, (counts.get(report.version) ?? 0) + 1)
  const ranked = [...counts].toSorted(([a, most], [b, least]) => least - most || byName(b, a))
  return ranked[0]?.[0]
}

const byName = (left: string, right: string) => left.localeCompare(right, 'en', { numeric: true })
