import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlaceRow, planPlaces } from './plan-places.ts'

const nothing = { wings: [], cells: [], terminals: [] }
const row = fc.record({
  wing: fc.constantFrom('A', 'B', 'Wing C'),
  cell: fc.constantFrom('1', '2', '3', '4'),
  terminal: fc.constantFrom('1', '2', '3', '3 left', '4'),
  capacity: fc.constantFrom(undefined, 1, 2),
})
const list = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map(rows => rows.map((one, index): PlaceRow => ({ ...one, line: index + 2 })))

/** What is there once a plan is made. */
const madeBy = ({ wings, cells, terminals }: ReturnType<typeof planPlaces>) => ({
  wings,
  cells: cells.map(({ id, wing_id: wingId, capacity }) => ({ id, wingId, capacity })),
  terminals: terminals.map(({ name, cell_id: cellId }) => ({ name, cellId })),
})

test('a list that can be made has nothing left to make once it was', () => {
  fc.assert(
    fc.property(list, rows => {
      const plan = planPlaces(rows, nothing)
      fc.pre(plan.problems.length === 0)
      expect(planPlaces(rows, madeBy(plan))).toEqual({ wings: [], cells: [], terminals: [], problems: [] })
    }),
  )
})

test('no name is made twice, and every terminal of the list is there', () => {
  fc.assert(
    fc.property(list, rows => {
      const plan = planPlaces(rows, nothing)
      fc.pre(plan.problems.length === 0)
      const names = plan.terminals.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(new Set(names)).toEqual(new Set(rows.map(({ terminal }) => terminal)))
      expect(new Set(plan.cells.map(({ id }) => id)).size).toBe(plan.cells.length)
    }),
  )
})

test('a terminal in two lines is a problem', () => {
  fc.assert(
    fc.property(list, fc.nat(), (rows, at) => {
      const again = rows[at % rows.length]
      const twice = [...rows, { wing: 'A', cell: '1', capacity: undefined, terminal: again?.terminal ?? '1', line: 99 }]
      expect(planPlaces(twice, nothing).problems.join('\n')).toContain('line 99: terminal')
    }),
  )
})
