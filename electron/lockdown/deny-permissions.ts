import type { Session } from 'electron'

/**
 * Denies every permission and device in a session, by name known or not: Electron's own default is to
 * allow, and it asks under names its documentation does not list.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
}
