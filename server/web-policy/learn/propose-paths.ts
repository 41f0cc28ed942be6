/** From so many siblings on, a person would write a wildcard. */
const SIBLINGS = 4

/**
 * The fewest plain patterns that cover some paths: each path itself, or `/folder/*` where a folder has many. Never a
 * wildcard in the first segment and never `**`: what was not seen under another folder was not asked for.
 */
export function proposePaths(paths: readonly string[]): readonly string[] {
  const folders = new Map<string, Set<string>>()
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    folders.set(folder, (folders.get(folder) ?? new Set()).add(path))
  }
  return [...folders].flatMap(([folder, inside]) => {
    const leaves = [...inside].filter(path => path !== folder)
    if (folder === '/' || leaves.length < SIBLINGS) return [...inside]
    return inside.has(folder) ? [folder, `${folder}*`] : [`${folder}*`]
  })
}
