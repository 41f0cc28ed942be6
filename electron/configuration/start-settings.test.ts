import { expect, test } from 'vitest'
import { readStartSettings } from './start-settings.ts'

const installed = {
  configurationFile: '/var/lib/guichet-terminal/kiosk.json',
  dataFolder: '/var/lib/guichet-terminal/data',
  hintsFolder: '/etc/guichet',
  windowSize: undefined,
}
const given = {
  GUICHET_CONFIG: '/tmp/kiosk.json',
  GUICHET_DATA: '/tmp/data',
  GUICHET_HINTS: '/tmp/hints',
  GUICHET_WINDOW: '1024x600',
  PATH: '/bin',
}

test('a developer’s kiosk that is told nothing keeps its data with its own account', () => {
  expect(readStartSettings({ PATH: '/bin' }, false)).toEqual({ ...installed, dataFolder: undefined })
})

test('a developer’s kiosk is told where its files are', () => {
  expect(readStartSettings(given, false)).toEqual({
    configurationFile: '/tmp/kiosk.json',
    dataFolder: '/tmp/data',
    hintsFolder: '/tmp/hints',
    windowSize: { width: 1024, height: 600 },
  })
})

test('a packaged kiosk reads no environment', () => {
  expect(readStartSettings(given, true)).toEqual(installed)
})

test.each(['0x600', 'full', '1024', '-1x600', '99999x600', ''])('takes the whole screen for a window of %j', size => {
  expect(readStartSettings({ GUICHET_WINDOW: size }, false).windowSize).toBeUndefined()
})
