import { appendFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { observe } from '../setup/process.mjs'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { writeChecksums } from './checksums.mjs'
import { releaseKey } from './release-key.mjs'

async function signed() {
  const folder = temporaryFolder({ 'kiosk.deb': 'kiosk', 'server.deb': 'server' })
  const key = releaseKey({ file: undefined, folder: temporaryFolder(), isRelease: false })
  await writeChecksums(folder, key)
  return folder
}

/** As docs/operating.md tells a technician to. */
async function check(folder: string) {
  const verify = ['pkeyutl', '-verify', '-pubin', '-inkey', 'development-key.pub.pem', '-rawin']
  const signature = await observe('openssl', [...verify, '-in', 'SHA256SUMS', '-sigfile', 'SHA256SUMS.sig'], {
    cwd: folder,
  })
  const sums = await observe('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder })
  return { signature: signature.code, sums: sums.code }
}

test('openssl and sha256sum accept what was packaged', async () => {
  const folder = await signed()
  expect(await check(folder)).toEqual({ signature: 0, sums: 0 })
  expect(
    readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8')
      .split('\n')
      .map(line => line.slice(66)),
  ).toEqual(['development-key.pub.pem', 'kiosk.deb', 'server.deb', ''])
})

test('openssl and sha256sum notice a changed file', async () => {
  const folder = await signed()
  appendFileSync(path.join(folder, 'kiosk.deb'), '!')
  expect(await check(folder)).toEqual({ signature: 0, sums: 1 })
  appendFileSync(path.join(folder, 'SHA256SUMS'), ' ')
  expect((await check(folder)).signature).toBe(1)
})
