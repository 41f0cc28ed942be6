import { isReadableValue, type NamedValue } from './named-values.ts'

// Readers of this format disagree on nearly everything that is not plain: what stands before the first part, line ends,
// quoting, folding, two names for one part. So only what every browser writes for a form without files is read.

/** As browsers write it: they encode quotes and line breaks in a name, and no sensible name needs that. */
const DISPOSITION = /^content-disposition: ?form-data; ?name="(?<name>[^"\\%\r\n]*)"$/i
const TEXT_TYPE = /^content-type: ?text\/plain(?:; ?charset=(?:utf-8|"utf-8"))?$/i

const LINE_END = '\r\n'

/**
 * Reads a `multipart/form-data` body of texts, or answers `undefined`.
 *
 *  - A part has a name, may say that it is plain text, and says nothing else: no file name, no other type, no transfer
 *    encoding, no header or parameter twice. So nothing is nested and nothing is a file.
 *  - Nothing stands before the first boundary or after the last, and no value holds the boundary.
 */
export function readMultipartFields(boundary: string, body: string): readonly NamedValue[] | undefined {
  const delimiter = `--${boundary}`
  const [before, ...pieces] = body.split(delimiter)
  const last = pieces.pop()
  if (before !== '' || (last !== '--' && last !== `--${LINE_END}`)) return undefined
  const fields: NamedValue[] = []
  for (const piece of pieces) {
    const field = readPart(piece)
    if (field === undefined) return undefined
    fields.push(field)
  }
  return fields
}

/** A part as it stands between two boundaries, with the line ends that belong to them. */
function readPart(piece: string): NamedValue | undefined {
  if (!piece.startsWith(LINE_END) || !piece.endsWith(LINE_END)) return undefined
  const headEnd = piece.indexOf(`${LINE_END}${LINE_END}`)
  const start = headEnd + 2 * LINE_END.length
  const end = piece.length - LINE_END.length
  if (headEnd < LINE_END.length || start > end) return undefined
  const name = readHead(piece.slice(LINE_END.length, headEnd).split(LINE_END))
  const value = piece.slice(start, end)
  return name === undefined || !isReadableValue(value) ? undefined : { name, value }
}

function readHead(lines: readonly string[]): string | undefined {
  const [first = '', second, ...rest] = lines
  if (rest.length > 0 || (second !== undefined && !TEXT_TYPE.test(second))) return undefined
  const name = DISPOSITION.exec(first)?.groups?.['name']
  return name !== undefined && isReadableValue(name) ? name : undefined
}
