import { availableParallelism } from 'node:os'
import { observe } from '../setup/process.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'
import { printProgress, step } from '../print.mjs'
import { tool } from './tool.mjs'

/** @typedef {{ readonly name: string, readonly command: ReturnType<typeof tool> }} Check */

/** @type {(name: string, settings: string) => Check} */
const types = (name, settings) => ({ name, command: tool('tsc', ['--project', settings]) })

/**
 * The longest first, so that the others fill the gaps. Types are checked as a whole, then each side with no more than what
 * it will have when it runs, then against the older Electron.
 *
 * @type {readonly Check[]}
 */
const checks = [
  { name: 'lint', command: tool('oxlint', ['--deny-warnings']) },
  { name: 'dead code', command: tool('knip', ['--no-progress']) },
  { name: 'format', command: tool('prettier', ['--check', '--cache', '--cache-location=.guichet/prettier', '.']) },
  { name: 'boundaries', command: tool('vitest', ['run', '--configLoader=runner', 'build/lint', '--reporter=dot']) },
  types('types', 'tsconfig.json'),
  types('types of shared', 'build/types/shared.json'),
  types('types of pages', 'build/types/page.json'),
  types('types of node programs', 'build/types/node.json'),
  types('types with Electron 33', 'build/types/electron33.json'),
]

/** @param {readonly string[]} names all when none are named */
export async function run(names) {
  const unknown = names.filter(name => !checks.some(check => check.name.startsWith(name)))
  if (unknown.length > 0) {
    throw new SetUpError(
      `There is no check ${unknown.join(', ')}; there are: ${checks.map(({ name }) => name).join(', ')}.`,
    )
  }
  const chosen = checks.filter(check => names.length === 0 || names.some(name => check.name.startsWith(name)))
  return (await failuresOf(chosen)) === 0 ? 0 : 1
}

/** All but the boundaries, which are among the unit tests. @returns {Promise<import('./tally.mjs').Tally>} */
export async function countChecks() {
  return { passed: 0, failed: await failuresOf(checks.filter(({ name }) => name !== 'boundaries')), skipped: 0 }
}

/** @param {readonly Check[]} chosen */
async function failuresOf(chosen) {
  const waiting = [...chosen]
  let failures = 0
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await passes(check))) failures += 1
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return failures
}

/** @param {Check} check */
async function passes({ name, command: [program, args] }) {
  try {
    await step(name, async () => {
      const { code, said } = await observe(program, args)
      if (code !== 0) throw new SetUpError(said.trim())
    })
    return true
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    printProgress(error.message)
    return false
  }
}
