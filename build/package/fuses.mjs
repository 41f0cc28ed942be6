/**
 * @import { Configuration } from 'electron-builder'
 * @import { FuseV1Options } from '@electron/fuses'
 * @typedef {Required<Omit<NonNullable<Configuration['electronFuses']>, 'resetAdHocDarwinSignature'>>} NamedByPackager
 * @typedef {Record<Uncapitalize<keyof typeof FuseV1Options>, boolean>} NamedBySchema
 */

/**
 * Every fuse of the runtime that the packager and the fuses' own schema know, spelled out: with a fuse left out, Electron's
 * default holds, and defaults open doors. A fuse that a newer schema adds fails the types here and the test "names every
 * fuse of the installed schema", until somebody has decided on it.
 *
 * They do not turn off `--remote-debugging-port`, `--no-sandbox` and the like: `electron/lockdown/refuse-switches.ts` does.
 *
 * @type {Readonly<NamedByPackager & NamedBySchema>}
 */
export const fuses = {
  // Cookies of the kiosk's page, if there ever were any. Visits to the web keep theirs in memory.
  enableCookieEncryption: true,
  // Holds on other systems only: on Linux the package's signature and the file system have to.
  enableEmbeddedAsarIntegrityValidation: true,
  enableNodeCliInspectArguments: false,
  // Also `NODE_EXTRA_CA_CERTS`.
  enableNodeOptionsEnvironmentVariable: false,
  grantFileProtocolExtraPrivileges: false,
  // There is none of its own.
  loadBrowserProcessSpecificV8Snapshot: false,
  onlyLoadAppFromAsar: true,
  runAsNode: false,
}
