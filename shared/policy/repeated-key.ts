/**
 * Names the first key that occurs twice in one object of a JSON text, or `undefined`.
 *
 * `JSON.parse` keeps the last of two equal keys in silence, while other parsers keep the first: a reviewer and a machine
 * would read two different things. `text` must be valid JSON, as `JSON.parse` has established.
 */
export function repeatedKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = []
  for (const token of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(?<colon>\s*:)?|[{}[\]]/g)) {
    const [word] = token
    if (word === '{') open.push(new Set())
    else if (word === '[') open.push(undefined)
    else if (word === '}' || word === ']') open.pop()
    else if (token.groups?.['colon'] !== undefined) {
      const key = String(JSON.parse(word.slice(0, word.lastIndexOf('"') + 1)))
      const keys = open.at(-1)
      if (keys?.has(key) === true) return key
      keys?.add(key)
    }
  }
  return undefined
}
