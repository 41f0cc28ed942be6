import type { FleetFinding, FleetState } from './judge-fleet.ts'

const words: Readonly<Record<FleetState, string>> = {
  ill: 'ILL',
  silent: 'SILENT',
  old: 'old',
  watch: 'watch',
  well: 'well',
}
const states: readonly FleetState[] = ['ill', 'silent', 'old', 'watch', 'well']
const MOST_REASONS = 5

/** A prison's terminals as lines: those with something to do first, each with why; the well ones only counted. */
export function describeFleet(terminals: readonly FleetFinding[]): string[] {
  const shown = terminals.filter(({ state }) => state !== 'well')
  const lines = shown.flatMap(({ name, state, version, reasons }) => [
    `${words[state].padEnd(6)}  ${name}${version === null ? '' : `  (version ${version})`}`,
    ...reasons.slice(0, MOST_REASONS).map(reason => `        ${reason}`),
    ...(reasons.length > MOST_REASONS ? [`        and ${reasons.length - MOST_REASONS} more`] : []),
  ])
  const counts = states.map(state => `${terminals.filter(one => one.state === state).length} ${state}`).join(', ')
  return [...lines, `${terminals.length} terminals: ${counts}`]
}
