import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build } from 'vite'
import { SetUpError } from '../setup/set-up-error.mjs'
import { entries } from './entries.mjs'

/**
 * Builds everything that is there into `dist/`, from an empty folder. One part that fails does not keep the others from
 * being built.
 *
 * @param {string} project
 * @returns {Promise<readonly string[]>} the sources that are not there yet and so were left out
 * @throws {SetUpError} with every failure
 */
export async function bundle(project) {
  rmSync(path.join(project, 'dist'), { recursive: true, force: true })
  const all = entries(project)
  const isThere = (/** @type {string} */ source) => existsSync(path.join(project, source))
  const results = await Promise.allSettled(
    all.map(async ({ sources, configure }) => {
      const present = sources.filter(isThere)
      if (present.length > 0) await buildOne(project, configure(present))
    }),
  )
  const failures = results.flatMap(result =>
    result.status === 'rejected' ? [stripVTControlCharacters(String(result.reason))] : [],
  )
  if (failures.length > 0) throw new SetUpError(failures.join('\n'))
  return all.flatMap(({ sources }) => sources).filter(source => !isThere(source))
}

/** @type {(project: string, config: import('vite').InlineConfig) => Promise<void>} */
async function buildOne(project, config) {
  await build({
    ...config,
    root: path.join(project, config.root ?? ''),
    configFile: false,
    envDir: false,
    mode: 'production',
    logLevel: 'warn',
    cacheDir: path.join(project, '.guichet/vite'),
    build: { ...config.build, outDir: path.join(project, config.build?.outDir ?? 'dist'), emptyOutDir: false },
  })
}
