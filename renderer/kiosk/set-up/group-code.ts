const GROUP = /.{1,4}/g
/** In no code, and in every text of a sheet: what a scanner is typing is left as it is. */
const IN_NO_CODE = /[^0-9A-TV-Z\s\p{Dash}_.]/u
const BETWEEN = /[\s\p{Dash}_.]/gu

/** What is typed, in groups of four and capitals, O as 0, I and L as 1. No dash at the end: it could not be deleted. */
export function groupCode(typed: string): string {
  const capitals = typed.toUpperCase()
  if (IN_NO_CODE.test(capitals)) return typed
  const symbols = capitals.replaceAll(BETWEEN, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return symbols.match(GROUP)?.join('-') ?? ''
}
