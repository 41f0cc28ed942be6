import { fuses } from './fuses.mjs'

/** What Debian 12 has to have for Electron. Nothing of a desktop. */
const depends = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0',
  'libnss3',
  'libsecret-1-0',
  'libxkbcommon0',
  'libxss1',
  'libxtst6',
]

/**
 * The kiosk as it is shipped: what was built and nothing else, with every door of the runtime that it does not need shut.
 * Windows and macOS are described so that the description does not rot; nobody has run them.
 *
 * @param {{ readonly app: string, readonly output: string, readonly dist: string, readonly electron: string }} places
 *   `app`: what goes into the archive; `dist`: the runtime's folder
 * @returns {import('electron-builder').Configuration}
 */
export function kioskSettings({ app, output, dist, electron }) {
  return {
    appId: 'org.guichet.kiosk',
    productName: 'guichet',
    directories: { app, output },
    files: ['**/*', '!node_modules/**'],
    beforeBuild: 'build/package/no-node-modules.mjs',
    npmRebuild: true,
    asar: true,
    electronDist: dist,
    electronVersion: electron,
    // The languages of the page: what the browser part itself says is in them too.
    electronLanguages: ['de', 'en-GB', 'en-US', 'fr', 'nl'],
    publish: null,
    electronFuses: fuses,
    linux: {
      target: ['dir', 'deb', 'AppImage'],
      executableName: 'kiosk',
      category: 'Utility',
      maintainer: 'Guichet maintainers <guichet@localhost>',
      description: 'The in-cell terminal of a prison: the program that a terminal shows, and nothing else.',
    },
    deb: {
      packageName: 'guichet-kiosk',
      artifactName: 'guichet-kiosk.deb',
      depends,
      recommends: [],
      packageCategory: 'misc',
      afterInstall: 'build/package/kiosk/postinst',
      afterRemove: 'build/package/kiosk/postrm',
    },
    win: { target: ['nsis'] },
    mac: { target: ['dmg'], category: 'public.app-category.utilities' },
  }
}
