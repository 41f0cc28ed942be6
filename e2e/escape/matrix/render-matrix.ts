import type { EscapeCase } from '../cases/escape-case.ts'
import type { NotMade } from '../cases/not-made.ts'
import { type Column, columns } from '../run/columns.ts'
import { type ColumnResults, resultOf } from '../run/results.ts'

export type Matrix = Readonly<Record<Column, ColumnResults>>

const headings = { bare: 'bare', kiosk: 'kiosk gate only', gateway: 'gateway only', both: 'both' } as const

/** Lays out what came of every attack on every terminal. The same results always give the same text. */
export function renderMatrix(matrix: Matrix, cases: readonly EscapeCase[], elsewhere: readonly NotMade[]): string {
  const made = cases.filter(({ inert }) => inert === undefined)
  const leaks = made.filter(({ id }) => resultOf(matrix.both, id).hasFired)
  const voids = cases.filter(({ inert }) => inert !== undefined)
  return [
    '# Ways out, and what closes them',
    '',
    'Written by `npm run escape`; changes to it by hand are lost. How it is made: [e2e/escape](../e2e/escape/README.md).',
    '',
    `Electron ${matrix.both.electron}. ${made.length} attacks work on a bare terminal; ` +
      `${leaks.length} of them on a kiosk behind its gateway. ${voids.length} work nowhere and prove nothing.`,
    '',
    ...renderTable(matrix, made),
    '',
    ...renderList(
      'Open',
      leaks.map(({ id, attack, open }) => `${id}, ${attack}: ${open ?? '**not known why**'}`),
    ),
    ...renderList(
      'Void',
      voids.map(({ id, attack, inert }) => `${id}, ${attack}: ${inert ?? ''}`),
    ),
    ...renderList(
      'Not made here',
      elsewhere.map(({ ids, why }) => `${ids.join(', ')}: ${why}`),
    ),
  ].join('\n')
}

function renderTable(matrix: Matrix, made: readonly EscapeCase[]): string[] {
  const rows = made.map(({ id, attack }) => {
    const cells = columns.map(column => renderCell(matrix, column, id))
    return `| ${[id, attack.replaceAll('|', '\\|'), ...cells].join(' | ')} |`
  })
  const titles = ['', 'Attack', ...columns.map(column => headings[column])]
  return [`| ${titles.join(' | ')} |`, `|${'---|'.repeat(titles.length)}`, ...rows]
}

function renderCell(matrix: Matrix, column: Column, id: string): string {
  const { hasFired } = resultOf(matrix[column], id)
  if (column === 'bare') return hasFired ? 'works' : '**void**'
  if (column === 'both') return hasFired ? '**LEAK**' : 'closed'
  return hasFired ? 'works' : 'closed'
}

function renderList(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines.map(line => `- ${line}`), '']
}
