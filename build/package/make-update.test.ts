import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ownDataFormats } from '#shared/update/data-formats.ts'
import { manifestText, updateManifestSchema, updateMembers } from '#shared/update/update-manifest.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { makeUpdate } from './make-update.mjs'

const run = promisify(execFile)

test('an update is read back by the schema and believed by openssl', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const folder = temporaryFolder({ 'kiosk.tar.gz': 'a program' })
  const [archive, update] = [path.join(folder, 'kiosk.tar.gz'), path.join(folder, 'x.guichet-update')]
  const stamp = { release: '0.2.0', builtAt: '2026-11-23T06:29:00.000Z' }
  const make = async () => {
    await makeUpdate({ archive, update, stamp, privateKey, epoch: 1_763_900_000 })
    return createHash('sha256').update(readFileSync(update)).digest('hex')
  }
  expect(await make()).toBe(await make())

  const out = temporaryFolder({ 'release.pub': publicKey.export({ type: 'spki', format: 'pem' }).toString() })
  const { stdout } = await run('tar', ['-C', out, '-xvf', update])
  expect(stdout.trim().split('\n')).toEqual(Object.values(updateMembers))
  const text = readFileSync(path.join(out, updateMembers.manifest), 'utf8')
  const manifest = updateManifestSchema.parse(JSON.parse(text))
  expect(manifest).toMatchObject({ version: '0.2.0', size: 9, ...ownDataFormats })
  expect(manifestText(manifest)).toBe(text)
  const check = () =>
    run(
      'openssl',
      'pkeyutl -verify -pubin -inkey release.pub -rawin -in manifest.json -sigfile manifest.sig'.split(' '),
      { cwd: out },
    )
  expect((await check()).stdout).toContain('Verified')
  writeFileSync(path.join(out, updateMembers.manifest), text.replace('0.2.0', '0.2.1'))
  await expect(check()).rejects.toThrow('openssl')
})
