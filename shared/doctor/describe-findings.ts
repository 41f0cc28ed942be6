import { type Finding, type FindingState, sortFindings } from './finding.ts'

const marks: Readonly<Record<FindingState, string>> = { fail: 'FAIL', warn: 'warn', unknown: '?', ok: 'ok' }

/** Findings as lines for a person: what is wrong first, with what it means and what to do; then what is well, in short. */
export function describeFindings(findings: readonly Finding[]): string[] {
  const ill = sortFindings(findings.filter(({ state }) => state !== 'ok'))
  const well = findings.filter(({ state }) => state === 'ok')
  const lines = ill.flatMap(({ check, state, about, got, want, means, remedy }) => [
    `${marks[state].padEnd(4)}  ${about} (${check})`,
    `      found: ${got}; wanted: ${want}`,
    ...(means === '' ? [] : [`      ${means}`]),
    ...(remedy === '' ? [] : [`      Do: ${remedy}`]),
    '',
  ])
  const count = (state: FindingState) => findings.filter(finding => finding.state === state).length
  return [
    ...lines,
    ...(well.length === 0 ? [] : [`ok    ${well.map(({ check }) => check).join(', ')}`]),
    `${count('ok')} ok, ${count('fail')} wrong, ${count('warn')} to look at, ${count('unknown')} not known`,
  ]
}
