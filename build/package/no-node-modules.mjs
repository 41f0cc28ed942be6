/**
 * Asked by electron-builder before it packs: what the kiosk uses of npm's packages is inside its built files, so that there is
 * nothing to install, to rebuild or to collect.
 */
export function beforeBuild() {
  return false
}
