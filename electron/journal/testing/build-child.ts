import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds `acknowledging-child.ts` into one file that plain Node can run, and returns its path. */
export async function buildChild(folder: string): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url))
  await build({
    configFile: false,
    logLevel: 'error',
    root: here,
    ssr: { noExternal: true },
    build: {
      ssr: join(here, 'acknowledging-child.ts'),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(folder, 'child.mjs')
}
