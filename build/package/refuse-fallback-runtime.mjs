import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readMarker } from '../setup/runtime-marker.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'

/**
 * Keeps anything but the pinned Electron out of a release: the stand-in that development uses is years behind on security
 * fixes, and the packager takes whatever lies in the folder without looking at its version.
 *
 * Held by the tests "refuses a marked runtime" and "refuses a runtime of another version".
 *
 * @param {string} dist the runtime's folder
 * @param {string} pinned the version that `package.json` names
 * @throws {SetUpError}
 */
export function refuseFallbackRuntime(dist, pinned) {
  const marker = readMarker(dist)
  if (marker !== undefined) {
    throw new SetUpError(
      `A release needs Electron ${pinned}. ${dist} holds ${marker.electron} from ${marker.source}, for development only.`,
    )
  }
  const found = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  if (found !== pinned) throw new SetUpError(`A release needs Electron ${pinned}. ${dist} holds ${found}.`)
}
