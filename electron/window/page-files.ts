import { readdirSync } from 'node:fs'
import path from 'node:path'

const mimeTypes: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
])

export interface PageFile {
  readonly file: string
  readonly mimeType: string
}

/**
 * Lists what the page is made of, by the path it is asked for under.
 *
 *  - Made once, from what was built: an address is looked up here and never turned into a path.
 *  - Links are left out, and so is any kind of file a page is not made of.
 *  - Reads at once, like everything that serves the page: these few files are in the system's memory, and every detour
 *    through the thread pool would cost the start more than reading them does.
 */
export function listPageFiles(folder: string, prefix = '/'): Map<string, PageFile> {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    const mimeType = mimeTypes.get(path.extname(entry.name))
    if (entry.isFile() && mimeType !== undefined) files.set(`${prefix}${entry.name}`, { file, mimeType })
    if (entry.isDirectory()) {
      for (const [name, inner] of listPageFiles(file, `${prefix}${entry.name}/`)) files.set(name, inner)
    }
  }
  return files
}
