/**
 * What Electron runs when it is given an application's folder: `electron [switches] [-r module] <folder or file>`.
 * A stock Electron brings its own; the fallback runtime has none, and without one the folder is ignored.
 */
import { app } from 'electron/main'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArguments } from './parse-arguments.mjs'

const { print, preloads, target } = parseArguments(process.argv.slice(1))
if (print === 'version') finish(`v${process.versions['electron'] ?? ''}`)
if (print === 'abi') finish(process.versions.modules)
if (target === undefined) throw new Error('usage: electron [switches] [-r module] <application folder or file>')

const fromHere = createRequire(path.join(process.cwd(), 'electron'))
for (const preload of preloads) fromHere(preload)
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
await import(pathToFileURL(fromHere.resolve(mainFile(path.resolve(target)))).href)

/** @param {string} line */
function finish(line) {
  process.stdout.write(`${line}\n`)
  process.exit(0)
}

/**
 * Names the application after its package, as a packaged one would be, and finds the file to run.
 *
 * @param {string} place
 */
function mainFile(place) {
  const file = path.join(place, 'package.json')
  if (!existsSync(file)) return place
  /** @type {unknown} */
  const description = JSON.parse(readFileSync(file, 'utf8'))
  const field = (/** @type {string} */ name) => {
    /** @type {unknown} */
    const value = typeof description === 'object' && description !== null ? Reflect.get(description, name) : undefined
    return typeof value === 'string' ? value : undefined
  }
  setInside('setVersion', field('version') ?? app.getVersion())
  app.name = field('productName') ?? field('name') ?? app.name
  setInside('setAppPath', place)
  return path.join(place, field('main') ?? 'index.js')
}

/**
 * Calls one of the setters that Electron has for its own default application only.
 *
 * @param {'setVersion' | 'setAppPath'} setter
 * @param {string} value
 */
function setInside(setter, value) {
  /** @type {unknown} */
  const set = Reflect.get(app, setter)
  if (typeof set === 'function') Reflect.apply(set, app, [value])
}
