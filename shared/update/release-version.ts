import { z } from 'zod'

const MARK = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})(?:-dev\.(\d{14})\.g[0-9a-f]{7,8}(?:\.changed)?)?$/

/** A version as packages have it: `0.2.0`, or `0.2.0-dev.20261123062900.gab12cd34` for a development build on its way there. */
export const releaseVersionSchema = z.string().regex(MARK, { error: 'not a version: one is 0.3.0' })
export type ReleaseVersion = z.output<typeof releaseVersionSchema>

/** What a release is, in the place of a time: later than each of its development builds. */
const RELEASED = '99999999999999'

/**
 * A text that sorts as versions do, digits only. Two builds of the same second are alike.
 *
 * The same as `version_key` in `build/debian/files/usr/lib/guichet/update-lib.sh`: one table of cases holds both.
 */
export function versionKey(version: ReleaseVersion): string {
  const [, major = '', minor = '', patch = '', time = RELEASED] = MARK.exec(version) ?? []
  return [major, minor, patch].map(part => part.padStart(5, '0')).join('') + time
}

/** Whether `left` came before `right`. */
export function isOlder(left: ReleaseVersion, right: ReleaseVersion): boolean {
  return versionKey(left) < versionKey(right)
}
