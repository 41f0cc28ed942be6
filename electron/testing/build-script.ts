import { basename, dirname, join } from 'node:path'
import { build } from 'vite'

/** Builds a script and all it needs into one file in `folder` that plain Node can run, and returns its path. */
export async function buildScript(script: string, folder: string): Promise<string> {
  const name = `${basename(script, '.ts')}.mjs`
  await build({
    configFile: false,
    logLevel: 'error',
    root: dirname(script),
    ssr: { noExternal: true },
    build: {
      ssr: script,
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  })
  return join(folder, name)
}
