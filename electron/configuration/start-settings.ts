/** Where an enrolled terminal's configuration lies. */
const INSTALLED_CONFIGURATION = '/etc/guichet/kiosk.json'

export interface StartSettings {
  readonly configurationFile: string
  /** `undefined`: the account's own folder for this program. */
  readonly dataFolder: string | undefined
  /** A window of this size on a desk; `undefined`: the whole screen. */
  readonly windowSize: { readonly width: number; readonly height: number } | undefined
}

/**
 * Where a kiosk finds its files and how large it is.
 *
 * A packaged kiosk reads no environment: who can set a variable must not be able to point a terminal at
 * another server. Held by "a packaged kiosk reads no environment".
 */
export function readStartSettings(
  environment: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): StartSettings {
  const given = (name: string) => {
    const value = isPackaged ? undefined : environment[name]
    return value === '' ? undefined : value
  }
  return {
    configurationFile: given('GUICHET_CONFIG') ?? INSTALLED_CONFIGURATION,
    dataFolder: given('GUICHET_DATA'),
    windowSize: parseSize(given('GUICHET_WINDOW')),
  }
}

/** `1024x600`, each side from 100 to 9999. Anything else is no size. */
function parseSize(text: string | undefined): StartSettings['windowSize'] {
  const [, width, height] = /^([1-9][0-9]{2,3})x([1-9][0-9]{2,3})$/.exec(text ?? '') ?? []
  return width === undefined ? undefined : { width: Number(width), height: Number(height) }
}
