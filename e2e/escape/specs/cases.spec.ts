import { expect, test } from '@playwright/test'
import { escapeCases } from '../cases/index.ts'
import { columnsToRun } from '../run/columns.ts'
import { readResults } from '../run/results.ts'

for (const { id, attack, inert } of escapeCases) {
  const what = `${id} ${attack}`
  if (inert === undefined) {
    test(`${what}: works on a bare terminal, and not on this one`, async () => {
      expect((await readResults('bare')).get(id)?.hasFired).toBe(true)
      expect((await readResults('both')).get(id)?.hasFired).toBe(false)
    })
  } else {
    test(`${what}: does not work even on a bare terminal`, async () => {
      for (const column of columnsToRun()) expect((await readResults(column)).get(id)?.hasFired).toBe(false)
    })
  }
}
