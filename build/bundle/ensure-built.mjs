import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { printProgress, step } from '../print.mjs'
import { readTree } from '../setup/tree.mjs'

/** What a build is made of. */
const sources = ['build', 'electron', 'renderer', 'server', 'shared']
const settings = ['package-lock.json', 'package.json', 'tsconfig.json']

/** @param {string} project */
function stampFile(project) {
  return path.join(project, '.guichet/built-from')
}

/**
 * Names the state of all sources. Tests are no part of a build, so changing one does not make a build old.
 *
 * @param {string} project
 */
export function sourceState(project) {
  const hash = createHash('sha256')
  for (const folder of sources) {
    for (const [file, print] of readTree(path.join(project, folder))) {
      if (!/\.test\.tsx?$/.test(file)) hash.update(`${folder}/${file}\0${print}\0`)
    }
  }
  for (const file of settings)
    hash.update(existsSync(path.join(project, file)) ? readFileSync(path.join(project, file)) : '')
  return hash.digest('hex')
}

/** @param {string} project */
export function isBuilt(project) {
  if (!existsSync(path.join(project, 'dist')) || !existsSync(stampFile(project))) return false
  return readFileSync(stampFile(project), 'utf8') === sourceState(project)
}

/** Builds now. @param {string} project */
export async function buildNow(project) {
  const state = sourceState(project)
  const missing = await step('build', async () => {
    const { bundle } = await import('./bundle.mjs')
    return bundle(project)
  })
  if (missing.length > 0) printProgress(`  left out, not there: ${missing.join(', ')}`)
  mkdirSync(path.dirname(stampFile(project)), { recursive: true })
  writeFileSync(stampFile(project), state)
}

/** Builds when a source has changed since the last build. @param {string} project */
export async function ensureBuilt(project) {
  if (!isBuilt(project)) await buildNow(project)
}
