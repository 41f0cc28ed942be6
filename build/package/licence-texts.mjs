import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isRecord, parseJsonRecord } from '../setup/json.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'

/** @import { InstalledPackage } from './installed-packages.mjs' */

/** What the texts are called where they are packaged. */
export const licenceFile = 'THIRD-PARTY-LICENSES.txt'

const isLicence = /^(?:licen[cs]e|notice|copying|copyright)/i

/** Who holds the rights where neither a text nor the package's description says it. */
const holders = new Map([
  // The drawings' own folder names them; npm's package only hands them on.
  ['@iconify-json/fluent-emoji-flat', 'Microsoft Corporation'],
])

/**
 * The licence texts of packages that are packed without the files they came in, as their licences ask. The same packages give
 * the same text.
 *
 * Held by the tests in `licence-texts.test.ts`.
 *
 * @param {readonly InstalledPackage[]} packages
 * @throws {SetUpError} for a package that says nothing one could hand on
 */
export function licenceTexts(packages) {
  const parts = packages.map(one => `${heading(one)}\n\n${textsOf(one).join('\n\n')}\n`)
  return ['What is inside this program beside Guichet itself, and under which licences.\n', ...parts].join('\n')
}

/** @param {InstalledPackage} installed */
function heading({ name, version, license }) {
  const title = `${name} ${version} (${license})`
  return `${'='.repeat(title.length)}\n${title}\n${'='.repeat(title.length)}`
}

/** @type {(installed: InstalledPackage) => string[]} */
function textsOf({ name, license, place }) {
  const texts = readdirSync(place, { withFileTypes: true })
    .filter(entry => entry.isFile() && isLicence.test(entry.name))
    .map(entry => entry.name)
    .toSorted()
    .map(file => readFileSync(path.join(place, file), 'utf8').replaceAll('\r\n', '\n').trim())
  if (texts.length > 0) return texts
  if (license !== 'MIT') throw new SetUpError(`${name} has no licence text, so it cannot be packaged (${license}).`)
  return [withoutText(holders.get(name) ?? authorOf(place) ?? `the authors of ${name}`)]
}

/** @param {string} place */
function authorOf(place) {
  const file = path.join(place, 'package.json')
  const author = existsSync(file) ? parseJsonRecord(readFileSync(file, 'utf8'))['author'] : undefined
  const name = isRecord(author) ? author['name'] : author
  return typeof name === 'string' ? name : undefined
}

/** The terms that a package names and does not bring. @param {string} holder */
function withoutText(holder) {
  return `(The package names this licence and brings no text of it. This is the licence's own.)

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
