import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runnerImport } from 'vite'
import { isRecord, parseJsonRecord } from '../setup/json.mjs'

const namesFile = 'shared/canteen/pictures.ts'
const setFile = 'node_modules/@iconify-json/fluent-emoji-flat/icons.json'

/**
 * Emits `pictures/<name>.svg` for each picture that `shared/canteen/pictures.ts` names, and none of the other thousands.
 * A name that the set does not have fails the build: the canteen would show a hole.
 *
 * @param {string} project
 * @returns {import('vite').Plugin}
 */
export function picturesPlugin(project) {
  return {
    name: 'guichet-pictures',
    async buildStart() {
      const file = path.join(project, namesFile)
      if (!existsSync(file)) return
      this.addWatchFile(file)
      const draw = pictureSet(readFileSync(path.join(project, setFile), 'utf8'))
      for (const name of await readNames(file)) {
        this.emitFile({ type: 'asset', fileName: `pictures/${name}.svg`, source: draw(name) })
      }
    },
  }
}

/** @param {string} file @returns {Promise<readonly string[]>} */
async function readNames(file) {
  /** @type {{ module: unknown }} */
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
  const names = isRecord(module) ? module['pictureNames'] : undefined
  if (!Array.isArray(names)) throw new TypeError(`${namesFile} exports no list pictureNames`)
  return names.map(String)
}

/**
 * @param {string} set text of an Iconify set
 * @returns {(name: string) => string} the picture of that name as a file
 */
export function pictureSet(set) {
  const { icons, width = 16, height = 16 } = parseJsonRecord(set)
  return name => {
    const icon = isRecord(icons) ? icons[name] : undefined
    if (!isRecord(icon) || typeof icon['body'] !== 'string') throw new Error(`There is no picture named ${name}.`)
    const box = `0 0 ${Number(icon['width'] ?? width)} ${Number(icon['height'] ?? height)}`
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${icon['body']}</svg>\n`
  }
}
