import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMultipartFields } from './multipart-fields.ts'

const disposition = 'Content-Disposition: form-data; name="q"'

/** A body of parts, each given by its head and its content, as a browser writes it. */
function bodyOf(...parts: readonly (readonly [string, string])[]): string {
  return `${parts.map(([head, value]) => `--X\r\n${head}\r\n\r\n${value}\r\n`).join('')}--X--\r\n`
}

test.each([
  ['one part', bodyOf([disposition, 'baker']), [['q', 'baker']]],
  [
    'two parts',
    bodyOf([disposition, 'baker'], ['content-disposition:form-data;name="page"', '2']),
    [
      ['q', 'baker'],
      ['page', '2'],
    ],
  ],
  [
    'a part that says it is text',
    bodyOf([`${disposition}\r\nContent-Type: text/plain; charset=utf-8`, 'a']),
    [['q', 'a']],
  ],
  ['a line break inside', bodyOf([disposition, 'a\r\nb']), [['q', 'a\r\nb']]],
  ['an empty value', bodyOf([disposition, '']), [['q', '']]],
  ['an empty line inside', bodyOf([disposition, 'a\r\n\r\nb']), [['q', 'a\r\n\r\nb']]],
  ['no part', '--X--\r\n', []],
  ['no line end at the end', bodyOf([disposition, 'a']).trimEnd(), [['q', 'a']]],
])('reads %s', (_name, body, expected) => {
  expect(readMultipartFields('X', body)?.map(({ name, value }) => [name, value])).toEqual(expected)
})

test.each([
  ['a file', bodyOf([`${disposition}; filename="a.txt"`, 'a'])],
  ['a file with an empty name', bodyOf([`${disposition}; filename=""`, ''])],
  ['a file in the newer spelling', bodyOf([`${disposition}; filename*=utf-8''a`, 'a'])],
  ['a second name', bodyOf([`${disposition}; name="to"`, 'a'])],
  ['a second name in the newer spelling', bodyOf([`${disposition}; name*=utf-8''to`, 'a'])],
  ['a name without quotes', bodyOf(['Content-Disposition: form-data; name=q', 'a'])],
  ['an escaped quote in a name', bodyOf(['Content-Disposition: form-data; name="q\\"; x=\\""', 'a'])],
  ['an encoded quote in a name', bodyOf(['Content-Disposition: form-data; name="q%22"', 'a'])],
  ['no name', bodyOf(['Content-Disposition: form-data', 'a'])],
  ['another disposition', bodyOf(['Content-Disposition: attachment; name="q"', 'a'])],
  ['a folded head', bodyOf(['Content-Disposition: form-data;\r\n name="q"', 'a'])],
  ['a head twice', bodyOf([`${disposition}\r\n${disposition}`, 'a'])],
  ['a transfer encoding', bodyOf([`${disposition}\r\nContent-Transfer-Encoding: base64`, 'YQ=='])],
  ['a type of its own', bodyOf([`${disposition}\r\nContent-Type: application/json`, '{}'])],
  ['a nested form', bodyOf([`${disposition}\r\nContent-Type: multipart/mixed; boundary=Y`, '--Y--'])],
  ['another charset', bodyOf([`${disposition}\r\nContent-Type: text/plain; charset=utf-7`, 'a'])],
  ['words before the first part', `hello\r\n${bodyOf([disposition, 'a'])}`],
  ['words after the last part', `${bodyOf([disposition, 'a'])}hello`],
  ['no end', bodyOf([disposition, 'a']).replace('--X--\r\n', '')],
  ['an end and another part', `${bodyOf([disposition, 'a'])}${bodyOf([disposition, 'a'])}`],
  ['bare line feeds', bodyOf([disposition, 'a']).replaceAll('\r\n', '\n')],
  ['a boundary after a bare line feed', bodyOf([disposition, 'a\n--X\r\nb'])],
  ['the boundary inside a value', bodyOf([disposition, 'a--Xb'])],
  ['a part without an empty line', `--X\r\n${disposition}\r\n--X--\r\n`],
  ['a NUL', bodyOf([disposition, 'a\0'])],
  ['a bare carriage return', bodyOf([disposition, 'a\rb'])],
  ['nothing', ''],
])('cannot read %s', (_name, body) => {
  expect(readMultipartFields('X', body)).toBeUndefined()
})

test('what a browser writes is read as it was typed', async () => {
  const typed = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[\p{L}\d ,.'-]*$/u)), {
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(typed, async entries => {
      const form = new FormData()
      for (const [name, value] of entries) form.append(name, value)
      const written = new Response(form)
      const boundary = /boundary=(.*)$/.exec(written.headers.get('content-type') ?? '')?.[1] ?? ''
      const fields = readMultipartFields(boundary, await written.text())
      expect(fields?.map(({ name, value }) => [name, value])).toEqual(entries)
    }),
  )
})
