import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import { fuses } from './fuses.mjs'
import { kioskSettings } from './kiosk-settings.mjs'

/** As the packager spells them. An enumeration also lists its numbers. */
const inSchema = Object.keys(FuseV1Options)
  .filter(name => Number.isNaN(Number(name)))
  .map(name => `${name.charAt(0).toLowerCase()}${name.slice(1)}`)

test('names every fuse of the installed schema, and no other', () => {
  expect(inSchema.length).toBeGreaterThanOrEqual(8)
  expect(Object.keys(fuses).toSorted()).toEqual(inSchema.toSorted())
})

test('leaves no door of Node open in what is shipped', () => {
  const settings = kioskSettings({ app: 'app', output: 'made', dist: 'dist', electron: '45.4.1' })
  expect(settings.electronFuses).toEqual({
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableNodeCliInspectArguments: false,
    enableNodeOptionsEnvironmentVariable: false,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    onlyLoadAppFromAsar: true,
    runAsNode: false,
  })
})
