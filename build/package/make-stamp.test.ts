import { expect, test } from 'vitest'
import { artefactName, debianVersion, developmentVersion, makeStamp } from './make-stamp.mjs'

const source = { commit: 'ab12cd34'.repeat(5), committedAt: Date.UTC(2026, 10, 23, 6, 29) / 1000, isChanged: false }
const parts = {
  version: '0.1.0',
  source,
  electron: { version: '33.2.1', isFallback: true },
  releaseKey: '-----BEGIN PUBLIC KEY-----',
}

test('a development build says so in its version and in the name of its files', () => {
  const stamp = makeStamp({ ...parts, isRelease: false })
  expect(stamp).toMatchObject({
    release: '0.1.0-dev.20261123062900.gab12cd34',
    isDevelopment: true,
    runtime: 'fallback',
  })
  expect(artefactName('guichet-kiosk', stamp, '.deb')).toBe(
    'guichet-kiosk-0.1.0-dev.20261123062900.gab12cd34-development.deb',
  )
})

test('a release is called by its version alone', () => {
  const stamp = makeStamp({ ...parts, isRelease: true, electron: { version: '45.4.1', isFallback: false } })
  expect(stamp).toMatchObject({ release: '0.1.0', isDevelopment: false, runtime: 'pinned' })
  expect(artefactName('guichet-kiosk', stamp, '.deb')).toBe('guichet-kiosk-0.1.0.deb')
})

test('the time in a stamp is that of the commit', () => {
  expect(makeStamp({ ...parts, isRelease: false }).builtAt).toBe('2026-11-23T06:29:00.000Z')
})

test('a build of changed files says so', () => {
  expect(developmentVersion('0.1.0', { ...source, isChanged: true })).toMatch(/\.changed$/)
})

test('Debian sorts a development build before its release', () => {
  expect(debianVersion('0.1.0-dev.1')).toBe('0.1.0~dev.1')
})
