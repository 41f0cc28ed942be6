#!/usr/bin/env node
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseFpmArguments } from './fpm-arguments.mjs'
import { makeDeb } from './make-deb.mjs'

/**
 * What electron-builder calls in place of fpm, which is a program in another language that it would download: a Debian
 * package with the system's own `dpkg-deb`.
 *
 * Only the program itself is taken. A terminal shows one program and has no menu: the entry and the icons for one stay out,
 * and so does the profile that electron-builder puts into the program's folder after it was signed.
 */

const { options, depends, sources } = parseFpmArguments(process.argv.slice(2))
const option = (/** @type {string} */ name) => options.get(name) ?? ''
if (option('t') !== 'deb') throw new Error(`only Debian packages are made here, not ${option('t')}`)

/** @param {string} name */
function script(name) {
  const file = options.get(name)
  return file === undefined ? '' : readFileSync(file, 'utf8')
}

const root = mkdtempSync(path.join(tmpdir(), 'guichet-deb-'))
try {
  for (const { from, to } of sources.filter(source => source.to.startsWith('/opt/'))) {
    const appArmor = path.join(from, 'resources/apparmor-profile')
    cpSync(from, path.join(root, to), { recursive: true, filter: file => path.normalize(file) !== appArmor })
  }
  await makeDeb(root, option('package'), {
    fields: new Map([
      ['Package', option('name')],
      ['Version', option('version')],
      ['Architecture', option('architecture')],
      ['Maintainer', option('maintainer')],
      ['Section', option('category') === '' ? 'misc' : option('category')],
      ['Priority', option('deb-priority')],
      ['Depends', depends.join(', ')],
      ['Description', option('description')],
    ]),
    scripts: { postinst: script('after-install'), postrm: script('after-remove') },
    configuration: [],
    epoch: Number(process.env['SOURCE_DATE_EPOCH']),
  })
} finally {
  rmSync(root, { recursive: true, force: true })
}
