import { expect, test } from '@playwright/test'
import { control } from '../cases/control.ts'
import { partToMake } from '../cases/index.ts'
import { columnsToRun, openColumn } from '../run/columns.ts'
import { openOutside } from '../run/outside.ts'
import { keepResults, keepWords } from '../run/results.ts'
import { CaseRun } from '../run/run-cases.ts'
import { WindowManager } from '../terminal/screen.ts'

for (const column of columnsToRun()) {
  const { name, cases } = partToMake()
  test(`every attack is made: ${column}, ${name}`, async () => {
    const manager = await WindowManager.start()
    const outside = await openOutside([control, ...cases])
    const { terminal, said, close } = await openColumn(column, outside)
    try {
      const run = new CaseRun(terminal, outside.arrivals, column === 'bare')
      await run.make([control, ...cases])
      expect(run.result(control).hasFired, control.attack).toBe(true)
      await terminal.ready()
      const results = cases.map(one => run.result(one))
      await keepResults(column, name, { electron: await terminal.version(), results })
      expect(results.filter(({ wasMade }) => !wasMade).map(({ id }) => id)).toEqual([])
    } finally {
      await keepWords(column, name, said())
      await close()
      outside.close()
      await manager.stop()
    }
  })
}
