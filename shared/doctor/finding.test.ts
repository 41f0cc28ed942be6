import { expect, test } from 'vitest'
import { doctorReportSchema } from './doctor-report.ts'

const finding = {
  check: 'disk.room',
  state: 'fail',
  about: 'the disk',
  want: 'room',
  means: 'It is full.',
  remedy: 'Look.',
}

test('a report writes nothing on a technician’s screen but words', () => {
  const { program, findings } = doctorReportSchema.parse({
    version: 1,
    at: '2026-11-23T08:00:00.000Z',
    program: { version: '1.0\u001b[2J', electron: '45\r', isPackaged: true },
    checked: 1,
    findings: [{ ...finding, got: 'full\u001b]0;well\u0007\nok' }],
  })
  expect([program.version, program.electron, findings[0]?.got]).toEqual(['1.0 [2J', '45 ', 'full ]0;well  ok'])
})
