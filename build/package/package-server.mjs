import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { outsideServer } from '../bundle/outside-server.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'
import { packTar, setTimes } from './archive.mjs'
import { bundledPackages } from './bundled-packages.mjs'
import { packagesAt } from './installed-packages.mjs'
import { licenceFile, licenceTexts } from './licence-texts.mjs'
import { makeDeb } from './make-deb.mjs'
import { artefactName, debianVersion } from './make-stamp.mjs'
import { debianArchitectures } from './package-kiosk.mjs'

const prefix = 'opt/guichet-server'
const own = 'build/package/server'

/** What is built of it. */
const parts = ['server', 'console']

/** What a package brings for those who compile against it or debug it. */
const needless = /\.(?:map|[cm]?ts|tsx|flow|tsbuildinfo|a)$|\/pkgconfig$/

/**
 * Makes the server's installation, with a Node and a PostgreSQL of its own, and of it a Debian package and a plain archive.
 *
 * @param {import('./package-kiosk.mjs').Packaging} packaging
 * @returns {Promise<import('./installed-packages.mjs').InstalledPackage[]>} npm's packages in it
 */
export async function packageServer({ stamp, epoch, license, work, output }) {
  const root = path.join(work, 'server/root')
  rmSync(root, { recursive: true, force: true })
  const tree = path.join(root, prefix)
  const inside = bundledPackages(parts.map(part => path.join('dist', part)))
  const outside = packagesAt(outsideServer.map(name => `node_modules/${name}`))
  mkdirSync(path.join(tree, 'bin'), { recursive: true })
  for (const part of parts) copyTree(path.join('dist', part), path.join(tree, 'dist', part))
  for (const { place } of outside) copyTree(place, path.join(tree, place))
  copyNode(tree)
  copyFileSync(path.join(own, 'guichet'), path.join(tree, 'bin/guichet'))
  chmodSync(path.join(tree, 'bin/guichet'), 0o755)
  copyTree('docs/operating.md', path.join(tree, 'docs/operating.md'))
  copyFileSync('LICENSE', path.join(tree, 'LICENSE'))
  writeFileSync(path.join(tree, licenceFile), licenceTexts(inside))
  const description = { name: 'guichet-server', version: stamp.release, license, private: true, type: 'module' }
  writeFileSync(path.join(tree, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
  writeFileSync(path.join(tree, 'build.json'), `${JSON.stringify(stamp, null, 2)}\n`)
  await setTimes(tree, epoch)
  await packTar(tree, path.join(output, artefactName('guichet-server', stamp, `-linux-${process.arch}.tar.gz`)), {
    name: `guichet-server-${stamp.release}`,
    epoch,
  })
  await makeServerDeb(root, { stamp, epoch, output })
  return [...outside, ...inside]
}

/**
 * @param {string} root
 * @param {Pick<import('./package-kiosk.mjs').Packaging, 'stamp' | 'epoch' | 'output'>} packaging
 */
async function makeServerDeb(root, { stamp, epoch, output }) {
  for (const folder of ['usr/bin', 'lib/systemd/system']) mkdirSync(path.join(root, folder), { recursive: true })
  symlinkSync(`/${prefix}/bin/guichet`, path.join(root, 'usr/bin/guichet'))
  copyFileSync(path.join(own, 'guichet-server.service'), path.join(root, 'lib/systemd/system/guichet-server.service'))
  const architecture = debianArchitectures[process.arch] ?? process.arch
  const script = (/** @type {string} */ name) => readFileSync(path.join(own, name), 'utf8')
  await makeDeb(root, path.join(output, artefactName('guichet-server', stamp, `-${architecture}.deb`)), {
    fields: new Map([
      ['Package', 'guichet-server'],
      ['Version', debianVersion(stamp.release)],
      ['Architecture', architecture],
      ['Maintainer', 'Guichet maintainers <guichet@localhost>'],
      ['Section', 'misc'],
      ['Priority', 'optional'],
      ['Depends', 'libc6 (>= 2.31), libgcc-s1, libstdc++6, passwd, util-linux'],
      ['Description', 'The prison server of Guichet\nWith a Node and a PostgreSQL of its own.'],
    ]),
    scripts: { postinst: script('postinst'), prerm: script('prerm'), postrm: script('postrm') },
    configuration: [],
    epoch,
  })
}

/** @type {(from: string, to: string) => void} */
function copyTree(from, to) {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter: file => !needless.test(file) })
}

/** The Node that packages runs the server too, with its licence. @param {string} tree */
function copyNode(tree) {
  copyFileSync(process.execPath, path.join(tree, 'bin/node'))
  chmodSync(path.join(tree, 'bin/node'), 0o755)
  const beside = path.resolve(path.dirname(process.execPath), '..')
  const found = [
    path.join(beside, 'LICENSE'),
    path.join(beside, 'share/doc/nodejs/LICENSE'),
    '/usr/share/doc/nodejs/LICENSE',
  ].find(file => existsSync(file))
  if (found === undefined)
    throw new SetUpError('The licence of Node is not where Node usually has it, so Node cannot be packaged.')
  copyFileSync(found, path.join(tree, 'bin/node.LICENSE'))
}
