import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { possibleContentTypes, readContentType } from './content-type.ts'

test.each([
  ['application/json', { type: 'application/json' }],
  ['Application/JSON; charset=UTF-8', { type: 'application/json' }],
  ['application/x-www-form-urlencoded;charset="utf-8"', { type: 'application/x-www-form-urlencoded' }],
  ['multipart/form-data; boundary=x', { type: 'multipart/form-data', boundary: 'x' }],
  ['multipart/form-data; boundary="X"', { type: 'multipart/form-data', boundary: 'X' }],
  [
    'multipart/form-data; boundary=----WebKitFormBoundaryAb1',
    { type: 'multipart/form-data', boundary: '----WebKitFormBoundaryAb1' },
  ],
])('%s is read', (header, expected) => {
  expect(readContentType(header)).toEqual(expected)
})

test.each([
  ['another charset', 'application/json; charset=utf-16'],
  ['a charset twice', 'application/json; charset=utf-8; charset=utf-8'],
  ['an unknown parameter', 'application/json; boundary=x'],
  ['two types', 'application/json, text/plain'],
  ['another type', 'text/plain'],
  ['another kind of parts', 'multipart/mixed; boundary=x'],
  ['parts without a boundary', 'multipart/form-data'],
  ['an empty boundary', 'multipart/form-data; boundary='],
  ['half a quote', 'multipart/form-data; boundary="x'],
  ['a boundary twice', 'multipart/form-data; boundary=x; boundary=y'],
  ['a boundary in pieces', 'multipart/form-data; boundary*0=x'],
  ['a boundary and a charset', 'multipart/form-data; charset=utf-8; boundary=x'],
  ['a boundary longer than any', `multipart/form-data; boundary=${'x'.repeat(71)}`],
  ['nothing', ''],
  ['no header', undefined],
])('%s is not read', (_name, header) => {
  expect(readContentType(header)).toBeUndefined()
})

test('a body in parts tells under which boundary it could travel', () => {
  expect(possibleContentTypes('--a-b\r\nx\r\n--a-b--\r\n')).toContain('multipart/form-data; boundary=a-b')
  expect(possibleContentTypes('--a-b--\r\n')).toContain('multipart/form-data; boundary=a-b')
})

test('every possible content type can be read, whatever the body', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), body => {
      for (const header of possibleContentTypes(body)) expect(readContentType(header)).toBeDefined()
    }),
  )
})
