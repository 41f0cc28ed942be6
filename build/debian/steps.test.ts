import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

interface Ran {
  readonly code: number | string | null
  readonly said: string
}

/** Runs lines with the steps at hand, on the root in `folder`; the root's own commands are only noted. */
function inSteps(folder: string, lines: string): Promise<Ran> {
  const steps = ['answers', 'machine', 'secure-boot', 'system'].map(name => `source ${here}steps/${name}.sh`)
  const set = 'set -euo pipefail; ROOT=$1 CHECK=no HERE=$0 changes=0; in_root() { echo "in root: $*"; }'
  return new Promise(resolve => {
    execFile('bash', ['-c', [...steps, set, lines].join('\n'), here, folder], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), said: `${stdout}${stderr}`.trim() })
    })
  })
}

test('a mask that is no longer wanted is taken away, and what is no mask is let be', async () => {
  const root = temporaryFolder({ 'etc/systemd/system/own.service': '[Service]\n' })
  symlinkSync('/dev/null', path.join(root, 'etc/systemd/system/old.path'))
  const unmask = 'unmask old.path; unmask own.service; unmask neither.service'
  expect(await inSteps(root, unmask)).toEqual({ code: 0, said: 'unmask old.path' })
  expect(existsSync(path.join(root, 'etc/systemd/system/own.service'))).toBe(true)
  expect(await inSteps(root, unmask)).toEqual({ code: 0, said: '' })
})

test.each([
  ['PUBLIC', { code: 0, said: 'would: write /usr/lib/guichet/release.pub' }],
  ['PRIVATE', { code: 2, said: expect.stringContaining('is no public key') as string }],
])('only the public half of the release key is laid on a terminal: %s', async (half, ran) => {
  const beside = temporaryFolder({ 'release.pub': `-----BEGIN ${half} KEY-----\n` })
  expect(await inSteps(temporaryFolder(), `CHECK=yes HERE=${beside}; placed=(); step_release_key`)).toEqual(ran)
})

const ofDebian = '#!/bin/sh\n# without --unrestricted\nCLASS="--class gnu-linux --class gnu --class os"\n'

test('the usual entry starts without GRUB’s password, once', async () => {
  const root = temporaryFolder({ 'etc/grub.d/10_linux': ofDebian })
  expect((await inSteps(root, 'step_boot')).said).toContain('let the usual entry start without a password')
  expect(readFileSync(path.join(root, 'etc/grub.d/10_linux'), 'utf8')).toContain(
    'CLASS="--unrestricted --class gnu-linux',
  )
  expect((await inSteps(root, 'step_boot')).said).not.toContain('let the usual entry')
})

test.each([
  ['it is written otherwise', { 'etc/grub.d/10_linux': "CLASS='--class gnu-linux'\n" }, 'is not Debian 12'],
  [
    'the menu has no entry like that',
    {
      'boot/grub/grub.cfg': "menuentry 'Debian' --class gnu-linux {\n}\n",
      'etc/grub.d/10_linux': 'CLASS="--unrestricted --class gnu-linux"\n',
    },
    'no entry that starts without',
  ],
])('a machine that would ask for GRUB’s password at every start is not left so: %s', async (_how, files, said) => {
  const root = temporaryFolder(files)
  writeFiles(root, { 'etc/default/grub.d/guichet.cfg': '' })
  const ran = await inSteps(root, 'touch -d "1 hour ago" "$ROOT"/boot/grub/grub.cfg 2>/dev/null || true; step_boot')
  expect(ran).toMatchObject({ code: 2 })
  expect(ran.said).toContain(said)
})

const ofFirmware = 'SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c'
const ofShim = 'MokSBStateRT-605dab50-e046-4300-abb6-3dd810dd8b23'

function withVariables(variables: Readonly<Record<string, number>>): string {
  const root = temporaryFolder()
  const folder = path.join(root, 'sys/firmware/efi/efivars')
  mkdirSync(folder, { recursive: true })
  for (const [name, value] of Object.entries(variables)) {
    writeFileSync(path.join(folder, name), Buffer.from([6, 0, 0, 0, value]))
  }
  return root
}

test.each([
  ['on', { [ofFirmware]: 1 }, 0],
  ['on, with shim looking at signatures', { [ofFirmware]: 1, [ofShim]: 0 }, 0],
  ['on, with shim told to look at none', { [ofFirmware]: 1, [ofShim]: 1 }, 2],
  ['off', { [ofFirmware]: 0 }, 2],
])('a TPM is taken only with Secure Boot: %s', async (_how, variables, code) => {
  expect(await inSteps(withVariables(variables), 'require_secure_boot')).toMatchObject({ code })
})

test('of another root nobody knows whether its machine has Secure Boot, and that is said', async () => {
  expect((await inSteps(temporaryFolder(), 'require_secure_boot')).said).toContain('not known here')
})

test('a disk that is to be copied has no machine-id, and is no first start', async () => {
  const root = temporaryFolder({ 'etc/machine-id': 'd2f1c6a0b1e84d0c9a7e5f3b2c1d0e9f\n' })
  expect((await inSteps(root, 'step_image')).said).toBe('leave no machine-id')
  expect(readFileSync(path.join(root, 'etc/machine-id'), 'utf8')).toBe('')
  expect((await inSteps(root, 'step_image')).said).toBe('')
})
