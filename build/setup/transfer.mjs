import { spawn } from 'node:child_process'
import { capture } from './process.mjs'

/**
 * Root holds the checkout, the account works on a copy. The copy belongs to the account, which may be under an attacker's
 * control: had root written there, a planted link would turn a copied file into any file of the machine. So every write
 * into the copy, and every read from it, is done by a process of the account, and an archive goes through a pipe.
 */

/** @typedef {import('./process.mjs').RunOptions & { readonly options?: readonly string[] }} Side one end: where, as whom */

const packOptions = ['--create', '--file=-', '--null', '--no-recursion', '--files-from=-', '--format=posix']

/**
 * Packs files in one place and unpacks them in another, each side as its own account.
 *
 * @param {readonly string[]} files paths from each side's folder
 * @param {Side} from
 * @param {Side} to
 */
export async function transfer(files, { options: packing = [], ...from }, { options: unpacking = [], ...to }) {
  const packer = spawn('tar', [...packOptions, ...packing], { ...from, stdio: ['pipe', 'pipe', 'inherit'] })
  const packed = new Promise((resolve, reject) => {
    packer.once('error', reject)
    packer.once('exit', code => (code === 0 ? resolve(undefined) : reject(new Error('tar could not read every file'))))
  })
  packer.stdin.end(nullTerminated(files))
  const unpacked = capture('tar', ['--extract', '--file=-', ...unpacking], { ...to, input: packer.stdout })
  await Promise.all([packed, unpacked])
}

/**
 * A list of paths as `tar` and `xargs` take it, whatever characters the paths are made of.
 *
 * @param {readonly string[]} files
 */
export function nullTerminated(files) {
  return files.map(file => `${file}\0`).join('')
}
