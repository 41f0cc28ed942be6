import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

const columns = { required: ['wing', 'cell'], optional: ['terminal'] } as const
const read = (text: string) =>
  readCsv(text, columns).map(({ line, value }) => [line, value('wing'), value('cell'), value('terminal')])

test.each([
  ['commas', 'wing,cell\nA,A-1\n', [[2, 'A', 'A-1', '']]],
  [
    'semicolons, as spreadsheets of half of Europe write them',
    'wing;cell\r\nA, east;A-1\r\n',
    [[2, 'A, east', 'A-1', '']],
  ],
  ['a byte order mark and columns in another order', '\uFEFFTerminal,Cell,Wing\nt,c,w', [[2, 'w', 'c', 't']]],
  ['quotes, and what is in them', 'wing,cell\n"A, ""east""",A-1', [[2, 'A, "east"', 'A-1', '']]],
  [
    'empty lines, counted and left out',
    'wing,cell\n\nA,A-1\n\n\nB,B-1',
    [
      [3, 'A', 'A-1', ''],
      [6, 'B', 'B-1', ''],
    ],
  ],
  ['spaces around values', 'wing , cell\n A , A-1 ', [[2, 'A', 'A-1', '']]],
])('reads %s', (_name, text, rows) => {
  expect(read(text)).toEqual(rows)
})

test.each([
  ['an empty file', '', 'empty'],
  ['a file with the columns alone', 'wing,cell\n', 'no line but'],
  ['a missing column', 'wing\nA', 'the column cell is missing'],
  ['an unknown column', 'wing,cell,colour\nA,A-1,red', 'there is no column "colour"'],
  ['a column twice', 'wing,cell,cell\nA,A-1,A-1', 'there twice'],
  ['a line with too few values', 'wing,cell\nA', 'line 2'],
  ['a line with too many', 'wing,cell\nA,A-1,more', 'line 2'],
  ['a quote that does not end', 'wing,cell\n"A,A-1', 'Quote Not Closed'],
  ['another encoding', 'wing,cell\nA\uFFFD,A-1', 'not UTF-8'],
])('refuses %s', (_name, text, why) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'IMPORT_REFUSED' }))
  expect(() => read(text)).toThrow(why)
})
