import { expect, test } from '@playwright/test'
import { casesToRun } from '../cases/index.ts'
import { type Column, columnsToRun } from '../run/columns.ts'
import { readResults, resultOf } from '../run/results.ts'

async function hasFired(column: Column, id: string): Promise<boolean> {
  return resultOf(await readResults(column), id).hasFired
}

for (const { id, attack, inert, open } of casesToRun()) {
  const name = `${id}, ${attack}`
  if (inert !== undefined) {
    test(`${name}: void, it works on no terminal`, async () => {
      for (const column of columnsToRun()) expect(await hasFired(column, id), column).toBe(false)
    })
  } else {
    test(`${name}: works on a bare terminal, and on this one ${open === undefined ? 'it does not' : 'as well'}`, async () => {
      expect(await hasFired('bare', id), 'on a bare terminal').toBe(true)
      expect(await hasFired('both', id), 'on this one').toBe(open !== undefined)
    })
  }
}
