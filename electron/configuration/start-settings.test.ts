import { expect, test } from 'vitest'
import { readStartSettings } from './start-settings.ts'

const installed = { configurationFile: '/etc/guichet/kiosk.json', dataFolder: undefined, windowSize: undefined }
const given = { GUICHET_CONFIG: '/tmp/kiosk.json', GUICHET_DATA: '/tmp/data', GUICHET_WINDOW: '1024x600', PATH: '/bin' }

test('an installed kiosk has its places', () => {
  expect(readStartSettings({ PATH: '/bin' }, false)).toEqual(installed)
})

test('a developer’s kiosk is told where its files are', () => {
  expect(readStartSettings(given, false)).toEqual({
    configurationFile: '/tmp/kiosk.json',
    dataFolder: '/tmp/data',
    windowSize: { width: 1024, height: 600 },
  })
})

test('a packaged kiosk reads no environment', () => {
  expect(readStartSettings(given, true)).toEqual(installed)
})

test.each(['0x600', 'full', '1024', '-1x600', '99999x600', ''])('takes the whole screen for a window of %j', size => {
  expect(readStartSettings({ GUICHET_WINDOW: size }, false).windowSize).toBeUndefined()
})
