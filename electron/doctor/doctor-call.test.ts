import { expect, test } from 'vitest'
import { parseDoctorCall } from './doctor-call.ts'

test.each([
  ['packaged', ['doctor'], true, { isJson: false, otherArguments: [] }],
  ['packaged, for a machine', ['doctor', '--json'], true, { isJson: true, otherArguments: [] }],
  [
    'packaged, with a switch of another kind',
    ['doctor', '--inspect'],
    true,
    { isJson: false, otherArguments: ['--inspect'] },
  ],
  ['from a checkout', ['.', 'doctor', '--json'], false, { isJson: true, otherArguments: ['.'] }],
  [
    'with switches before the folder',
    ['--inspect=0', '.', 'doctor'],
    false,
    { isJson: false, otherArguments: ['--inspect=0', '.'] },
  ],
])('is asked for: %s', (_how, args, isPackaged, call) => {
  expect(parseDoctorCall(args, isPackaged)).toEqual(call)
})

test.each([
  ['the kiosk, packaged', ['--ozone-platform=x11'], true],
  ['the kiosk from a checkout', ['.'], false],
  ['a checkout in a folder of that name', ['doctor'], false],
  ['a switch of that name', ['--doctor'], true],
  ['nothing at all', [], true],
])('is not asked for: %s', (_how, args, isPackaged) => {
  expect(parseDoctorCall(args, isPackaged)).toBeUndefined()
})
