import { capture } from '../setup/process.mjs'

/**
 * Gives everything below a folder one time. What a package holds then depends on its sources and not on when and where it
 * was made.
 *
 * @param {string} folder
 * @param {number} epoch seconds since 1970
 */
export async function setTimes(folder, epoch) {
  await capture('find', [folder, '-exec', 'touch', '--no-dereference', `--date=@${epoch}`, '{}', '+'])
}

/**
 * Packs a folder as `NAME/...` into a `.tar.gz` that comes out the same each time: sorted, root's, of one time, and without
 * the name and time that gzip would add.
 *
 * @param {string} folder
 * @param {string} archive
 * @param {{ readonly name: string, readonly epoch: number }} as
 */
export async function packTar(folder, archive, { name, epoch }) {
  const sameEachTime = ['--sort=name', `--mtime=@${epoch}`, '--owner=0', '--group=0', '--numeric-owner']
  const rights = '--mode=u+rwX,go+rX,go-w'
  await capture('tar', [
    ...sameEachTime,
    rights,
    '--format=gnu',
    '--use-compress-program=gzip --no-name -6',
    `--transform=flags=r;s,^\\.,${name},`,
    `--directory=${folder}`,
    '--create',
    `--file=${archive}`,
    '.',
  ])
}
